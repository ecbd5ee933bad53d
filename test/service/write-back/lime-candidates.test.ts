import { expect, test } from 'vitest';
import type { Candidates } from '../../simulators/lime/index.ts';
import { eventually } from '../support/eventually.ts';
import { nothingToWrite } from '../support/lime-writes.ts';
import { type HarnessOptions, startHarness } from '../support/start.ts';

/** What Lime's documents leave open: each possibility alone, with what the service has to be told for it. */
const possibilities: ReadonlyArray<[Partial<Candidates>, HarnessOptions['environment']?]> = [
  [{ metadataAcl: true }],
  [{ unauthenticated: 404 }],
  [{ unreadableLimetype: 'hidden' }],
  [{ unreadableLimetype: 'forbidden' }],
  [{ unreadableLimetype: 'empty' }],
  [{ errorBody: 'json' }],
  [{ updateAnswer: 'empty' }],
  [{ invalidStatus: 422 }],
  [{ bareDay: 'taken' }],
  [{ emptyOptionListed: false }],
  [{ optionClearedBy: ['empty'] }],
  [{ optionClearedBy: ['null'] }, { LIME_EMPTY_OPTION: 'null' }],
  [{ idFormat: 'text' }],
];

test.concurrent.each(possibilities)(
  'commands, rights and fields in Lime hold where Lime is %j',
  async (lime, environment) => {
    const harness = await startHarness({
      lime,
      environment: { LIME_WRITES_PER_SECOND: '1000', ...environment },
    });
    const { limeId, actionPublicId } = harness.addInvoice();
    expect((await harness.as('reader').status(limeId)).body.limeId).toBe(limeId);
    expect((await harness.as('reader').run('dispute', limeId)).status).toBe(403);
    expect((await harness.as('user').run('dispute', limeId)).status).toBe(200);
    expect([403, 404]).toContain((await harness.as('user').get('admin/status')).status);
    expect((await harness.as('admin').get('admin/status')).status).toBe(200);

    harness.billecta.registerPayment(actionPublicId, 10_000);
    await eventually(() =>
      expect(harness.lime.object('invoice', limeId)).toMatchObject({ disputed: true, paidamount: 100 }),
    );
    await eventually(() =>
      expect(harness.lime.objects('payment')).toMatchObject([
        { properties: { invoice: limeId, amount: 100 } },
      ]),
    );
    await eventually(() => nothingToWrite(harness));

    const puts = () =>
      harness.lime.calls.filter(({ method, user }) => method === 'PUT' && user === 'service').length;
    const before = puts();
    await harness.store.db.updateTable('lime_object').set({ due_at: new Date().toISOString() }).execute();
    await eventually(() => nothingToWrite(harness));
    expect(puts()).toBe(before);
    await harness.close();
  },
);
