import { expect, test } from 'vitest';
import type { LimeClient } from '../../../../bff/lime/client/client.ts';
import { rememberIdentity } from '../../../../bff/lime/identity/remember-identity.ts';
import type { Credential } from '../../../../bff/services/ports/lime.ts';
import { eventually } from '../../../service/support/eventually.ts';
import { patient, startLime } from '../start-lime.ts';

const remember = (lime: LimeClient, now: () => number) =>
  rememberIdentity(lime, { updateProof: ['acl', 'write'], now });

async function startWithMemory() {
  const clock = { now: 0 };
  const started = await startLime();
  return { ...started, clock, client: remember(started.client, () => clock.now) };
}

test('whether Lime knows somebody is asked once in ten seconds', async () => {
  const { lime, client, clock, as } = await startWithMemory();
  await client.requireKnown(as('user'), patient());
  clock.now = 9_999;
  await client.requireKnown(as('user'), patient());
  expect(lime.calls).toHaveLength(1);
  clock.now = 10_000;
  await client.requireKnown(as('user'), patient());
  expect(lime.calls).toHaveLength(2);
});

test('an administrator is one for ten seconds', async () => {
  const { lime, client, clock, as } = await startWithMemory();
  await client.provesAdministrator(as('admin'), patient());
  await client.provesAdministrator(as('admin'), patient());
  expect(lime.calls).toHaveLength(1);
  clock.now = 10_000;
  await client.provesAdministrator(as('admin'), patient());
  expect(lime.calls).toHaveLength(2);
});

test.each([
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'not-found'],
] as const)(
  'a caller whom Lime turned away with %i is turned away without asking again',
  async (status, code) => {
    const { lime, client, as } = await startWithMemory();
    lime.fault({ kind: 'status', status }, { times: 1 });
    await expect(client.provesAdministrator(as('admin'), patient())).rejects.toMatchObject({ code });
    await expect(client.provesAdministrator(as('admin'), patient())).rejects.toMatchObject({ code });
    expect(lime.calls).toHaveLength(1);
  },
);

test.each([
  ['failing', { kind: 'status', status: 500 } as const],
  ['cut off', { kind: 'outage' } as const],
  ['over its limit', { kind: 'status', status: 429, retryAfterSeconds: 0 } as const],
])('a Lime that was %s is asked again', async (_how, fault) => {
  const { lime, client, as } = await startWithMemory();
  const end = lime.fault(fault);
  await expect(client.requireKnown(as('user'), patient())).rejects.toBeDefined();
  end();
  await client.requireKnown(as('user'), patient());
});

test('several who ask the same at once share one call', async () => {
  const { lime, client, as } = await startWithMemory();
  const ask = () => client.requireKnown(as('user'), patient());
  await Promise.all([ask(), ask(), ask()]);
  expect(lime.calls).toHaveLength(1);
});

test('one who goes does not take the answer from those who wait for it too', async () => {
  const { lime, client, as } = await startWithMemory();
  lime.fault({ kind: 'slow', ms: Number.POSITIVE_INFINITY });
  const first = new AbortController();
  const gone = client.requireKnown(as('user'), first.signal);
  const waiting = client.requireKnown(as('user'), patient());
  await eventually(() => expect(lime.calls).toHaveLength(1));
  first.abort();
  await expect(gone).rejects.toMatchObject({ code: 'lime-timeout' });
  lime.clearFaults();
  await waiting;
  expect(lime.calls).toHaveLength(1);
});

test('a key is no good as a cookie', async () => {
  const { lime, client, as } = await startWithMemory();
  await client.requireKnown(as('user'), patient());
  const cookie: Credential = { kind: 'cookie', value: lime.keys.user };
  await expect(client.requireKnown(cookie, patient())).rejects.toMatchObject({
    code: 'unauthenticated',
  });
});

test('whom Lime knows is no administrator for that', async () => {
  const { client, as } = await startWithMemory();
  await client.requireKnown(as('user'), patient());
  await expect(client.provesAdministrator(as('user'), patient())).rejects.toBeDefined();
});

test('an invoice is read in Lime every time', async () => {
  const { lime, client, as, limeId } = await startWithMemory();
  await client.readInvoice(as('user'), limeId, patient());
  await client.readInvoice(as('user'), limeId, patient());
  expect(lime.calls).toHaveLength(2);
});

test('five thousand callers are remembered, and for one more the first is forgotten', async () => {
  const asked: string[] = [];
  const { client: lime } = await startLime();
  const counting = Object.assign(Object.create(lime), {
    async toldUpdateRight({ value }: Credential) {
      asked.push(value);
      return 'unproven';
    },
  });
  const client = remember(counting, () => 0);
  const ask = (value: string) => client.requireKnown({ kind: 'cookie', value }, patient());
  for (let caller = 0; caller <= 5_000; caller += 1) await ask(String(caller));
  asked.length = 0;
  await ask('5000');
  await ask('1');
  await ask('0');
  expect(asked).toEqual(['0']);
});
