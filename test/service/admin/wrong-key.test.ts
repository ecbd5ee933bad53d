import { afterEach, expect, test } from 'vitest';
import type { Checks } from '../../../bff/contract/admin/checks.ts';
import type { Issues } from '../../../bff/contract/admin/issues.ts';
import type { RejectedPage } from '../../../bff/contract/admin/rejected.ts';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { eventually } from '../support/eventually.ts';
import { type Harness, startHarness, webhookKey } from '../support/start.ts';

let harness: Harness;
afterEach(() => harness.close());

async function ask<T>(path: string): Promise<T> {
  const { status, body } = await harness.as('admin').get(path);
  expect({ path, status }).toEqual({ path, status: 200 });
  return body as T;
}

let sent = 0;
async function call(key: string, status: number): Promise<void> {
  sent += 1;
  const answer = await fetch(`${harness.url}/billecta-webhook-receiver`, {
    method: 'POST',
    headers: { 'x-api-key': key },
    body: `{"Event":"DailyNotification","Data":${sent}}`,
  });
  expect(answer.status).toBe(status);
}

const rejected = async () => (await ask<RejectedPage>('admin/rejected')).requests.length;
const issue = async () =>
  (await ask<Issues>('admin/issues')).issues.find(({ id }) => id === 'request.unauthenticated');
const webhookCheck = async () =>
  (await ask<Checks>('admin/checks')).checks.find(({ id }) => id === 'webhook-address');
const isUsed = () =>
  eventually(async () =>
    expect((await ask<RejectedPage>('admin/rejected')).keys.at(-1)?.lastUsedAt).not.toBeNull(),
  );

test('where no key has ever worked, one webhook with a wrong key needs an action, and is counted in the set-up', async () => {
  harness = await startHarness();
  expect(await webhookCheck()).toMatchObject({ state: 'warning', wrongKeys: 0 });
  await call('a-wrong-key', 401);
  await eventually(async () => expect(await issue()).toMatchObject({ severity: 'error', count: 1 }));
  const { verdict, tiles } = await ask<AdminStatus>('admin/status');
  expect(verdict).toMatchObject({ kind: 'trouble', issue: { id: 'request.unauthenticated', count: 1 } });
  expect(tiles.find(({ id }) => id === 'webhooks')).toMatchObject({ state: 'error' });
  expect(await webhookCheck()).toMatchObject({ state: 'failed', wrongKeys: 1 });
});

test('when Billecta begins to send a wrong key, it needs an action until a right one is used', async () => {
  harness = await startHarness();
  await call(webhookKey, 200);
  await isUsed();
  for (let count = 0; count < 3; count += 1) await call('a-wrong-key', 401);
  await eventually(async () => expect(await issue()).toMatchObject({ severity: 'error', count: 3 }));
  await call(webhookKey, 200);
  await eventually(async () => expect(await issue()).toBeUndefined());
  expect((await ask<AdminStatus>('admin/status')).verdict).toMatchObject({ kind: 'ok' });
  expect(await webhookCheck()).toMatchObject({ state: 'ok', wrongKeys: 0 });
  expect(await rejected()).toBe(3);
});

test('a stranger with a wrong key is only listed, while the configured keys work', async () => {
  harness = await startHarness();
  await call(webhookKey, 200);
  await isUsed();
  await call('a-wrong-key', 401);
  await eventually(async () => expect(await rejected()).toBe(1));
  expect(await issue()).toBeUndefined();
  expect((await ask<AdminStatus>('admin/status')).verdict).toMatchObject({ kind: 'ok' });
});
