/**
 * The event types that an invoice meets here (facts 5.3, numbers of 8.4), with the Swedish title that a log
 * row or NextEvent shows. The titles are made up: the facts know that they are Swedish, not how they read.
 */
export const eventTitles = {
  Created: 'Faktura skapad',
  Attested: 'Faktura attesterad',
  InvoiceSent: 'Faktura skickad',
  Paid: 'Betalning mottagen',
  Credited: 'Faktura krediterad',
  InvoiceDue: 'Faktura förfaller',
  WillBeSentToDebtCollection: 'Skickas till inkasso',
  SentToDebtCollection: 'Skickad till inkasso',
  Cancelled: 'Faktura makulerad',
  Paused: 'Faktura pausad',
  Resumed: 'Faktura återupptagen',
  Disputed: 'Faktura bestriden',
  UnDisputed: 'Bestridande borttaget',
  WillSendReminderInvoice: 'Påminnelse skickas',
  Completed: 'Faktura avslutad',
  MadeManual: 'Faktura hanteras manuellt',
  ReminderInvoiceSent: 'Påminnelse skickad',
  WillSendInvoice: 'Faktura skickas',
  OverPayment: 'Överbetalning',
  WrittenOff: 'Belopp avskrivet',
  CommentedByDebtor: 'Kommentar från kund',
  CommentedByCreditor: 'Kommentar',
  AutogiroWithdrawal: 'Autogirodragning',
  AutogiroPaymentPostponed: 'Autogirodragning framflyttad',
} as const;

export type EventType = keyof typeof eventTitles;
