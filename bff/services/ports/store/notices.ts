import type { NoticeKind } from '../../../domain/notice-kind.ts';
export interface Notice {
  /** The event that reported it. */
  eventId: number;
  /** ActionPublicId of the invoice, or DebtorPublicId. */
  subject: string;
  kind: NoticeKind;
  /** When it happened in Billecta: ISO 8601 in UTC. */
  at: string;
  /** Billecta's name of the reason with autogiro, its words with a delivery. */
  reason: string | null;
}

/** Reports of events that no read of Billecta repeats. */
export interface Notices {
  /** An event that is applied again adds nothing. */
  add(database: string, notices: readonly Notice[]): Promise<void>;
  /** About any of these, newest first. */
  findBySubjects(database: string, subjects: readonly string[], atMost: number): Promise<Notice[]>;
}
