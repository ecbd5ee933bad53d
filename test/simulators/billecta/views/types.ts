import type { AutogiroStage } from '../model/debtor.ts';
import type { EventType } from '../model/event-type.ts';
import type { Stage } from '../model/invoice.ts';

/** A date-time in Billecta's wire form (facts 1.1). */
export type DateTime = string;

export interface AmountView {
  CurrencyCode: string;
  /** Minor units. */
  Value: number;
  /** The decimal amount, for display. */
  ValueForView: number;
}

export interface InvoiceActionStateView {
  Stage: Stage;
  InvoiceSentDate: DateTime | null;
  NextEventDate: DateTime | null;
  ClosedDate: DateTime | null;
  AttestedDate: DateTime | null;
  DisputedDate: DateTime | null;
  SmsSentDate: DateTime | null;
  SentToDebtCollectionDate: DateTime | null;
  SalesRequestedDate: DateTime | null;
  NextEvent: string | null;
  SwishPaymentPublicId: string | null;
  IsPaused: boolean;
  IsLocked: boolean;
  UseDebtorBalance: boolean;
  CreditCardPaymentPublicId: string | null;
}

export interface InvoiceActionEventView {
  Title: string;
  Content: string;
  EventBy: string;
  Reference: string | null;
  EventDate: DateTime;
  EventType: EventType;
  IsPublic: boolean;
  HasOccured: boolean;
  EventPublicId: string;
}

export interface FileView {
  FilePublicId: string;
  ContentType: string;
  FileName: string;
  Data: null;
}

/** An issued document; a reminder's has the same fields without Email. */
export interface InvoiceDocumentView {
  InvoiceDate: DateTime;
  DueDate: DateTime;
  InvoiceNumber: string;
  InvoiceDecription: string | null;
  OurReference: string | null;
  YourReference: string | null;
  Name: string;
  Address: string;
  Address2: string | null;
  ZipCode: string;
  City: string;
  CountryCode: string;
  Email?: string;
  OCR: string;
  PaymentTermsInDays: number;
  InvoicedAmount: AmountView;
  InvoiceFile: FileView;
}

export interface DebtorView {
  DebtorPublicId: string;
  CreditorPublicId: string;
  DebtorExternalId: string | null;
  OrgNo: string;
  Name: string;
  Address: string;
  ZipCode: string;
  City: string;
  CountryCode: string;
  Phone: string;
  Email: string;
  IsActive: boolean;
  ProtectedIdentity: boolean;
  UseProtectedMailDelivery: boolean;
  DebtorType: 'Private' | 'Company';
  Created: DateTime;
  /** Null when autogiro has never been spoken of. */
  Autogiro: DebtorAutogiroView | null;
  [field: string]: unknown;
}

/** How far a debtor's approval of direct debits has come. */
export interface DebtorAutogiroView {
  Active: boolean;
  AccountNo: string;
  ClearingNo: string;
  PayerNumber: string;
  PaymentServiceSupplier: string | null;
  Stage: AutogiroStage;
  AutogiroFirstWithdrawalDate: DateTime | null;
}

/** The sixteen pre-flight flags. */
export interface InvoiceActionFlags {
  CanPause: boolean;
  CanResume: boolean;
  CanCreateCreditInvoice: boolean;
  CanCreateInterestInvoice: boolean;
  CanRegisterPayment: boolean;
  CanMakeManual: boolean;
  CanSendManualInvoice: boolean;
  CanResendManualInvoice: boolean;
  CanSendManualReminderInvoice: boolean;
  CanPostpone: boolean;
  CanSendToDebtCollection: boolean;
  CanDispute: boolean;
  CanUnDispute: boolean;
  CanSell: boolean;
  CanCancelSalesRequest: boolean;
  CanCreateAutogiroWithdrawal: boolean;
}

/** Facts 8.1. Fields that no test reads are there on the wire, and typed as unknown. */
export interface InvoiceActionView extends InvoiceActionFlags {
  ActionPublicId: string;
  CreditorPublicId: string;
  ActionType: 'InvoiceAction' | 'CreditInvoiceAction';
  InvoiceNumber: string | null;
  ExternalReference: string | null;
  DebtCollectionActionPublicId: string | null;
  ReminderInvoiceActionPublicId: string | null;
  Created: DateTime;
  InvoiceDate: DateTime;
  DueDate: DateTime;
  PaymentTermsInDays: number;
  Debtor: DebtorView;
  State: InvoiceActionStateView;
  Invoices: InvoiceDocumentView[];
  Events: InvoiceActionEventView[];
  InvoicedAmount: AmountView;
  CurrentAmount: AmountView;
  CreditedAmount: AmountView;
  PaidAmount: AmountView;
  WriteOffAmount: AmountView;
  CreditingInvoice: { SourcePublicId: string; SourceInvoiceId: string | null } | null;
  [field: string]: unknown;
}
