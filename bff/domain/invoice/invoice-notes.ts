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
export interface AutogiroTrouble {
  state: AutogiroState;
  since: string;
  /** How many events the invoice's log held then; the log only grows. */
  clock: number;
  /** Billecta's name of the reason (AutogiroWithdrawalCommentCode), null where it told none. */
  reason: string | null;
}

/** What Billecta last told of the invoice's delivery to the debtor. */
export interface DeliveryReport {
  delivered: boolean;
  at: string;
  /** Billecta's words. */
  reason: string | null;
}

/** What somebody has looked at: the debtor's comment by its id, the failed delivery by its time. */
export interface Seen {
  comment: string | null;
  delivery: string | null;
}

/** What is known of an invoice that a read of it does not tell. */
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

function laterReminder(held: Reminder | null, other: Reminder | null): Reminder | null {
  if (!held || !other) return other ?? held;
  return other.createdAt >= held.createdAt ? other : held;
}

/** Of two with the same log, a new try comes after the failure. */
function laterTrouble(held: AutogiroTrouble | null, other: AutogiroTrouble | null): AutogiroTrouble | null {
  if (!held || !other) return other ?? held;
  if (other.clock !== held.clock) return other.clock > held.clock ? other : held;
  return other.state === 'renewed' && held.state === 'failed' ? other : held;
}

/** Of two of the same second, the failure counts: somebody should look. */
function laterReport(held: DeliveryReport | null, other: DeliveryReport | null): DeliveryReport | null {
  if (!held || !other) return other ?? held;
  if (other.at !== held.at) return other.at > held.at ? other : held;
  return other.delivered ? held : other;
}
