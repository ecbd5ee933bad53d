import { z } from 'zod';
import { isPlainId } from '../../domain/text/plain-id.ts';

/**
 * Billecta's views, as far as the service reads them (docs/facts/billecta.md 8). Schemas there declare nothing required
 * and grow between versions, so all is nullable here and unknown fields pass.
 */
const text = z.string().nullish();
/** It becomes a key, and part of a path: digits or a guid (docs/facts/billecta.md 1.4). */
const publicId = z.preprocess(
  (id) => (Number.isSafeInteger(id) ? String(id) : id),
  z.string().refine(isPlainId, 'is no id of Billecta'),
);
const flag = z.boolean().nullish();
const enumeration = z.union([z.string(), z.number()]).nullish();

export const AmountView = z
  .object({ CurrencyCode: text, Value: z.number().nullish(), ValueForView: z.number().nullish() })
  .nullish();
export type AmountView = z.infer<typeof AmountView>;

const EventView = z.object({
  EventPublicId: text,
  EventType: enumeration,
  EventDate: text,
  HasOccured: flag,
  Title: text,
  Content: text,
  EventBy: text,
});

const StateView = z.object({
  Stage: enumeration,
  DisputedDate: text,
  IsPaused: flag,
  ClosedDate: text,
  SentToDebtCollectionDate: text,
  NextEvent: text,
  NextEventDate: text,
});

export const InvoiceActionView = z.object({
  ActionPublicId: publicId,
  CreditorPublicId: text,
  Debtor: z.object({ DebtorPublicId: text }).nullish(),
  InvoiceNumber: text,
  DueDate: text,
  ReminderInvoiceActionPublicId: text,
  State: StateView,
  Events: z.array(EventView).nullish(),
  InvoicedAmount: AmountView,
  CurrentAmount: AmountView,
  PaidAmount: AmountView,
  CreditedAmount: AmountView,
  WriteOffAmount: AmountView,
  CanDispute: flag,
  CanUnDispute: flag,
  CanPause: flag,
  CanResume: flag,
});
export type InvoiceActionView = z.infer<typeof InvoiceActionView>;

export const IncomingPaymentView = z.object({
  ActionPublicId: publicId,
  PaymentReferenceId: text,
  DebtorName: text,
  OCR: text,
});

export const UnhandledPaymentView = z.object({
  UnhandledPaymentPublicId: publicId,
  SenderName: text,
  Reference: text,
  State: enumeration,
  OverpaymentDetails: z.object({ ActionPublicId: text, UsedOnActionPublicId: text }).nullish(),
});

export const ReminderInvoiceActionView = z.object({
  ActionPublicId: publicId,
  SourceActionPublicId: publicId,
  Created: z.string().min(1),
  ReminderFee: AmountView,
});

export const DebtorView = z.object({
  DebtorPublicId: publicId,
  Autogiro: z.object({ Active: flag, Stage: enumeration }).nullish(),
});
export type DebtorView = z.infer<typeof DebtorView>;

/**
 * Payload of `InvoiceCommented` (docs/facts/billecta.md 6.5); the comment itself is the last entry of the invoice's
 * log.
 */
export const InvoiceCommentedView = z.object({ InvoiceAction: z.object({ ActionPublicId: publicId }) });

/** Payload of `UndeliveredInvoice` (docs/facts/billecta.md 6.5). */
export const InvoiceDeliveryStatusView = z.object({
  ActionType: enumeration,
  ActionPublicId: publicId,
  Delivered: flag,
  Reason: text,
});

/** The second candidate for the payload of a failed or renewed withdrawal (docs/facts/billecta.md 6.4). */
export const AutogiroPaymentStatusView = z.object({ ActionPublicId: publicId, Comment: enumeration });

export const ErrorView = z.object({ Message: z.string() });
