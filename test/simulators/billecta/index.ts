/**
 * A stand-in for Billecta, over real HTTP and in memory, that says only what is known of Billecta. What is not
 * known can be switched between candidates (see `Candidates`).
 */

export type { CandidateOverrides, Command } from './candidates.ts';
export { operationAlternatives } from './candidates.ts';

export type { Stage } from './model/invoice.ts';
export { Refusal } from './model/refusal.ts';
export type { BillectaSimulatorOptions } from './options.ts';
export type { InvoiceSeed } from './seed/invoice-seed.ts';
export type { BillectaSimulator } from './simulator.ts';
export { startBillectaSimulator } from './start.ts';

export type { InvoiceActionView } from './views/types.ts';

export { envelopeNames } from './webhooks/envelope.ts';
