import { expect } from 'chai';
import type { CommandResult } from '../../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { outcomeText } from '../../../frontend/commands/outcome-text.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import { aResult, disputedInvoice, pausedInvoice, sentInvoice } from '../support/statuses.ts';

const now = new Date('2025-11-25T12:00:00Z');
const since = '2025-11-03T10:00:00.000Z';

async function words(status: InvoiceStatus, result: Partial<CommandResult> = {}, language = 'en') {
  return outcomeText({ ...status, command: aResult(result) }, await loadTranslator(language), now);
}

describe('the words for what came of a command', () => {
  const disputed = 'Invoice 70001 is disputed. Collection has stopped.';
  const cancelled = 'The dispute of invoice 70001 is cancelled.';
  const resumed = 'Invoice 70001 is resumed.';
  const lost = 'Invoice 70001: Billecta has received the command. Checking the result.';

  it('say when the comment did not reach Billecta, or nobody knows', async () => {
    expect(await words(disputedInvoice(), { commentSent: 'failed' })).to.equal(
      `${disputed} The comment could not be written to Billecta.`,
    );
    expect(await words(disputedInvoice(), { commentSent: 'unknown' })).to.equal(
      `${disputed} It is unknown whether the comment reached Billecta.`,
    );
    expect(await words(disputedInvoice(), { commentSent: 'failed' }, 'sv')).to.match(
      /Kommentaren kunde inte skrivas till Billecta\.$/,
    );
  });

  it('say nothing of a comment that went where it should', async () => {
    for (const commentSent of ['private', 'debtor', null] as const)
      expect(await words(disputedInvoice(), { commentSent })).to.equal(disputed);
  });

  it('never say that collection has started again while something else stops it', async () => {
    const cancel = { name: 'cancel-dispute' } as const;
    expect(await words(sentInvoice(), cancel)).to.equal(`${cancelled} Collection has started again.`);
    expect(await words(pausedInvoice(), cancel)).to.equal(
      `${cancelled} It is still paused, so reminders and debt collection stay stopped.`,
    );
    expect(await words(pausedInvoice({ paused: { since, until: '2025-12-24' } }), cancel)).to.match(
      /It is still paused until .*24.*, so reminders/,
    );
    expect(await words(disputedInvoice(), { name: 'resume' })).to.equal(
      `${resumed} It is still disputed, so reminders and debt collection stay stopped.`,
    );
    expect(await words(pausedInvoice(), { ...cancel, changed: false })).to.match(
      /was no longer disputed\. It is still paused/,
    );
  });

  it('say that the pause ends now when its day came while the invoice was disputed', async () => {
    const status = pausedInvoice({ paused: { since, until: '2025-11-20' } });
    expect(await words(status, { name: 'cancel-dispute' })).to.match(/Its pause was to end on .*20/);
  });

  it('never say that of an invoice on which nothing is collected', async () => {
    expect(await words(sentInvoice({ stage: 'paid' }), { name: 'resume' })).to.equal(resumed);
  });

  it('are made from the invoice as it is, whatever the command was', async () => {
    expect(await words(sentInvoice())).to.equal(lost);
    expect(await words(sentInvoice(), { name: 'pause', state: 'accepted' })).to.equal(lost);
    expect(await words(pausedInvoice(), { name: 'resume' })).to.equal(lost);
  });

  it('tell the end of a pause, also a new one', async () => {
    const paused = pausedInvoice({ paused: { since, until: '2025-12-24' } });
    expect(await words(paused, { name: 'pause' })).to.match(/^Invoice 70001 is paused until .*24/);
    const changed = { name: 'pause', changed: false, endChanged: true } as const;
    expect(await words(paused, changed)).to.match(/^Invoice 70001 is paused until .*24/);
    expect(await words(pausedInvoice(), changed)).to.match(/^Invoice 70001 is paused\. /);
  });

  it('say that a note was kept although somebody else was faster', async () => {
    expect(await words(disputedInvoice(), { changed: false })).to.equal(
      'Invoice 70001 was already disputed. Your comment is saved.',
    );
    expect(await words(disputedInvoice(), { changed: false, id: null })).to.equal(
      'Invoice 70001 was already disputed.',
    );
  });
});
