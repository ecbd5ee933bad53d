import type { Stage } from '../model/invoice.ts';
import type { AmountView, DateTime, FileView, InvoiceDocumentView } from './types.ts';

/** A row of the invoice lists (facts 8.1): IsDisputed is a flag here, and no Can... flags are told. */
export interface InvoiceActionSubView {
  ActionPublicId: string;
  ActionType: 'InvoiceAction' | 'CreditInvoiceAction';
  CreditorPublicId: string;
  CreditorOrgNo: string;
  CreditorName: string;
  DebtorPublicId: string;
  DebtorOrgNo: string;
  DebtorName: string;
  InvoiceNumber: string | null;
  OCR: string | null;
  ContractInvoiceActionPublicId: string | null;
  DebtCollectionActionPublicId: string | null;
  ReminderInvoiceActionPublicId: string | null;
  YourReference: string | null;
  NextEvent: string | null;
  NextEventDate: DateTime | null;
  CurrentAmount: AmountView;
  InvoicedAmount: AmountView;
  AwaitingPaymentTransferAmount: AmountView;
  TotalVATAmount: AmountView;
  Stage: Stage;
  DeliveryMethod: string;
  DeliveryStatus: string;
  Created: DateTime;
  InvoiceDate: DateTime;
  DueDate: DateTime;
  ClosedDate: DateTime | null;
  InvoiceSentDate: DateTime | null;
  ReminderInvoiceSentDate: DateTime | null;
  AttestedDate: DateTime | null;
  IsCommented: boolean;
  IsLocked: boolean;
  IsPaused: boolean;
  IsDisputed: boolean;
  AutogiroWithdrawalEnabled: boolean;
  File: FileView | null;
}

export interface ReminderInvoiceActionView {
  ActionPublicId: string;
  SourceActionPublicId: string;
  Created: DateTime;
  ClosedDate: DateTime | null;
  Stage: Stage;
  ReminderInvoices: Omit<InvoiceDocumentView, 'Email'>[];
  CurrentValue: AmountView;
  ReminderFee: AmountView;
}
