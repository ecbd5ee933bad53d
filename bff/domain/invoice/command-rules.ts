import type { Command, Invoice, Stage } from './invoice.ts';

export type NotAllowed =
  | 'already-disputed'
  | 'not-disputed'
  | 'already-paused'
  | 'not-paused'
  | 'draft'
  | 'closed'
  | 'in-debt-collection'
  | 'sold'
  | 'billecta-says-no';

export type Decision =
  | { kind: 'go' }
  | { kind: 'already'; reason: NotAllowed }
  | { kind: 'no'; reason: NotAllowed };

const because: Partial<Record<Stage, NotAllowed>> = {
  draft: 'draft',
  paid: 'closed',
  credited: 'closed',
  cancelled: 'closed',
  'debt-collection': 'in-debt-collection',
  sold: 'sold',
};

/** Stages in which stopping or starting collection means nothing, should Billecta not say so itself. */
const over: readonly Stage[] = ['draft', 'paid', 'credited', 'cancelled', 'sold'];

/** True when the invoice is as the command would leave it. */
export function isAsAskedFor(invoice: Invoice, command: Command): boolean {
  switch (command) {
    case 'dispute':
      return invoice.disputedSince !== null;
    case 'cancel-dispute':
      return invoice.disputedSince === null;
    case 'pause':
      return invoice.paused;
    case 'resume':
      return !invoice.paused;
  }
}

const already: Record<Command, NotAllowed> = {
  dispute: 'already-disputed',
  'cancel-dispute': 'not-disputed',
  pause: 'already-paused',
  resume: 'not-paused',
};

/** Whether the command can be run on the invoice now. Billecta's own flag decides where it is known. */
export function decide(invoice: Invoice, command: Command): Decision {
  if (isAsAskedFor(invoice, command)) return { kind: 'already', reason: already[command] };
  const allowed = invoice.permits[command] ?? !over.includes(invoice.stage);
  return allowed ? { kind: 'go' } : { kind: 'no', reason: because[invoice.stage] ?? 'billecta-says-no' };
}
