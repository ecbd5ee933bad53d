import type { TimelineEntry } from '../../../bff/contract/timeline.ts';
import type { BffFault } from '../../bff/bff-error.ts';

/** What has been read of an invoice's timeline, and whether more is on its way. */
export type TimelinePages =
  | { kind: 'loading' }
  | { kind: 'failed'; fault: BffFault }
  | {
      kind: 'known';
      entries: readonly TimelineEntry[];
      /** Asks for the page after these; null at the end. */
      next: string | null;
      /** False when Billecta could not be asked. */
      billecta: boolean;
      more: 'idle' | 'loading' | BffFault;
    };

export const unreadTimeline: TimelinePages = { kind: 'loading' };
