import type { Command } from '../domain/invoice.ts';

export interface Operation {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** `{id}` stands for the ActionPublicId. */
  path: string;
  /** `to-confirm`: inferred, see "to confirm" in the README. */
  certainty: 'verified' | 'to-confirm';
}

/** Every call we make to Billecta. The one place to change when the test environment says otherwise. */
export const operations = {
  readInvoice: { method: 'GET', path: '/v1/invoice/action/{id}', certainty: 'verified' },
  dispute: { method: 'PUT', path: '/v1/invoice/dispute/{id}', certainty: 'to-confirm' },
  'cancel-dispute': { method: 'DELETE', path: '/v1/invoice/dispute/{id}', certainty: 'to-confirm' },
  pause: { method: 'PUT', path: '/v1/invoice/pause/{id}', certainty: 'to-confirm' },
  resume: { method: 'PUT', path: '/v1/invoice/resume/{id}', certainty: 'to-confirm' },
} as const satisfies Record<'readInvoice' | Command, Operation>;
