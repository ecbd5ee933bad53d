/**
 * The numbers behind the enum names that these views use (facts 5.1 and 8.4), by the field that holds them.
 * Only needed under the candidate that answers numbers.
 */
const deliveryStatus = { Unknown: 0, Received: 1, Opened: 2, Viewed: 3 };
const level = { LatePaymentFee: 0, Reminders: 1, DebtCollection: 2, Bailiff: 3 };

export const enumNumbers: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Stage: {
    Created: 1,
    ReminderInvoiceSent: 2,
    Manual: 5,
    Completed: 6,
    Cancelled: 7,
    InvoiceSent: 12,
    Attested: 13,
    SentToDebtCollection: 16,
    // The stages of a debtor's autogiro, under the same field name.
    Pending: 0,
    Approved: 1,
    Failed: 2,
    Removed: 3,
  },
  ActionType: { InvoiceAction: 2, CreditInvoiceAction: 3 },
  EventType: {
    Created: 0,
    Attested: 1,
    InvoiceSent: 2,
    Paid: 3,
    Credited: 4,
    InvoiceDue: 5,
    WillBeSentToDebtCollection: 6,
    SentToDebtCollection: 7,
    Cancelled: 8,
    CommentedByDebtor: 9,
    CommentedByCreditor: 10,
    Paused: 12,
    Resumed: 13,
    Disputed: 14,
    UnDisputed: 15,
    WillSendReminderInvoice: 25,
    Completed: 31,
    MadeManual: 36,
    ReminderInvoiceSent: 41,
    WillSendInvoice: 42,
    AutogiroPaymentPostponed: 52,
    AutogiroWithdrawal: 57,
    OverPayment: 59,
    WrittenOff: 64,
  },
  CommunicationLanguage: { SV: 0 },
  DeliveryMethod: { Email: 0 },
  DeliveryStatus: deliveryStatus,
  DebtorType: { Private: 0, Company: 1 },
  InterestType: { AboveEffectiveReference: 1 },
  StartDebtCollectionActionLevel: level,
  EndDebtCollectionActionLevel: level,
  DiscountType: { Amount: 0 },
  RecordType: { Standard: 0 },
  RotRutType: { Unknown: -1 },
  UnhandledPaymentType: { UnmatchedPayment: 0, OverPayment: 1 },
  State: { Unhandled: 0, UsedOnInvoice: 1 },
};
