import type { ApiCall } from './api/call-log.ts';
import type { Candidates, Command } from './candidates.ts';
import type { Fault } from './faults/fault.ts';
import type { AutogiroStage, DebtorChanges } from './model/debtor.ts';
import type { InvoiceSeed } from './seed/invoice-seed.ts';
import type { InvoiceActionSubView } from './views/list-types.ts';
import type { InvoiceActionView } from './views/types.ts';
import type { Delivery, WebhookTarget } from './webhooks/delivery.ts';
import type { CommentTarget } from './world.ts';

/**
 * What happens at Billecta without any call of ours: money arrives, reminders go out, somebody clicks in the
 * portal. Amounts are minor units. An unknown invoice throws NotFound, an impossible deed Refusal.
 */
export interface Deeds {
  attest(actionPublicId: string): void;
  send(actionPublicId: string): void;
  /** All that is left to pay, when no amount is given; more than that makes an overpayment. */
  registerPayment(actionPublicId: string, amountMinor?: number): void;
  /** The fee (default 60 kr) is added to what is left to pay. */
  sendReminder(actionPublicId: string, feeMinor?: number): void;
  sendToDebtCollection(actionPublicId: string): void;
  /** @returns the ActionPublicId of the credit invoice */
  credit(actionPublicId: string): string;
  writeOff(actionPublicId: string, amountMinor?: number): void;
  cancel(actionPublicId: string): void;
  makeManual(actionPublicId: string): void;
  /**
   * Uses the first unused overpayment of an invoice on another, and closes that when nothing is left to pay. What the
   * other cannot take is overpaid there.
   */
  matchOverpayment(actionPublicId: string, usedOnActionPublicId: string): void;
  /**
   * Money arrives that fits no invoice.
   *
   * @returns its UnhandledPaymentPublicId
   */
  receiveUnmatchedPayment(amountMinor: number): string;
  /** A withdrawal by autogiro fails; `reason` (default NoCoverage) is a name of AutogiroWithdrawalCommentCode. */
  failAutogiro(actionPublicId: string, reason?: string): void;
  /** A withdrawal that failed will be tried again the next day. */
  renewAutogiroWithdrawal(actionPublicId: string, reason?: string): void;
  /** The approval of this invoice's debtor could not be registered; `reason`: AutogiroApprovalCommentCode. */
  failAutogiroApproval(actionPublicId: string, reason?: string): void;
  /** Somebody writes about the invoice. */
  comment(actionPublicId: string, who: 'debtor' | 'creditor', text: string): void;
  /** Billecta tells whether the invoice reached its debtor. */
  reportDelivery(actionPublicId: string, report: { delivered: boolean; reason: string | null }): void;
  changeAutogiroApproval(actionPublicId: string, stage: Exclude<AutogiroStage, 'Failed'>): void;
  updateDebtor(actionPublicId: string, changes: DebtorChanges): void;
  /** Somebody runs one of the four commands in Billecta's portal. */
  inPortal(command: Command, actionPublicId: string): void;
}

/** A running stand-in for Billecta. */
export interface BillectaSimulator extends Deeds {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The Basic header value that is accepted. */
  readonly authorization: string;
  /** The SecureToken header value that is accepted, until tokens expire. */
  readonly secureToken: string;
  readonly creditorPublicId: string;
  readonly candidates: Candidates;
  /** Every API request received, the oldest first. A test may empty it. */
  readonly calls: ApiCall[];
  /** To whom each comment over the API went, the oldest first. */
  readonly commentTargets: CommentTarget[];
  /** Every webhook raised for a target, the oldest first. A test may empty it. */
  readonly deliveries: Delivery[];

  /** @returns its ActionPublicId */
  addInvoice(seed?: InvoiceSeed): string;
  /** The invoice as the API would answer it; enums as names under every candidate. */
  invoice(actionPublicId: string): InvoiceActionView;
  /** Its row in the open or closed list. */
  invoiceRow(actionPublicId: string): InvoiceActionSubView;

  /** Posts events to this address from now on. */
  addWebhook(target: WebhookTarget): void;
  /** Raises any event with any payload, as one of those that no deed raises. */
  raise(event: string, payload: unknown, options?: { subject?: string; secondPayload?: unknown }): void;

  /** @returns a function that ends this fault */
  fault(fault: Fault): () => void;
  clearFaults(): void;
  /** Makes every SecureToken invalid. */
  expireTokens(): void;

  /** Resolves when no webhook is on its way or waiting for a retry. */
  idle(): Promise<void>;
  /** Stops at once: connections are cut and retries forgotten. */
  close(): Promise<void>;
}
