import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { defaultKeys } from '../../../bff/billecta/webhook/webhook-envelope.ts';
import type { Issues } from '../../../bff/contract/admin/issues.ts';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { deliveryParser } from '../../../bff/delivery-parser.ts';
import { openStore } from '../../../bff/store/store.ts';
import { eventually } from '../support/eventually.ts';
import { envelopeOf, inbox } from '../support/inbox.ts';
import { refuse } from '../support/refuse.ts';
import { type Harness, startHarness, webhookKey } from '../support/start.ts';

let harness: Harness;
let ahead = 0;
beforeAll(async () => {
  harness = await startHarness({ now: () => new Date(Date.now() + ahead) });
});
afterAll(() => harness.close());

const post = (body: string) =>
  fetch(`${harness.url}/billecta-webhook-receiver`, {
    method: 'POST',
    headers: { 'x-api-key': webhookKey },
    body,
  });
const about = (id: string) => JSON.stringify(envelopeOf('DebtorUpdated', { DebtorPublicId: id }));
const statusesOf = async (bodies: readonly string[]) =>
  (await Promise.all(bodies.map(post))).map(({ status }) => status);

test('a delivery that the database refuses takes none of those beside it along', async () => {
  await refuse(harness.store, 'insert', 'inbox', "new.subject = 'refused-on-its-way-in'");
  const store = await openStore(harness.store.url, deliveryParser(defaultKeys));
  onTestFinished(() => store.close());
  const names = ['g1', 'g2', 'g3', 'refused-on-its-way-in', 'g4', 'g5', 'g6', 'g7'];
  // Those of one turn share a commit.
  const taken = await Promise.allSettled(
    names.map((name) =>
      store.intake.accept({
        database: harness.lime.database,
        headers: '{}',
        bytes: new TextEncoder().encode(about(name)),
        receivedAt: new Date().toISOString(),
      }),
    ),
  );
  expect(taken.map(({ status }) => status)).toEqual(
    names.map((name) => (name.startsWith('g') ? 'fulfilled' : 'rejected')),
  );
  const [answer] = await statusesOf([about('refused-on-its-way-in')]);
  expect(answer).toBe(500);
});

test('half a letter in a delivery id harms nobody', async () => {
  const id = '{"Id":"\\ud800half","Event":"DebtorUpdated","Data":{"DebtorPublicId":"h"}}';
  expect(await statusesOf([about('h1'), about('h2'), id, about('h3')])).toEqual([200, 200, 200, 200]);
});

test('an event that cannot be claimed fails for good; all others are applied', async () => {
  await refuse(
    harness.store,
    'update',
    'inbox',
    "new.subject = 'refused-when-claimed' and new.lease_token is not null",
  );
  expect(await statusesOf(['c1', 'refused-when-claimed', 'c2'].map(about))).toEqual([200, 200, 200]);
  await eventually(async () => {
    for (const subject of ['c1', 'c2'])
      expect(await inbox(harness, { subject })).toMatchObject([{ state: 'applied' }]);
    const [dead] = await inbox(harness, { state: 'dead' });
    expect(dead).toMatchObject({ cause: 'bug', outcome: expect.stringContaining('refused') });
  });
  expect(await statusesOf([about('c3')])).toEqual([200]);
  await eventually(async () =>
    expect(await inbox(harness, { subject: 'c3' })).toMatchObject([{ state: 'applied' }]),
  );
});

test('work that keeps failing for a minute is told by /readyz and by the panel, until it succeeds', async () => {
  const readyz = async () => {
    const answer = await fetch(`${harness.origin}/readyz`);
    return [answer.status, await answer.json()];
  };
  await sql`alter table debtor_read rename to debtor_read_away`.execute(harness.store.db);
  await eventually(() => expect(harness.log.join('')).toContain('"worker":"debtors"'));
  expect(await readyz()).toEqual([200, { status: 'ready' }]);
  ahead = 61_000;
  expect(await readyz()).toEqual([503, { status: expect.stringMatching(/^debtors fails since 2/) }]);
  const admin = harness.as('admin');
  const { verdict } = (await admin.get('admin/status')).body as AdminStatus;
  expect(verdict).toMatchObject({ kind: 'trouble', issue: { id: 'worker-failing.bug', count: 1 } });
  const { issues } = (await admin.get('admin/issues')).body as Issues;
  expect(issues.find(({ kind }) => kind === 'worker-failing')).toMatchObject({
    severity: 'error',
    retryable: false,
    message: expect.stringMatching(/^debtors: .*debtor_read/),
  });
  await sql`alter table debtor_read_away rename to debtor_read`.execute(harness.store.db);
  await eventually(async () => expect(await readyz()).toEqual([200, { status: 'ready' }]));
});
