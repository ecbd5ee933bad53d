import type { Cause } from '../../domain/cause.ts';
import { RefusedByLime } from '../ports/lime-writer.ts';
import { MissingInLime } from '../ports/missing-in-lime.ts';
import { Fault } from './fault.ts';

const refusals = { key: 'lime-key', rights: 'lime-rights', content: 'lime-refused' } as const;

/** The kind of failure that an error is, as failures are grouped and shown. */
export function causeOf(error: unknown): Cause {
  if (error instanceof RefusedByLime) return refusals[error.what];
  if (error instanceof MissingInLime) return 'lime-object-missing';
  if (!(error instanceof Fault)) return 'bug';
  switch (error.code) {
    case 'lime-unreachable':
    case 'lime-timeout':
    case 'lime-failed':
      return 'lime-unreachable';
    case 'lime-unreadable':
      return 'lime-unreadable';
    case 'unauthenticated':
      return 'lime-key';
    case 'forbidden':
      return 'lime-rights';
    case 'lime-refused':
      return 'lime-refused';
    case 'not-found':
    case 'not-synced':
      return 'lime-object-missing';
    case 'billecta-unreachable':
    case 'billecta-timeout':
    case 'billecta-failed':
      return 'billecta-unreachable';
    case 'billecta-unauthorized':
      return 'billecta-credential';
    case 'billecta-refused':
    case 'billecta-forbidden':
    case 'billecta-operation-unconfirmed':
    case 'missing-in-billecta':
      return 'billecta-refused';
    case 'billecta-rate-limited':
    case 'lime-rate-limited':
      return 'rate-limited';
    default:
      return 'bug';
  }
}
