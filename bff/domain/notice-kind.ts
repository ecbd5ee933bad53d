/** An event's report of an invoice, or of a debtor's approval of autogiro, that no read of Billecta repeats. */
export const noticeKinds = [
  'autogiro-failed',
  'autogiro-renewed',
  'approval-failed',
  'approval-changed',
  'undelivered',
  'delivered',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
