import { creditorView } from '../views/creditor-view.ts';
import type { Endpoint } from './endpoint.ts';
import { requireCreditor } from './invoices.ts';

export const creditorEndpoints: Endpoint[] = [
  {
    operation: 'creditors',
    method: 'GET',
    path: '/v1/creditors/creditors',
    answer: ({ world }) => [creditorView(world.creditor)],
  },
  {
    operation: 'creditor',
    method: 'GET',
    path: '/v1/creditors/creditor/{CreditorPublicId}',
    answer({ id, world }) {
      requireCreditor(id, world);
      return creditorView(world.creditor);
    },
  },
];
