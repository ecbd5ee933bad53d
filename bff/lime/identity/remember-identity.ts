import type { Credential, LimePort, UpdateRight } from '../../services/ports/lime.ts';
import type { ProofName } from '../../services/ports/setup.ts';
import { Fault } from '../../services/shared/fault.ts';
import type { LimeClient } from '../client/client.ts';
import { Memory } from './memory.ts';
import { firstOf, type UpdateProof } from './update-proof.ts';

/** How long Lime's answer about a caller is valid when it is asked, and when it was written to, ms. */
const seconds = 10_000;
const minutes = 10 * 60_000;

export interface IdentityOptions {
  /** The proofs that a caller may update invoices, in order of precedence. */
  updateProof: readonly ProofName[];
  /** A clock that only goes forward, ms: one set back would let a revoked key pass for longer. */
  now: () => number;
}

/**
 * Lime, asked once in a while who a caller is: whether it knows them, whether they may update invoices, and whether
 * they are an administrator. Both a yes and a no are remembered, for the credential that asked alone. Reading invoices
 * is asked every time.
 */
export function rememberIdentity(lime: LimeClient, { updateProof, now }: IdentityOptions): LimePort {
  const administrator = new Memory<void>(now, () => seconds, seconds);
  const rights = new Memory<UpdateRight>(now, () => seconds, seconds);
  // That one invoice may not be read any more says nothing of the others.
  const written = new Memory<UpdateRight>(now, (right) => (right === 'unproven' ? seconds : minutes), 0);
  const ask = (credential: Credential, signal: AbortSignal) =>
    rights.answer(credential, signal, (own) => lime.toldUpdateRight(credential, own));

  const proofs: Record<ProofName, UpdateProof> = {
    acl: (credential, _invoices, signal) => ask(credential, signal).catch(unprovenIfUnreadable),
    write: async (credential, [invoice], signal) => {
      if (!invoice) return (await written.known(credential)) ?? 'unproven';
      return written.answer(credential, signal, (own) => lime.writeUnchanged(credential, invoice, own));
    },
  };

  return {
    readInvoice: (...asked) => lime.readInvoice(...asked),
    readInvoices: (...asked) => lime.readInvoices(...asked),
    readNames: (...asked) => lime.readNames(...asked),
    selectInvoices: (...asked) => lime.selectInvoices(...asked),
    requireKnown: async (credential, signal) => {
      await ask(credential, signal);
    },
    updateRight: firstOf(updateProof.map((name) => proofs[name])),
    provesAdministrator: (credential, signal) =>
      administrator.answer(credential, signal, (own) => lime.provesAdministrator(credential, own)),
  };
}

/** Metadata of another form proves nothing about rights; another proof may. */
function unprovenIfUnreadable(error: unknown): UpdateRight {
  if (error instanceof Fault && error.code === 'lime-unreadable') return 'unproven';
  throw error;
}
