import { z } from 'zod';

/**
 * Billecta's views, as far as we read them (facts/billecta.md 8). Schemas there declare nothing required and grow
 * between versions, so all is nullable here and unknown fields pass.
 */
const text = z.string().nullish();
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
  ActionPublicId: z.string().min(1),
  CreditorPublicId: text,
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
  ActionPublicId: z.string().min(1),
  PaymentReferenceId: text,
  DebtorName: text,
  OCR: text,
});

export const UnhandledPaymentView = z.object({
  UnhandledPaymentPublicId: z.string().min(1),
  SenderName: text,
  Reference: text,
  State: enumeration,
  OverpaymentDetails: z.object({ ActionPublicId: text, UsedOnActionPublicId: text }).nullish(),
});

export const ReminderInvoiceActionView = z.object({
  ActionPublicId: z.string().min(1),
  SourceActionPublicId: z.string().min(1),
  Created: z.string().min(1),
  ReminderFee: AmountView,
});

export const DebtorView = z.object({
  DebtorPublicId: z.string().min(1),
  Autogiro: z.object({ Active: flag, Stage: enumeration }).nullish(),
});
export type DebtorView = z.infer<typeof DebtorView>;

export const ErrorView = z.object({ Message: z.string() });
