import { cpus, loadavg } from 'node:os';
import { type StoreKind, storeKinds } from '../support/databases.ts';
import { type Result, type Row, toResult } from './row.ts';
import { rows } from './rows.ts';
import { type BenchEnvironment, openWorkshop } from './support/bench-environment.ts';
import { tableLine } from './table.ts';

/**
 * `npm run bench` measures every row on every store. `-- --json` prints the results as one JSON array; names of rows and
 * stores among the arguments measure only those.
 */
const args = process.argv.slice(2);
const json = args.includes('--json');
const chosen = <T extends string>(all: readonly T[]) => {
  const named = all.filter((name) => args.includes(name));
  return named.length > 0 ? named : all;
};
const names = chosen(rows.map(({ name }) => name));

const say = (text: string) => void (json ? process.stderr : process.stdout).write(`${text}\n`);

const [cpu] = cpus();
say(
  `${cpus().length} × ${cpu?.model}, Node ${process.version}, ${process.platform}, load average ${loadavg()[0]?.toFixed(1)} before the start`,
);
say(
  'The service is the built one, its log (info) goes to /dev/null; load and simulators share the machine with it.',
);
const results: Result[] = [];
for (const store of chosen(storeKinds)) results.push(...(await measureOn(store)));
if (json) process.stdout.write(`${JSON.stringify(results)}\n`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

async function measureOn(store: StoreKind): Promise<Result[]> {
  const benchEnvironment = await openWorkshop(store);
  const measured: Result[] = [];
  try {
    for (const row of rows.filter(({ name }) => names.includes(name))) {
      measured.push(await measure(row, benchEnvironment));
    }
  } finally {
    await benchEnvironment.close();
  }
  return measured;
}

async function measure(row: Row, benchEnvironment: BenchEnvironment): Promise<Result> {
  const found = await row.measure(benchEnvironment).catch((error: unknown) => String(error));
  const result = toResult(row, benchEnvironment.store, typeof found === 'string' ? null : found.value);
  say(tableLine(row, result, found));
  return result;
}
