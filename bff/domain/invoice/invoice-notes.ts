/** A reminder that went out for an invoice. `fee` is in whole units of the invoice's currency. */
export interface Reminder {
  actionPublicId: string;
  createdAt: string;
  fee: number | null;
}

/** A withdrawal by autogiro; `renewed`: Billecta tries again. */
export const autogiroStates = ['failed', 'renewed'] as const;
export type AutogiroState = (typeof autogiroStates)[number];

/** A withdrawal by autogiro that failed, and whether Billecta tries again. */
interface AutogiroTrouble {
  state: AutogiroState;
  since: string;
  /** How many events the invoice's log held then, which only grows; null where the log is not known. */
  clock: number | null;
  /** Billecta's name of the reason (AutogiroWithdrawalCommentCode), null where it gave none. */
  reason: string | null;
}

/** Billecta's last report of the invoice's delivery to the debtor. */
export interface DeliveryReport {
  delivered: boolean;
  at: string;
  /** Billecta's words. */
  reason: string | null;
}

/** What is marked as seen: the debtor's comment by its id, the failed delivery by its time. */
interface Seen {
  comment: string | null;
  delivery: string | null;
}

/** Facts about an invoice that a read of it does not report. */
export interface InvoiceNotes {
  reminder: Reminder | null;
  autogiro: AutogiroTrouble | null;
  delivery: DeliveryReport | null;
  seen: Seen;
}

export const noNotes: InvoiceNotes = {
  reminder: null,
  autogiro: null,
  delivery: null,
  seen: { comment: null, delivery: null },
};

/** The notes with another one, the later of each kind, in whichever order they came. */
export function withNote(notes: InvoiceNotes, note: Partial<InvoiceNotes>): InvoiceNotes {
  return {
    reminder: laterReminder(notes.reminder, note.reminder ?? null),
    autogiro: laterTrouble(notes.autogiro, note.autogiro ?? null),
    delivery: laterReport(notes.delivery, note.delivery ?? null),
    seen: note.seen ?? notes.seen,
  };
}

function laterReminder(stored: Reminder | null, other: Reminder | null): Reminder | null {
  if (!stored || !other) return other ?? stored;
  return other.createdAt >= stored.createdAt ? other : stored;
}

/**
 * The log says which is later, or the time where one came without it. Of two at once, a new try comes after the
 * failure.
 */
function laterTrouble(stored: AutogiroTrouble | null, other: AutogiroTrouble | null): AutogiroTrouble | null {
  if (!stored || !other) return other ?? stored;
  const { clock, since } = stored;
  if (other.clock !== null && clock !== null) {
    if (other.clock !== clock) return other.clock > clock ? other : stored;
  } else if (other.since !== since) return other.since > since ? other : stored;
  return other.state === 'renewed' && stored.state === 'failed' ? other : stored;
}

/** Of two reports of the same second, the failure counts: a user should see it. */
function laterReport(stored: DeliveryReport | null, other: DeliveryReport | null): DeliveryReport | null {
  if (!stored || !other) return other ?? stored;
  if (other.at !== stored.at) return other.at > stored.at ? other : stored;
  return other.delivered ? stored : other;
}
