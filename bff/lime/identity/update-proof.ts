import type { Credential, LimeInvoice, UpdateRight } from '../../services/ports/lime.ts';
import type { ProofName } from '../../services/ports/setup.ts';

/** The proofs that a caller may update invoices, by their names in the configuration. */
export const proofNames: readonly [ProofName, ...ProofName[]] = ['acl', 'write'];

/**
 * One way to find out whether a caller may update invoices.
 *
 * @param invoices - those that the caller wants to command; they are synced
 */
export type UpdateProof = (
  credential: Credential,
  invoices: readonly LimeInvoice[],
  signal: AbortSignal,
) => Promise<UpdateRight>;

/**
 * The first proof that has an answer decides. A signed identity of Lime's own package goes first as soon as there is
 * one (docs/facts/lime.md 7.3).
 */
export const firstOf =
  (proofs: readonly UpdateProof[]): UpdateProof =>
  async (...asked) => {
    for (const proof of proofs) {
      const right = await proof(...asked);
      if (right !== 'unproven') return right;
    }
    return 'unproven';
  };
