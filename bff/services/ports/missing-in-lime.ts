import type { LimeTarget } from './lime-writer.ts';

/** An object has to be in Lime before something can be written, and is not. */
export class MissingInLime extends Error {
  override readonly name = 'MissingInLime';

  constructor(readonly target: LimeTarget) {
    super(
      `Lime has no ${target.kind} with the Billecta id ${target.billectaId}. It is tried again; sync it to Lime, or set its id there.`,
    );
  }
}
