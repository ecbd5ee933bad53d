import { afterEach, expect, test } from 'vitest';
import type { Issues } from '../../../bff/contract/admin/issues.ts';
import type { AdminStatus, Verdict } from '../../../bff/contract/admin/status.ts';
import { eventually } from '../support/eventually.ts';
import { deliver } from '../support/inbox.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
afterEach(() => harness.close());

const verdict = async (): Promise<Verdict> =>
  ((await harness.as('admin').get('admin/status')).body as AdminStatus).verdict;

/** Billecta stops answering while an invoice is to be read. @returns what ends that */
async function outage(): Promise<() => void> {
  const { actionPublicId } = harness.addInvoice();
  const end = harness.billecta.fault({ kind: 'outage' });
  await deliver(harness, 'InvoiceActionStateChanged', harness.billecta.invoice(actionPublicId));
  await eventually(async () =>
    expect(await verdict()).toMatchObject({
      kind: 'waiting',
      issue: { id: 'read.billecta-unreachable', nextAttemptAt: expect.any(String) },
    }),
  );
  return end;
}

const isNoted = () =>
  eventually(async () =>
    expect(await harness.store.db.selectFrom('issue_mark').select('mark').execute()).toEqual([
      { mark: 'failing' },
    ]),
  );

async function retry(): Promise<void> {
  const { issues } = (await harness.as('admin').get('admin/issues')).body as Issues;
  for (const { id } of issues) await harness.as('admin').post(`admin/issues/${id}/retry`, '{}');
}

test('for an hour after Billecta answers again it is told when that was and how long it lasted', async () => {
  let later = 0;
  harness = await startHarness({ now: () => new Date(Date.now() + later) });
  const end = await outage();
  await isNoted();
  end();
  await retry();
  await eventually(async () =>
    expect(await verdict()).toMatchObject({
      kind: 'ok',
      solved: { kind: 'read', cause: 'billecta-unreachable' },
    }),
  );
  const told = await verdict();
  if (told.kind !== 'ok' || !told.solved) throw new Error('It is not told');
  expect(Date.parse(told.solved.at)).toBeGreaterThan(Date.parse(told.solved.since));
  later = 61 * 60_000;
  expect(await verdict()).toMatchObject({ kind: 'ok', solved: null });
});

test('what was failing when the service stopped is told as solved by the one that starts', async () => {
  harness = await startHarness();
  const end = await outage();
  await isNoted();
  end();
  await harness.restart();
  await retry();
  await eventually(async () =>
    expect(await verdict()).toMatchObject({ kind: 'ok', solved: { cause: 'billecta-unreachable' } }),
  );
});
