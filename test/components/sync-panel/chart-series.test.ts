import { expect } from 'chai';
import { loadPanelTranslator, type PanelTranslator } from '../../../frontend/i18n/panel/panel-translator.ts';
import {
  commandItems,
  delayItems,
  outcomeSeries,
  queueItems,
  reasonItems,
} from '../../../frontend/sync-panel/charts/chart-series.ts';
import { noOutcomes, someCharts } from '../support/sync.ts';

const now = new Date('2025-11-03T10:00:00Z');
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ');

describe("the panel's pictures", () => {
  let t: PanelTranslator;
  beforeEach(async () => {
    t = await loadPanelTranslator('en');
  });

  it('show only outcomes that there were, each with how many', () => {
    const series = outcomeSeries(someCharts(), 'hours', now, t);
    expect(series.map(({ outcome, total }) => [outcome, total])).to.deep.equal([
      ['applied', 12],
      ['failed', 1],
    ]);
    const [applied, failed] = series;
    expect(applied?.items.map(({ text, value }) => [plain(text), value])).to.deep.equal([
      ['9:00 AM', 5],
      ['10:00 AM', 7],
    ]);
    expect(failed?.items.map(({ value }) => value)).to.deep.equal([0, 1]);
  });

  it('show the same by day', () => {
    const [applied] = outcomeSeries(someCharts(), 'days', now, t);
    expect(applied?.items.map(({ text, value }) => [text, value])).to.deep.equal([
      ['Nov 2, 2025', 40],
      ['Nov 3, 2025', 12],
    ]);
  });

  it('show repetitions and what was not read, and nothing when nothing came', () => {
    const hour = '2025-11-03T09:00:00.000Z';
    const seen = (outcomes: object) =>
      outcomeSeries(someCharts({ hours: [{ hour, ...noOutcomes, ...outcomes }] }), 'hours', now, t).map(
        ({ outcome }) => outcome,
      );
    expect(seen({ duplicates: 1, unreadable: 1, superseded: 1, ignored: 1 })).to.have.members([
      'duplicates',
      'unreadable',
      'superseded',
      'ignored',
    ]);
    expect(seen({ received: 3 })).to.deep.equal([]);
  });

  it('show how soon events were applied, in whole seconds, with a dash for an hour without any', () => {
    const told = (which: 'p50' | 'p95') =>
      delayItems(someCharts(), which, now, t).map(({ value, formattedValue }) => [
        value,
        plain(formattedValue),
      ]);
    expect(told('p50')).to.deep.equal([
      [0, '–'],
      [2, '2 sec'],
    ]);
    expect(told('p95')[1]).to.deep.equal([40, '40 sec']);
  });

  it('show the most that waited in each hour, and the longest wait', () => {
    const { depth, oldest } = queueItems(someCharts(), now, t);
    expect(depth.map(({ text, value }) => [plain(text), value])).to.deep.equal([
      ['9:00 AM', 0],
      ['10:00 AM', 4],
    ]);
    expect(oldest.map(({ value, formattedValue }) => [value, plain(formattedValue)])).to.deep.equal([
      [0, '0 ms'],
      [90, '1.5 min'],
    ]);
  });

  it('show how often each command was given, whatever came of it', () => {
    expect(commandItems(someCharts(), t).map(({ text, value }) => [text, value])).to.deep.equal([
      ['Dispute invoice', 3],
      ['Pause invoice', 1],
    ]);
    expect(commandItems(someCharts({ commands: [] }), t)).to.deep.equal([]);
  });

  it('show why invoices were disputed, the most frequent reason first, in colours of their own', () => {
    const { commands } = someCharts();
    const none = { command: 'dispute', reason: null, state: 'confirmed', count: 5 } as const;
    const failed = { command: 'dispute', reason: 'quality', state: 'failed', count: 3 } as const;
    const items = reasonItems(someCharts({ commands: [...commands, none, failed] }), t);
    expect(items.map(({ text, value }) => [text, value])).to.deep.equal([
      ['No reason given', 5],
      ['Quality complaint', 4],
      ['Wrong amount', 2],
    ]);
    expect(new Set(items.map(({ color }) => color)).size).to.equal(3);
  });
});
