import { expect, test } from 'vitest';
import type { Candidates } from '../../simulators/lime/index.ts';
import { eventually } from '../support/eventually.ts';
import { nothingToWrite } from '../support/lime-writes.ts';
import { type BenchOptions, startBench } from '../support/start.ts';

/** What Lime's documents leave open: each possibility alone, with what the service has to be told for it. */
const possibilities: ReadonlyArray<[Partial<Candidates>, BenchOptions['environment']?]> = [
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
    const bench = await startBench({ lime, environment: { LIME_WRITES_PER_SECOND: '1000', ...environment } });
    const { limeId, actionPublicId } = bench.addInvoice();
    expect((await bench.as('reader').status(limeId)).body.limeId).toBe(limeId);
    expect((await bench.as('reader').run('dispute', limeId)).status).toBe(403);
    expect((await bench.as('user').run('dispute', limeId)).status).toBe(200);
    expect([403, 404]).toContain((await bench.as('user').get('sync/status')).status);
    expect((await bench.as('admin').get('sync/status')).status).toBe(200);

    bench.billecta.registerPayment(actionPublicId, 10_000);
    await eventually(() =>
      expect(bench.lime.object('invoice', limeId)).toMatchObject({ disputed: true, paidamount: 100 }),
    );
    await eventually(() =>
      expect(bench.lime.objects('payment')).toMatchObject([{ properties: { invoice: limeId, amount: 100 } }]),
    );
    await eventually(() => nothingToWrite(bench));

    const puts = () =>
      bench.lime.calls.filter(({ method, user }) => method === 'PUT' && user === 'service').length;
    const before = puts();
    await bench.store.db.updateTable('lime_object').set({ due_at: new Date().toISOString() }).execute();
    await eventually(() => nothingToWrite(bench));
    expect(puts()).toBe(before);
    await bench.close();
  },
);
