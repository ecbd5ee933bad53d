import type { LimeTarget } from '../../../services/ports/lime-writer.ts';

/** `kind/billecta_id`, as in the column `waits_for`. */
export const nameOf = ({ kind, billectaId }: LimeTarget) => `${kind}/${billectaId}`;
