import { expect } from 'chai';
import { loadPanelTranslator, type PanelTranslator } from '../../../frontend/i18n/panel/panel-translator.ts';
import {
  commandCounts,
  delayBars,
  outcomeBars,
  queueBars,
  reasonCounts,
} from '../../../frontend/sync-panel/charts/chart-series.ts';
import { noOutcomes, someCharts } from '../support/sync.ts';

const now = new Date('2025-11-03T10:00:00Z');
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ');

describe("the panel's pictures", () => {
  let t: PanelTranslator;
  beforeEach(async () => {
    t = await loadPanelTranslator('en');
  });

  it('show only outcomes that there were, by hour and by day', () => {
    const { times, series } = outcomeBars(someCharts(), 'hours', now, t);
    expect(times.map(plain)).to.deep.equal(['9:00 AM', '10:00 AM']);
    expect(series.map(({ name, values }) => [name, values])).to.deep.equal([
      ['Applied', [5, 7]],
      ['Failed', [0, 1]],
    ]);
    const days = outcomeBars(someCharts(), 'days', now, t);
    expect(days.times).to.deep.equal(['Nov 2, 2025', 'Nov 3, 2025']);
    expect(days.series[0]?.values).to.deep.equal([40, 12]);
  });

  it('show repetitions and what was not read, and nothing when nothing came', () => {
    const hour = '2025-11-03T09:00:00.000Z';
    const seen = (outcomes: object) =>
      outcomeBars(someCharts({ hours: [{ hour, ...noOutcomes, ...outcomes }] }), 'hours', now, t).series.map(
        ({ name }) => name,
      );
    expect(seen({ duplicates: 1, unreadable: 1, superseded: 1, ignored: 1 })).to.have.members([
      'Duplicates',
      'Unreadable',
      'Already known',
      'Not supported',
    ]);
    expect(seen({ received: 3 })).to.deep.equal([]);
  });

  it('show how soon events were applied, in whole seconds, with a dash for an hour without any', () => {
    const told = (which: 'p50' | 'p95') => delayBars(someCharts(), which, now, t).series[0];
    expect(told('p50')?.values).to.deep.equal([0, 2]);
    expect(told('p50')?.texts?.map(plain)).to.deep.equal(['–', '2 sec']);
    expect(told('p95')?.values[1]).to.equal(40);
  });

  it('show the most that waited in each hour, and the longest wait', () => {
    const { depth, oldest } = queueBars(someCharts(), now, t);
    expect(depth.series[0]?.values).to.deep.equal([0, 4]);
    expect(oldest.series[0]?.values).to.deep.equal([0, 90]);
    expect(oldest.series[0]?.texts?.map(plain)).to.deep.equal(['0 ms', '1.5 min']);
  });

  it('show how often each command was given, whatever came of it', () => {
    expect(commandCounts(someCharts(), t).map(({ text, value }) => [text, value])).to.deep.equal([
      ['Dispute invoice', 3],
      ['Pause invoice', 1],
    ]);
    expect(commandCounts(someCharts({ commands: [] }), t)).to.deep.equal([]);
  });

  it('show why invoices were disputed, the most frequent reason first', () => {
    const { commands } = someCharts();
    const none = { command: 'dispute', reason: null, state: 'confirmed', count: 5 } as const;
    const failed = { command: 'dispute', reason: 'quality', state: 'failed', count: 3 } as const;
    const items = reasonCounts(someCharts({ commands: [...commands, none, failed] }), t);
    expect(items.map(({ text, value }) => [text, value])).to.deep.equal([
      ['No reason given', 5],
      ['Quality complaint', 4],
      ['Wrong amount', 2],
    ]);
  });
});
