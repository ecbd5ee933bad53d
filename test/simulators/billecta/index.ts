/**
 * A stand-in for Billecta, over real HTTP and in memory, that says only what is known of Billecta. What is not
 * known can be switched between candidates (see `Candidates`).
 */

export type { ApiCall } from './api/call-log.ts';
export type { Operation } from './api/endpoint.ts';
export type { CandidateOverrides, Candidates, Command, OperationPath } from './candidates.ts';
export { defaultCandidates, operationAlternatives } from './candidates.ts';
export type { Fault } from './faults/fault.ts';
export type { AutogiroStage } from './model/debtor.ts';
export type { Stage } from './model/invoice.ts';
export { NotFound, Refusal } from './model/refusal.ts';
export type { BillectaSimulatorOptions } from './options.ts';
export type { InvoiceSeed } from './seed/invoice-seed.ts';
export type { BillectaSimulator, Deeds } from './simulator.ts';
export { startBillectaSimulator } from './start.ts';
export type { InvoiceActionSubView, ReminderInvoiceActionView } from './views/list-types.ts';
export type { IncomingPaymentView, UnhandledPaymentView } from './views/payment-types.ts';
export type { DebtorAutogiroView, DebtorView, InvoiceActionView } from './views/types.ts';
export type { Delivery, WebhookTarget } from './webhooks/delivery.ts';
export type { EnvelopeName } from './webhooks/envelope.ts';
export { envelopeNames } from './webhooks/envelope.ts';
