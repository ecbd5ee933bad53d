import type { Problem } from '../../bff/contract/problem.ts';

/**
 * Why a call of the BFF gave no answer to use: the BFF said what is wrong, it was not reached, the
 * browser was offline before it asked, it was too slow, something in between answered instead, or it left out an invoice that this user may not see.
 */
export type BffFault =
  | { kind: 'problem'; problem: Problem }
  | { kind: 'network' }
  | { kind: 'offline' }
  | { kind: 'timeout' }
  | { kind: 'unreadable'; status: number }
  | { kind: 'left-out' };

export class BffError extends Error {
  override readonly name = 'BffError';

  constructor(readonly fault: BffFault) {
    super(fault.kind === 'problem' ? `${fault.problem.code}: ${fault.problem.detail}` : fault.kind);
  }
}

/** What may be otherwise in a while, or with something else filled in. */
const passing: readonly Problem['code'][] = [
  'invalid-request',
  'unauthenticated',
  'too-large',
  'too-many-requests',
  'too-many-streams',
  'billecta-unreachable',
  'billecta-timeout',
  'billecta-failed',
  'billecta-rate-limited',
  'lime-unreachable',
  'lime-timeout',
  'lime-failed',
  'lime-rate-limited',
  'storage-unavailable',
  'internal',
];

/** Whether trying again may help; nobody is offered to where it cannot. */
export function mayPass(fault: BffFault): boolean {
  if (fault.kind === 'problem') return passing.includes(fault.problem.code);
  return fault.kind !== 'left-out';
}

/** Whatever was thrown, as a fault to show; anything that is not ours counts as unreadable. */
export function faultOf(thrown: unknown): BffFault {
  return thrown instanceof BffError ? thrown.fault : { kind: 'unreadable', status: 0 };
}
