import { randomUUID } from 'node:crypto';
import type { Candidates } from './candidates.ts';
import type { Creditor } from './model/creditor.ts';
import type { Invoice } from './model/invoice.ts';
import { NotFound } from './model/refusal.ts';
import type { RaiseWebhook } from './webhooks/webhooks.ts';

/** Everything an action acts on and a view reads. */
export interface World {
  readonly candidates: Candidates;
  readonly creditor: Creditor;
  readonly invoices: Map<string, Invoice>;
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
