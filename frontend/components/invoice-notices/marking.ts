import type { SeenInput } from '../../../bff/contract/invoice-status.ts';
import type { BffFault } from '../../bff/bff-error.ts';

/** What can be marked as read. */
export type Unread = keyof SeenInput;

/** How far marking something as read has come. */
export type Marking =
  | { kind: 'idle' }
  | { kind: 'sending'; what: Unread }
  | { kind: 'failed'; what: Unread; fault: BffFault };

export const idle: Marking = { kind: 'idle' };
