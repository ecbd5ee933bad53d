import { debtorView } from '../views/debtor-view.ts';
import { findDebtor } from '../world.ts';
import type { Endpoint } from './endpoint.ts';

export const debtorEndpoints: Endpoint[] = [
  {
    operation: 'debtor',
    method: 'GET',
    path: '/v1/debtors/debtor/{DebtorPublicId}',
    answer: ({ id, world }) => debtorView(findDebtor(world, id), world),
  },
];
