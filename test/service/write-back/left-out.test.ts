import { afterEach, describe, expect, test } from 'vitest';
import type { EventDetail, EventPage } from '../../../bff/contract/admin/events.ts';
import type { Issue, Issues } from '../../../bff/contract/admin/issues.ts';
import type { SyncStatus } from '../../../bff/contract/admin/status.ts';
import type { Reply } from '../support/caller.ts';
import { eventually } from '../support/eventually.ts';
import { nothingToWrite } from '../support/lime-writes.ts';
import { type Bench, startBench } from '../support/start.ts';

let bench: Bench;
afterEach(() => bench.close());

const admin = () => bench.as('admin');

const issue = async (id: string): Promise<Issue | undefined> =>
  ((await admin().get('sync/issues')) as Reply<Issues>).body.issues.find((each) => each.id === id);

const verdict = async () => ((await admin().get('sync/status')) as Reply<SyncStatus>).body.verdict;

/** Has an invoice written to Lime as it stands in Billecta. */
const told = (actionPublicId: string) =>
  bench.billecta.raise('InvoiceActionStateChanged', bench.billecta.invoice(actionPublicId));

/** A mapping that leads the text of the next event to a field of 16 characters. */
const tooShort = {
  LIME_FIELD_MAPPING: JSON.stringify({
    invoice: [
      { billecta_field: 'Status.NextEvent', lime_field: 'delivery' },
      { billecta_field: 'CurrentAmount', lime_field: 'currentamount' },
    ],
  }),
};

describe('a value that Lime does not take', () => {
  test('is an issue with object, field and reason until it fits, and holds up nothing', async () => {
    bench = await startBench({ environment: tooShort });
    const { limeId, actionPublicId } = bench.addInvoice();
    told(actionPublicId);
    const found = await eventually(async () => {
      const left = await issue('value.left-out');
      expect(left).toMatchObject({ count: 1, severity: 'warning', remedy: 'mend-lime-field' });
      return left;
    });
    expect(found?.values).toEqual([
      {
        kind: 'invoice',
        billectaId: actionPublicId,
        limeId,
        limeField: 'delivery',
        billectaField: 'Status.NextEvent',
        why: 'Status.NextEvent is longer than 16 characters',
      },
    ]);
    expect(await verdict()).toMatchObject({ kind: 'waiting', issue: { id: 'value.left-out', count: 1 } });
    expect(bench.lime.object('invoice', limeId).currentamount).toBe(1250);
    const retry = await admin().post('sync/issues/value.left-out/retry', '{}');
    expect(retry).toMatchObject({ status: 200, body: { matched: 1, renewed: 1 } });
    bench.billecta.registerPayment(actionPublicId);
    await eventually(async () => expect(await issue('value.left-out')).toBeUndefined());
  });
});

describe('a Lime record that was copied', () => {
  test('is told with the ids of both; the first is written, whichever is opened', async () => {
    bench = await startBench();
    const { limeId, actionPublicId } = bench.addInvoice();
    const seed = { invoiceNumber: '1', debtor: 'Skogsbacken AB', amount: 1, dueDate: '2026-12-01' };
    const copy = bench.lime.addInvoice({ ...seed, actionPublicId });
    await bench.as('user').status(limeId);
    await bench.as('user').status(copy);
    await eventually(async () => {
      expect((await issue('value.duplicate'))?.values).toEqual([
        {
          kind: 'invoice',
          billectaId: actionPublicId,
          limeId,
          limeField: 'actionpublicid',
          billectaField: null,
          why: `Lime has 2: ${limeId}, ${copy}; the first is written`,
        },
      ]);
    });
    await eventually(() => nothingToWrite(bench));
    expect(bench.lime.object('invoice', limeId).invoicestatus).toBe('sent');
    bench.lime.change('invoice', copy, { actionpublicid: '' });
    await admin().post('sync/issues/value.duplicate/retry', '{}');
    await eventually(async () => expect(await issue('value.duplicate')).toBeUndefined());
  });

  test('is told live on both pages', async () => {
    bench = await startBench();
    const { limeId, actionPublicId } = bench.addInvoice();
    const seed = { invoiceNumber: '1', debtor: 'Skogsbacken AB', amount: 1, dueDate: '2026-12-01' };
    const copy = bench.lime.addInvoice({ ...seed, actionPublicId });
    await bench.as('user').status(limeId);
    const headers = { 'x-api-key': bench.lime.keys.user };
    const gone = new AbortController();
    const stream = await fetch(`${bench.url}/live?ids=${copy}`, { headers, signal: gone.signal });
    const text = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await bench.as('user').run('dispute', limeId);
    let said = '';
    while (!/"limeId":\d+[^\n]*"disputed":\{/.test(said)) {
      const { value, done } = (await text?.read()) ?? { value: '', done: true };
      if (done) break;
      said += value;
    }
    expect(said).toMatch(new RegExp(`"limeId":${copy}[^\\n]*"disputed":\\{`));
    gone.abort();
  });
});

describe('an invoice that is not in Lime', () => {
  const notInLime = () => bench.billecta.addInvoice({ invoiceNumber: '90001' });

  test('is a warning, however long it lasts', async () => {
    bench = await startBench();
    const actionPublicId = notInLime();
    told(actionPublicId);
    await eventually(async () => expect(await issue('write.lime-object-missing')).toBeDefined());
    const { events } = ((await admin().get('sync/events')) as Reply<EventPage>).body;
    const about = ((await admin().get(`sync/events/${events[0]?.id}`)) as Reply<EventDetail>).body;
    expect(about).toMatchObject({ subject: actionPublicId, unwritten: ['lime-object-missing'] });
    await bench.store.db.updateTable('lime_object').set({ due_at: null }).execute();
    expect(await issue('write.lime-object-missing')).toMatchObject({ severity: 'warning', waiting: 0 });
  });

  test('is quiet where that is configured, and is written when it appears', async () => {
    bench = await startBench({ environment: { LIME_MISSING: 'ignore' } });
    const actionPublicId = notInLime();
    told(actionPublicId);
    await eventually(async () => {
      const row = await bench.store.db
        .selectFrom('lime_object')
        .selectAll()
        .where('billecta_id', '=', actionPublicId)
        .executeTakeFirst();
      expect(row).toMatchObject({ due_at: null, cause: null, waits_for: `invoice/${actionPublicId}` });
    });
    expect(await verdict()).toMatchObject({ kind: 'ok' });
    const seed = { invoiceNumber: '90001', debtor: 'Skogsbacken AB', amount: 1, dueDate: '2026-12-01' };
    const limeId = bench.lime.addInvoice({ ...seed, actionPublicId });
    await bench.as('user').status(limeId);
    await eventually(() => expect(bench.lime.object('invoice', limeId).invoicestatus).toBe('sent'));
  });
});
