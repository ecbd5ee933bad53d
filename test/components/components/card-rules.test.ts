import { expect } from 'chai';
import { actionsFor } from '../../../frontend/components/invoice-card/actions-for.ts';
import { amountsFor, datesFor } from '../../../frontend/components/invoice-card/facts-for.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import {
  disputedInvoice,
  noneAllowed,
  pausedInvoice,
  sentInvoice,
  unsyncedInvoice,
} from '../support/statuses.ts';
import { ourDispute } from '../support/timelines.ts';

describe('the commands on the card', () => {
  const names = (...args: Parameters<typeof actionsFor>) => actionsFor(...args).map(({ name }) => name);

  it('are those that the state asks for', () => {
    expect(names(sentInvoice())).to.deep.equal(['dispute', 'pause']);
    expect(names(disputedInvoice())).to.deep.equal(['cancel-dispute', 'pause']);
    expect(names(pausedInvoice())).to.deep.equal(['dispute', 'resume', 'pause']);
  });

  it('give a pause that is there another end, while it can be ended', () => {
    const changing = { name: 'pause', allowed: { ok: true }, changesEnd: true };
    expect(actionsFor(pausedInvoice()).at(-1)).to.deep.equal(changing);
    const names = actionsFor(pausedInvoice({ allowed: noneAllowed('closed') })).map(({ name }) => name);
    expect(names).to.deep.equal(['dispute', 'resume']);
  });

  it('stay, with the reason, when they cannot be run', () => {
    const closed = { ok: false, reason: 'closed' };
    expect(actionsFor(disputedInvoice({ allowed: noneAllowed('closed') }))).to.deep.equal([
      { name: 'cancel-dispute', allowed: closed },
      { name: 'pause', allowed: closed },
    ]);
  });

  it('are none for an invoice that is not synced', () => {
    expect(actionsFor(unsyncedInvoice())).to.deep.equal([]);
  });
});

describe('the facts on the card', () => {
  it('lead to what is left to pay, and leave out what never happened', async () => {
    const t = await loadTranslator('en');
    expect(amountsFor(sentInvoice(), t).map(({ label }) => label)).to.deep.equal([
      'card.invoiced',
      'card.paid',
      'card.credited',
      'card.left',
    ]);
    const { amounts } = sentInvoice();
    const writtenOff = sentInvoice({ amounts: amounts && { ...amounts, writtenOff: 100 } });
    expect(amountsFor(writtenOff, t)[3]?.label).to.equal('card.written-off');
    expect(amountsFor(sentInvoice({ amounts: null }), t)).to.deep.equal([]);
  });

  it('say when a pause ends, and that a dispute holds its end back', async () => {
    const t = await loadTranslator('en');
    const paused = { since: null, until: '2025-11-20' };
    const resumed = (at: string, changes = {}) =>
      datesFor(pausedInvoice({ paused, ...changes }), t, [], new Date(at)).find(
        ({ label }) => label === 'card.resumed-on',
      )?.value;
    const disputed = { disputed: { since: '2025-11-03T10:00:00.000Z' } };
    expect(resumed('2025-11-19T12:00:00Z', disputed)).to.match(/20/);
    expect(resumed('2025-11-20T12:00:00Z', disputed)).to.equal('When the dispute is cancelled');
    expect(resumed('2025-11-20T12:00:00Z')).to.match(/20/);
  });

  it('say of the pause that it began with no end that does not hold any more', async () => {
    const t = await loadTranslator('en');
    const pause = ourDispute({ name: 'pause', reason: null, comment: null, until: '2025-11-20' });
    const detail = (until: string | null) =>
      datesFor(pausedInvoice({ paused: { since: null, until } }), t, [pause]).find(
        ({ label }) => label === 'card.paused-since',
      )?.detail;
    expect(detail('2025-11-20')).to.match(/until .*20/);
    expect(detail(null)).not.to.match(/until/);
    expect(detail('2025-12-24')).not.to.match(/until/);
  });

  it('say what happens next, or why nothing does', async () => {
    const t = await loadTranslator('sv');
    const next = (...args: Parameters<typeof sentInvoice>) => datesFor(sentInvoice(...args), t).at(-1)?.value;
    expect(next()).to.equal('Påminnelse skickas, 8 dec. 2030');
    expect(next({ nextEvent: { text: 'Påminnelse', date: null, type: null } })).to.equal('Påminnelse');
    expect(next({ nextEvent: { text: 'Något nytt', date: null, type: 'SomethingNew' } })).to.equal(
      'Något nytt',
    );
    expect(next({ nextEvent: null })).to.equal('Ingen planerad');
    expect(next({ nextEvent: null, paused: { since: null, until: null } })).to.equal(
      'Ingen så länge kravhanteringen är stoppad',
    );
  });
});
