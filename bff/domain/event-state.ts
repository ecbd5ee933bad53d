/** `pending` waits or is retried; `dead` has failed for good; `dismissed` was set aside by an administrator. */
export const eventStates = [
  'pending',
  'applied',
  'superseded',
  'ignored',
  'unreadable',
  'dead',
  'dismissed',
] as const;
export type EventState = (typeof eventStates)[number];
