import { expect } from 'chai';
import { loadReasons } from '../../../frontend/i18n/autogiro-reasons/load-reasons.ts';
import { reasons } from '../../../frontend/i18n/autogiro-reasons/reasons-en.ts';

/** Both lists, as docs/facts/billecta.md 6.4 has them. */
const approval =
  'CancelledByPayerOrBank, AccountTypeNotApprovedForAutogiro, ApprovalIsMissingAtBankgirot, WrongBankOrPersonDetails, MakulatedDueToUnrespondedAccountRequest, PayerBankgiroMissing, ApprovalAlreadyExists, WrongOrgnoOrContract, WrongPayerNumber, WrongBankAccount, WrongReceiverBankgiro, ReceiverBankgiroIsUnregistered, NewApproval, Makulated, ApprovalIsMakulatedDueToMakulatedPayerBankgiroNumber, Unknown';
const withdrawal =
  'NoCoverage, PaymentFailed, WrongPaymentDate, WrongPayerNumber, WrongDebitingCode, WrongAmount, WrongNewPaymentDate, WrongReceiverBankgiroNumber, ReceiverBankgironumberIsMissing, Cancelled, PaymentIsMissing, ChangedPaymentDate, NotChangedRenewingJob, ExpiresApprovalMissing, ExpiresAccountNotApprovedOrClosed, WrongPeriodCode, WrongAmountSelfRenewedAssignments, AmountNotNumeric, ForbiddenForWithdraws, BankgiroNoMissingAtBGC, PassedPaymentDate, ReceiverBgNoIsNotSameOnOpeningPostAsTransactionPost, AmountExceedsMaximunAmount, Unknown';
const codes = [...new Set([...approval.split(', '), ...withdrawal.split(', ')])];

/** Names that are a word of the language. */
const oneWord = ['Unknown', 'Cancelled'];

describe("autogiro's reasons", () => {
  for (const language of ['sv', 'en', 'no', 'da', 'fi', 'de', 'nl'] as const)
    it(`are all told in ${language}, each in words of its own`, async () => {
      const words = await loadReasons(language);
      const texts = codes.map(words);
      expect(new Set(texts).size).to.equal(codes.length);
      for (const [index, text] of texts.entries()) {
        expect(text).to.match(/^[A-ZÅÄÖ].{3,}[^.]$/);
        if (!oneWord.includes(codes[index] ?? '')) expect(text).not.to.contain(codes[index]);
        if (language !== 'en') expect(text).not.to.equal(reasons[codes[index] as keyof typeof reasons]);
      }
    });

  it('are those of both lists and no others', () => {
    expect(Object.keys(reasons)).to.have.members(codes);
  });

  it('are quoted where there are no words for them', async () => {
    expect((await loadReasons('en'))('XYZ')).to.equal('Unknown reason (XYZ)');
    expect((await loadReasons('sv'))('XYZ')).to.equal('Okänd orsak (XYZ)');
    expect((await loadReasons('en'))('constructor')).to.equal('Unknown reason (constructor)');
    expect((await loadReasons('en'))("$'")).to.equal("Unknown reason ($')");
  });
});
