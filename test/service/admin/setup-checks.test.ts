import { afterEach, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
afterEach(() => harness.close());

interface Verbose {
  status: string;
  setup: { checks: Record<string, string>; faults: string[] };
}

async function verbose(): Promise<Verbose> {
  const answer = await fetch(`${harness.origin}/readyz?verbose`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Verbose;
}

const linesOf = (level: number) =>
  harness.log.flatMap((line) => {
    const { level: of, msg } = JSON.parse(line);
    return of === level ? [msg as string] : [];
  });

describe('a set-up that cannot work is told, one plain line a fault, with the variable that mends it', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      'a field that Lime does not have',
      { LIME_ACTION_PUBLIC_ID_FIELD: 'actionpublidid' },
      /^LIME_ACTION_PUBLIC_ID_FIELD: limetype invoice has no field "actionpublidid"; it has actionpublicid, /,
    ],
    [
      'a limetype that Lime does not have',
      { LIME_DEBTOR_LIMETYPE: 'kund' },
      /^LIME_DEBTOR_LIMETYPE: Lime has no limetype "kund"\.$/,
    ],
    [
      'a field of the mapping that Lime does not have',
      { LIME_FIELD_MAPPING: '{"invoice":[{"billecta_field":"OCR","lime_field":"ocrnumber"}]}' },
      /^LIME_FIELD_MAPPING: invoice: OCR to invoice\.ocrnumber: Lime has no such field\.$/,
    ],
    [
      'a credential that Billecta does not know',
      { BILLECTA_AUTHORIZATION: `Basic ${btoa('nobody:nothing')}` },
      /^BILLECTA_AUTHORIZATION: /,
    ],
    ['a key that Lime does not know', { LIME_API_KEY: 'nobody' }, /^LIME_API_KEY: /],
    ['a Billecta that nobody reaches', { BILLECTA_URL: 'http://127.0.0.1:9' }, /^BILLECTA_URL: /],
  ])('%s', async (_what, environment, line) => {
    harness = await startHarness({ environment });
    const { setup } = await verbose();
    expect(
      setup.faults.filter((fault) => line.test(fault)),
      setup.faults.join('\n'),
    ).toHaveLength(1);
  });

  test('in the log at the start, each once', async () => {
    harness = await startHarness({ environment: { LIME_DEBTOR_LIMETYPE: 'kund' } });
    await harness.checkSetup();
    await harness.checkSetup();
    expect(linesOf(40).filter((line) => line.startsWith('LIME_DEBTOR_LIMETYPE'))).toHaveLength(1);
  });
});

test('a set-up that is right is said to be complete', async () => {
  harness = await startHarness();
  await harness.checkSetup();
  expect(linesOf(30)).toContain('the set-up is complete');
  const { status, setup } = await verbose();
  expect({ status, faults: setup.faults }).toEqual({ status: 'ready', faults: [] });
  expect(setup.checks).toMatchObject({ 'lime-names': 'ok', 'billecta-credential': 'ok' });
});

test('nobody is asked oftener than once a minute, however many ask', async () => {
  harness = await startHarness();
  await verbose();
  const calls = harness.lime.calls.length;
  await Promise.all(Array.from({ length: 20 }, verbose));
  expect(harness.lime.calls).toHaveLength(calls);
});
