/** A reminder that went out for an invoice. `fee` is in whole units of the invoice's currency. */
export interface Reminder {
  actionPublicId: string;
  createdAt: string;
  fee: number | null;
}

/** A withdrawal by autogiro that failed, and whether Billecta tries again. */
export interface AutogiroTrouble {
  state: 'failed' | 'renewed';
  since: string;
  /** How many events the invoice's log held then; the log only grows. */
  clock: number;
}

/** What events have told of an invoice that a read of it does not tell. */
export interface InvoiceNotes {
  reminder: Reminder | null;
  autogiro: AutogiroTrouble | null;
}

export const noNotes: InvoiceNotes = { reminder: null, autogiro: null };

/** The notes with another one, the later of each kind, in whichever order they came. */
export function withNote(notes: InvoiceNotes, note: Partial<InvoiceNotes>): InvoiceNotes {
  return {
    reminder: laterReminder(notes.reminder, note.reminder ?? null),
    autogiro: laterTrouble(notes.autogiro, note.autogiro ?? null),
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
