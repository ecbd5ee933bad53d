import type { AmountView, DateTime, FileView } from './types.ts';

/** Money on an invoice: paid, credited or written off (facts 8.1). */
export interface IncomingPaymentView {
  CreditorPublicId: string;
  DebtorPublicId: string;
  PaymentReferenceId: string;
  InvoiceNumber: string | null;
  ActionPublicId: string;
  ActionType: 'InvoiceAction' | 'CreditInvoiceAction';
  DebtorName: string;
  PaymentMeanCode: string;
  ExternalReference: string | null;
  OCR: string | null;
  CreatedBy: string;
  Amount: AmountView;
  CreatedDate: DateTime;
  PaymentDate: DateTime;
  File: FileView | null;
  IsReminderPayment: boolean;
}

/** Money that is waiting to be used, or has been used since (facts 8.1). */
export interface UnhandledPaymentView {
  CreditorPublicId: string;
  UnhandledPaymentPublicId: string;
  CreditorName: string;
  SenderName: string;
  SenderAddress: string | null;
  SenderZipCode: string | null;
  SenderCity: string | null;
  SenderCountryCode: string;
  SenderOrgNo: string | null;
  SenderBankgiroNo: string | null;
  Reference: string;
  CreatedBy: string;
  DebtorPublicId: string | null;
  Amount: AmountView;
  PaymentDate: DateTime;
  UnhandledPaymentType: 'OverPayment' | 'UnmatchedPayment';
  OverpaymentDetails: OverpaymentDetailsView | null;
  AdditionalInformations: string[];
  State: 'Unhandled' | 'UsedOnInvoice';
}

export interface OverpaymentDetailsView {
  ActionType: 'InvoiceAction' | 'CreditInvoiceAction';
  ActionPublicId: string;
  InvoiceNumber: string | null;
  UsedOnActionPublicId: string | null;
}
