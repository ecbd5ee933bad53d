import { request } from 'undici';
import type { Row } from './row.ts';
import type { BenchEnvironment } from './support/bench-environment.ts';
import { fillPanel } from './support/fill-panel.ts';
import { percentile } from './support/statistics.ts';

const stored = 1_000_000;
const times = 60;
/** Calls before it is measured, as nobody opens the panel in the second in which the service starts. */
const warmUp = 5;

/** What the panel asks, by name; the search is for what stands in no body, so that it goes as far as it may. */
const questions = {
  status: 'admin/status',
  issues: 'admin/issues',
  events: 'admin/events',
  dead: 'admin/events?states=dead,unreadable',
  stale: 'admin/events?states=superseded&event=Overpayment',
  rare: 'admin/events?event=NeverSeen',
  subject: 'admin/events?subject=4000000007',
  month: 'admin/events?event=DebtorUpdated&from=2020-01-01T00:00:00.000Z',
  search: 'admin/events?q=nobody-ever-says-this',
  event: 'admin/events/500003',
  rejected: 'admin/rejected',
  commands: 'admin/commands',
};

/** The slowest of the panel's questions beside a million stored events. */
export const panelP95: Row = {
  name: 'panel-p95',
  unit: 'ms',
  limit: { most: 100 },
  async measure(benchEnvironment) {
    const database = await benchEnvironment.createDatabase();
    await fillPanel(benchEnvironment, database, stored);
    const bff = await benchEnvironment.startBff(database, { CALLER_REQUESTS_PER_MINUTE: '9999999' });
    const base = `${bff.origin}/${benchEnvironment.limeDatabase}/limepkg-billecta-integration`;
    const found: Array<[string, number]> = [];
    for (const [name, path] of Object.entries(questions))
      found.push([name, await p95(`${base}/${path}`, benchEnvironment)]);
    await bff.stop();
    const [, slowest] = found.sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
    return { value: slowest, note: found.map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', ') };
  },
};

async function p95(url: string, { adminKey }: BenchEnvironment): Promise<number> {
  const took: number[] = [];
  for (let count = 0; count < warmUp + times; count += 1) {
    const started = performance.now();
    const { statusCode, body } = await request(url, { headers: { 'x-api-key': adminKey } });
    const text = await body.text();
    if (count >= warmUp) took.push(performance.now() - started);
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${text.slice(0, 200)}`);
  }
  return percentile(took, 95);
}
