/**
 * Why a withdrawal by autogiro failed, or what became of an approval, by Billecta's name of it: what
 * AutogiroWithdrawalCommentCode and AutogiroApprovalCommentCode hold (docs/facts/billecta.md 6.4). The source of all
 * languages. A name of both lists means the same in both.
 */
export const reasons = {
  NoCoverage: 'Insufficient funds',
  PaymentFailed: 'Payment failed',
  WrongPaymentDate: 'Wrong payment date',
  WrongPayerNumber: 'Wrong payer number',
  WrongDebitingCode: 'Wrong debit code',
  WrongAmount: 'Wrong amount',
  WrongNewPaymentDate: 'Wrong new payment date',
  WrongReceiverBankgiroNumber: 'Wrong bankgiro number of the payee',
  ReceiverBankgironumberIsMissing: 'Bankgiro number of the payee is missing',
  Cancelled: 'Cancelled',
  PaymentIsMissing: 'Payment does not exist',
  ChangedPaymentDate: 'Payment date changed',
  NotChangedRenewingJob: 'Not changed: recurring payment',
  ExpiresApprovalMissing: 'Ended: no approval',
  ExpiresAccountNotApprovedOrClosed: 'Ended: account not approved or closed',
  WrongPeriodCode: 'Wrong period code',
  WrongAmountSelfRenewedAssignments: 'Wrong number of recurrences',
  AmountNotNumeric: 'Amount is not a number',
  ForbiddenForWithdraws: 'Withdrawals are blocked',
  BankgiroNoMissingAtBGC: 'Bankgiro number unknown to Bankgirot',
  PassedPaymentDate: 'Payment date has passed',
  ReceiverBgNoIsNotSameOnOpeningPostAsTransactionPost:
    'Bankgiro number of the payee differs between opening record and transaction',
  AmountExceedsMaximunAmount: 'Amount exceeds the limit',
  CancelledByPayerOrBank: 'Cancelled by the payer or the bank',
  AccountTypeNotApprovedForAutogiro: 'Account type not allowed for autogiro',
  ApprovalIsMissingAtBankgirot: 'Bankgirot has no approval',
  WrongBankOrPersonDetails: 'Wrong bank or personal details',
  MakulatedDueToUnrespondedAccountRequest: 'Voided: account inquiry not answered',
  PayerBankgiroMissing: 'Bankgiro number of the payer is missing',
  ApprovalAlreadyExists: 'Approval already exists',
  WrongOrgnoOrContract: 'Wrong organisation number, or no agreement',
  WrongBankAccount: 'Wrong bank account',
  WrongReceiverBankgiro: 'Wrong bankgiro of the payee',
  ReceiverBankgiroIsUnregistered: 'Bankgiro of the payee is deregistered',
  NewApproval: 'New approval',
  Makulated: 'Voided',
  ApprovalIsMakulatedDueToMakulatedPayerBankgiroNumber: 'Voided: bankgiro number of the payer is voided',
  Unknown: 'Unknown reason',
} satisfies Record<string, string>;

/** For a name that is not among them. */
export const other = 'Unknown reason ({code})';

/** The texts of one language. */
export type AutogiroReasons = Record<keyof typeof reasons, string>;
