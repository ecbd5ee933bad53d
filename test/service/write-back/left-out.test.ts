import { afterEach, describe, expect, test } from 'vitest';
import type { EventDetail, EventPage } from '../../../bff/contract/admin/events.ts';
import type { Issue, Issues } from '../../../bff/contract/admin/issues.ts';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import type { Reply } from '../support/caller.ts';
import { eventually } from '../support/eventually.ts';
import { nothingToWrite } from '../support/lime-writes.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
afterEach(() => harness.close());

const admin = () => harness.as('admin');

const issue = async (id: string): Promise<Issue | undefined> =>
  ((await admin().get('admin/issues')) as Reply<Issues>).body.issues.find((each) => each.id === id);

const verdict = async () => ((await admin().get('admin/status')) as Reply<AdminStatus>).body.verdict;

/** Has an invoice written to Lime as it stands in Billecta. */
const told = (actionPublicId: string) =>
  harness.billecta.raise('InvoiceActionStateChanged', harness.billecta.invoice(actionPublicId));

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
    harness = await startHarness({ environment: tooShort });
    const { limeId, actionPublicId } = harness.addInvoice();
    told(actionPublicId);
    const found = await eventually(async () => {
      const left = await issue('value.left-out');
      expect(left).toMatchObject({ count: 1, severity: 'warning', remedy: 'fix-lime-field' });
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
    expect(harness.lime.object('invoice', limeId).currentamount).toBe(1250);
    const retry = await admin().post('admin/issues/value.left-out/retry', '{}');
    expect(retry).toMatchObject({ status: 200, body: { matched: 1, requeued: 1 } });
    harness.billecta.registerPayment(actionPublicId);
    await eventually(async () => expect(await issue('value.left-out')).toBeUndefined());
  });
});

describe('a Lime record that was copied', () => {
  test('is told with the ids of both; the first is written, whichever is opened', async () => {
    harness = await startHarness();
    const { limeId, actionPublicId } = harness.addInvoice();
    const seed = { invoiceNumber: '1', debtor: 'Skogsbacken AB', amount: 1, dueDate: '2026-12-01' };
    const copy = harness.lime.addInvoice({ ...seed, actionPublicId });
    await harness.as('user').status(limeId);
    await harness.as('user').status(copy);
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
    await eventually(() => nothingToWrite(harness));
    expect(harness.lime.object('invoice', limeId).invoicestatus).toBe('sent');
    harness.lime.change('invoice', copy, { actionpublicid: '' });
    await admin().post('admin/issues/value.duplicate/retry', '{}');
    await eventually(async () => expect(await issue('value.duplicate')).toBeUndefined());
  });

  test('is told live on both pages', async () => {
    harness = await startHarness();
    const { limeId, actionPublicId } = harness.addInvoice();
    const seed = { invoiceNumber: '1', debtor: 'Skogsbacken AB', amount: 1, dueDate: '2026-12-01' };
    const copy = harness.lime.addInvoice({ ...seed, actionPublicId });
    await harness.as('user').status(limeId);
    const headers = { 'x-api-key': harness.lime.keys.user };
    const gone = new AbortController();
    const stream = await fetch(`${harness.url}/live?ids=${copy}`, { headers, signal: gone.signal });
    const text = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await harness.as('user').run('dispute', limeId);
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
  const notInLime = () => harness.billecta.addInvoice({ invoiceNumber: '90001' });

  const eventsAbout = async (subject: string) =>
    ((await admin().get(`admin/events?subject=${subject}`)) as Reply<EventPage>).body.events;

  test('is listed apart and no failure, however long it lasts', async () => {
    harness = await startHarness();
    const actionPublicId = notInLime();
    told(actionPublicId);
    await eventually(async () => expect(await issue('write.lime-object-missing')).toBeDefined());
    await harness.store.db.updateTable('lime_object').set({ due_at: null }).execute();
    expect(await issue('write.lime-object-missing')).toMatchObject({
      severity: 'info',
      count: 1,
      waiting: 0,
      invoices: [{ actionPublicId, limeId: null, invoiceNumber: '90001' }],
    });
    const { body: status } = (await admin().get('admin/status')) as Reply<AdminStatus>;
    expect(status.verdict.kind).toBe('ok');
    expect(status.issues).toEqual({ errors: 0, warnings: 0 });
    for (const id of ['lime', 'write-back'])
      expect(status.tiles.find((tile) => tile.id === id)).toMatchObject({ state: 'ok', number: 0 });
  });

  test('counts once with its payment, whose event says what it waits for', async () => {
    harness = await startHarness();
    const actionPublicId = notInLime();
    harness.billecta.registerPayment(actionPublicId);
    await eventually(async () => {
      const objects = await harness.store.db
        .selectFrom('lime_object')
        .select('kind')
        .where('waits_for', '=', `invoice/${actionPublicId}`)
        .execute();
      expect(objects.map(({ kind }) => kind).sort()).toEqual(['invoice', 'payment']);
    });
    expect(await issue('write.lime-object-missing')).toMatchObject({ count: 1 });
    const { events } = ((await admin().get('admin/events')) as Reply<EventPage>).body;
    const [payment] = events.filter(({ event }) => event?.includes('Payment'));
    const waitsFor = { actionPublicId, limeId: null, invoiceNumber: '90001' };
    expect(payment).toMatchObject({ state: 'applied', waitsFor });
    const about = ((await admin().get(`admin/events/${payment?.id}`)) as Reply<EventDetail>).body;
    expect(about).toMatchObject({ unwritten: ['lime-object-missing'], waitsFor });
    const csv = await fetch(`${harness.url}/admin/missing.csv`, {
      headers: { 'x-api-key': harness.lime.keys.admin },
    });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect((await csv.text()).split('\r\n').slice(1)).toContain(`"90001";"${actionPublicId}"`);
  });

  test('leaves events alone whose objects are written', async () => {
    harness = await startHarness();
    const { actionPublicId } = harness.addInvoice();
    told(actionPublicId);
    await eventually(async () =>
      expect(await eventsAbout(actionPublicId)).toMatchObject([{ state: 'applied', waitsFor: null }]),
    );
  });

  test('is quiet where that is configured, and is written when it appears', async () => {
    harness = await startHarness({ environment: { LIME_MISSING: 'ignore' } });
    const actionPublicId = notInLime();
    told(actionPublicId);
    await eventually(async () => {
      const row = await harness.store.db
        .selectFrom('lime_object')
        .selectAll()
        .where('billecta_id', '=', actionPublicId)
        .executeTakeFirst();
      expect(row).toMatchObject({ due_at: null, cause: null, waits_for: `invoice/${actionPublicId}` });
    });
    expect(await verdict()).toMatchObject({ kind: 'ok' });
    const seed = { invoiceNumber: '90001', debtor: 'Skogsbacken AB', amount: 1, dueDate: '2026-12-01' };
    const limeId = harness.lime.addInvoice({ ...seed, actionPublicId });
    await harness.as('user').status(limeId);
    await eventually(() => expect(harness.lime.object('invoice', limeId).invoicestatus).toBe('sent'));
  });
});
