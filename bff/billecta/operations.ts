import type { Command } from '../domain/invoice.ts';

export interface Operation {
  /** What it does, for messages. */
  does: 'read' | Command;
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** `{id}` stands for the ActionPublicId. */
  path: string;
  /** `to-confirm`: inferred, see "to confirm" in the README. */
  certainty: 'verified' | 'to-confirm';
}

/** Every call we make to Billecta. The one place to change when the test environment says otherwise. */
export const operations = {
  readInvoice: { does: 'read', method: 'GET', path: '/v1/invoice/action/{id}', certainty: 'verified' },
  dispute: { does: 'dispute', method: 'PUT', path: '/v1/invoice/dispute/{id}', certainty: 'to-confirm' },
  'cancel-dispute': {
    does: 'cancel-dispute',
    method: 'DELETE',
    path: '/v1/invoice/dispute/{id}',
    certainty: 'to-confirm',
  },
  pause: { does: 'pause', method: 'PUT', path: '/v1/invoice/pause/{id}', certainty: 'to-confirm' },
  resume: { does: 'resume', method: 'PUT', path: '/v1/invoice/resume/{id}', certainty: 'to-confirm' },
} as const satisfies Record<'readInvoice' | Command, Operation>;
