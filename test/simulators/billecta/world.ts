import { randomUUID } from 'node:crypto';
import type { Candidates } from './candidates.ts';
import type { Creditor } from './model/creditor.ts';
import type { Debtor } from './model/debtor.ts';
import type { Invoice } from './model/invoice.ts';
import { NotFound } from './model/refusal.ts';
import type { UnhandledPayment } from './model/unhandled-payment.ts';
import type { RaiseWebhook } from './webhooks/webhooks.ts';

/** Who may read a comment (facts 4). */
export type CommentTarget = 'Private' | 'ToDebtor' | 'ToBillecta';

/** Everything an action acts on and a view reads. */
export interface World {
  readonly candidates: Candidates;
  readonly creditor: Creditor;
  readonly invoices: Map<string, Invoice>;
  readonly debtors: Map<string, Debtor>;
  /** In the order they came; used overpayments stay. */
  readonly unhandledPayments: UnhandledPayment[];
  /** To whom each comment over the API went, the oldest first. */
  readonly commentTargets: CommentTarget[];
  readonly now: () => Date;
  readonly raise: RaiseWebhook;
  readonly newActionPublicId: () => string;
  readonly newInvoiceNumber: () => string;
}

export function createWorld(candidates: Candidates, now: () => Date, raise: RaiseWebhook): World {
  let lastAction = 1_204_070_100;
  let lastInvoice = 10_000;
  return {
    candidates,
    creditor: { publicId: randomUUID(), name: 'Norrsken Städ AB', orgNo: '559999-0008' },
    invoices: new Map(),
    debtors: new Map(),
    unhandledPayments: [],
    commentTargets: [],
    now,
    raise,
    newActionPublicId: () => String(++lastAction),
    newInvoiceNumber: () => String(++lastInvoice),
  };
}

export function findInvoice(world: World, actionPublicId: string): Invoice {
  const invoice = world.invoices.get(actionPublicId);
  if (!invoice) throw new NotFound('Fakturan hittades inte');
  return invoice;
}

export function findDebtor(world: World, debtorPublicId: string): Debtor {
  const debtor = world.debtors.get(debtorPublicId);
  if (!debtor) throw new NotFound('Kunden hittades inte');
  return debtor;
}
