import { attest } from '../actions/attest.ts';
import type { Invoice } from '../model/invoice.ts';
import { isClosed } from '../model/invoice.ts';
import { NotFound } from '../model/refusal.ts';
import { swedishDay } from '../model/swedish-time.ts';
import { invoiceActionSubView } from '../views/invoice-action-sub-view.ts';
import { invoiceActionView } from '../views/invoice-action-view.ts';
import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';
import type { ApiRequest, Endpoint } from './endpoint.ts';
import { dayOfQuery } from './query-date.ts';

export const invoiceEndpoints: Endpoint[] = [
  {
    operation: 'invoice',
    method: 'GET',
    path: '/v1/invoice/action/{ActionPublicId}',
    answer: ({ id, world }) => invoiceActionView(findInvoice(world, id), world),
  },
  {
    operation: 'attest',
    method: 'PUT',
    path: '/v1/invoice/attest/{ActionPublicId}',
    answer: ({ id, world }) => attest(world, id),
  },
  {
    operation: 'open',
    method: 'GET',
    path: '/v1/invoice/open/{CreditorPublicId}',
    answer: (request) => list(request, (invoice) => !isClosed(invoice)),
  },
  {
    operation: 'closed',
    method: 'GET',
    path: '/v1/invoice/closed/{CreditorPublicId}',
    answer(request) {
      const from = dayOfQuery(request.query('from')) ?? '0000';
      const to = dayOfQuery(request.query('to')) ?? '9999';
      return list(request, ({ closedDate }) => {
        const day = closedDate && swedishDay(closedDate);
        return day !== null && day >= from && day <= to;
      });
    },
  },
];

/** The whole list: paging is unknown (facts 4.3), so there is none. */
function list({ id, world }: ApiRequest, belongs: (invoice: Invoice) => boolean) {
  requireCreditor(id, world);
  return [...world.invoices.values()].filter(belongs).map((invoice) => invoiceActionSubView(invoice, world));
}

export function requireCreditor(id: string, { creditor }: World): void {
  if (id !== creditor.publicId) throw new NotFound('Fakturaställaren hittades inte');
}
