import { expect } from 'chai';
import type { CommandState } from '../../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { chipsFor } from '../../../frontend/components/invoice-status/chips-for.ts';
import {
  disputedInvoice,
  pausedInvoice,
  sentInvoice,
  unreadInvoice,
  unseenInvoice,
  unsyncedInvoice,
} from '../support/statuses.ts';

const style = { now: new Date('2025-11-20T12:00:00Z'), locale: 'en' };

const texts = (status: InvoiceStatus, sending: Parameters<typeof chipsFor>[1] = null) =>
  chipsFor(status, sending, style).map(({ text }) => text);

const pending = (state: CommandState) =>
  sentInvoice({
    pendingCommand: { id: 'c', name: 'pause', state, requestedAt: '2025-11-03T10:00:00.000Z' },
  });

describe('the chips of an invoice', () => {
  it('tell its stage', () => {
    expect(texts(sentInvoice())).to.deep.equal(['stage.sent']);
  });

  it('tell disputed, paused and overdue beside the stage, never instead of it', () => {
    const status = disputedInvoice({ stage: 'reminded', paused: { since: null, until: null }, overdue: 12 });
    expect(texts(status)).to.deep.equal(['stage.reminded', 'chip.disputed', 'chip.paused', 'chip.overdue']);
    expect(chipsFor(status, null, style).at(-1)?.values).to.deep.equal({ count: 12 });
  });

  it('tell trouble with autogiro, in red until Billecta tries again', () => {
    const trouble = (state: 'failed' | 'renewed') =>
      chipsFor(
        sentInvoice({ autogiro: { state, since: '2025-11-03T10:00:00.000Z', reason: null } }),
        null,
        style,
      ).at(-1);
    expect(trouble('failed')).to.include({ text: 'chip.autogiro.failed', tone: 'danger' });
    expect(trouble('renewed')).to.include({ text: 'chip.autogiro.renewed', tone: 'attention' });
  });

  it('tell what nobody has marked as read: a failed delivery in red, what the debtor wrote to be looked at', () => {
    const tones = chipsFor(unseenInvoice(), null, style).map(({ id, tone }) => [id, tone]);
    expect(tones).to.deep.equal([
      ['stage', 'neutral'],
      ['undelivered', 'danger'],
      ['comment', 'attention'],
    ]);
  });

  it('tell what is written off in part, and what is overpaid', () => {
    const money = { currency: 'SEK', invoiced: 1000, current: 0, paid: 0, credited: 0, writtenOff: 0 };
    const chips = (changes: object) => texts(sentInvoice({ amounts: { ...money, ...changes } })).slice(1);
    expect(chips({ writtenOff: 1000 })).to.deep.equal(['chip.written-off']);
    expect(chips({ writtenOff: 200, current: 800 })).to.deep.equal(['chip.part-written-off']);
    expect(chips({ writtenOff: 200, paid: 800 })).to.deep.equal(['chip.part-written-off']);
    expect(chips({ paid: 1000 })).to.deep.equal([]);
    expect(chips({ paid: 1001 })).to.deep.equal(['chip.overpaid']);
    expect(chips({ paid: 801, credited: 100, writtenOff: 100 })).to.deep.equal([
      'chip.overpaid',
      'chip.part-written-off',
    ]);
    expect(chips({ credited: 1000 })).to.deep.equal([]);
  });

  it('say only that an invoice is not synced', () => {
    expect(texts(unsyncedInvoice())).to.deep.equal(['chip.not-synced']);
    expect(chipsFor(unsyncedInvoice(), null, style)[0]?.tone).to.equal('neutral');
  });

  it('are loading while Billecta has not been read', () => {
    expect(chipsFor(unreadInvoice(), null, style)).to.deep.include({
      id: 'loading',
      text: 'chip.loading',
      icon: 'hourglass',
      tone: 'neutral',
    });
  });

  it('put a command of this page first, as sending', () => {
    expect(texts(pausedInvoice(), 'resume')).to.deep.equal(['chip.sending', 'stage.sent', 'chip.paused']);
  });

  it('tell a command that is still under way in the BFF', () => {
    expect(texts(pending('requested'))[0]).to.equal('chip.sending');
    expect(texts(pending('accepted'))[0]).to.equal('chip.checking');
    expect(texts(pending('unknown'))[0]).to.equal('chip.checking');
    expect(texts(pending('refused'))[0]).to.equal('stage.sent');
  });

  it('are red for what is late, green for what is paid, and blue for what stands still', () => {
    const tones = (status: InvoiceStatus) => chipsFor(status, null, style).map(({ tone }) => tone);
    expect(tones(sentInvoice({ overdue: 1 }))).to.deep.equal(['neutral', 'danger']);
    expect(tones(sentInvoice({ stage: 'debt-collection' }))).to.deep.equal(['danger']);
    expect(tones(sentInvoice({ stage: 'paid' }))).to.deep.equal(['good']);
    expect(tones(disputedInvoice({ paused: { since: null, until: null } }))).to.deep.equal([
      'neutral',
      'stopped',
      'stopped',
    ]);
  });
});
