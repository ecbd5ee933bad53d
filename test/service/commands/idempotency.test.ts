import { afterAll, beforeAll, expect, test } from 'vitest';
import { Caller } from '../support/caller.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const withKey = (key: string, who: 'user' | 'admin' = 'user') =>
  new Caller(harness.url, { 'x-api-key': harness.lime.keys[who], 'idempotency-key': key });

const disputes = (actionPublicId: string) =>
  harness.billecta.calls.filter(
    ({ operation, path }) => operation === 'dispute' && path.includes(actionPublicId),
  );

test('the same request with the same key gets the first answer, and nothing happens again', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  const first = await withKey('k1').run('dispute', limeId, { reason: 'quality' });
  harness.billecta.inPortal('cancel-dispute', actionPublicId);
  const second = await withKey('k1').run('dispute', limeId, { reason: 'quality' });
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(disputes(actionPublicId)).toHaveLength(1);
});

test('the same key with another body, or for another invoice, is refused', async () => {
  const [one, two] = [harness.addInvoice(), harness.addInvoice()];
  await withKey('k2').run('dispute', one.limeId, { reason: 'quality' });
  for (const reply of [
    await withKey('k2').run('dispute', one.limeId, { reason: 'other' }),
    await withKey('k2').run('dispute', two.limeId, { reason: 'quality' }),
    await withKey('k2').run('pause', one.limeId),
  ]) {
    expect([reply.status, reply.body.code]).toEqual([409, 'idempotency-key-reused']);
  }
  expect(disputes(two.actionPublicId)).toHaveLength(0);
});

test('two at once with the same key are one', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  const answers = await Promise.all([1, 2, 3].map(() => withKey('k3').run('dispute', limeId)));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answers[0]?.body.command.changed).toBe(true);
  expect(disputes(actionPublicId)).toHaveLength(1);
});

test('one caller knows nothing of the keys of another', async () => {
  const [one, two] = [harness.addInvoice(), harness.addInvoice()];
  await withKey('k4').run('dispute', one.limeId);
  expect((await withKey('k4', 'admin').run('dispute', two.limeId)).status).toBe(200);
});

test('a refusal is promised too; a failure is not, so that it can be tried again with the same key', async () => {
  const paid = harness.addInvoice({ stage: 'Completed' });
  const refused = await withKey('k5').run('dispute', paid.limeId);
  const again = await withKey('k5').run('dispute', paid.limeId);
  expect([refused.status, again.status]).toEqual([409, 409]);
  expect(again.headers.get('content-type')).toBe('application/problem+json');
  expect(again.body).toEqual(refused.body);

  const { limeId } = harness.addInvoice();
  const end = harness.lime.fault({ kind: 'status', status: 500 });
  expect((await withKey('k6').run('dispute', limeId)).status).toBe(502);
  end();
  expect((await withKey('k6').run('dispute', limeId)).status).toBe(200);
});

test.each(['', 'with space', 'x'.repeat(256)])('%j is no key', async (key) => {
  const { limeId } = harness.addInvoice();
  const { status, body } = await withKey(key).run('dispute', limeId);
  expect([status, body.code]).toEqual([400, 'invalid-request']);
});

test('a key outlives the service', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  const first = await withKey('k7').run('dispute', limeId);
  await harness.restart();
  expect((await withKey('k7').run('dispute', limeId)).body).toEqual(first.body);
  expect(disputes(actionPublicId)).toHaveLength(1);
});

test('a credential that Lime does not know leaves nothing behind, and a caller who may not is promised nothing', async () => {
  const { limeId } = harness.addInvoice();
  const rows = () =>
    harness.store.db.selectFrom('idempotency').select('key').where('key', '=', 'k8').execute();
  const stranger = new Caller(harness.url, { 'x-api-key': 'made-up', 'idempotency-key': 'k8' });
  expect((await stranger.run('dispute', limeId)).status).toBe(401);
  const reader = new Caller(harness.url, { 'x-api-key': harness.lime.keys.reader, 'idempotency-key': 'k8' });
  expect((await reader.run('dispute', limeId)).status).toBe(403);
  expect(await rows()).toEqual([]);
});
