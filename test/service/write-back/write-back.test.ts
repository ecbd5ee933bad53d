import { afterEach, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { nothingToWrite } from '../support/lime-writes.ts';
import type { HarnessOptions } from '../support/start.ts';
import { type Harness, startHarness } from '../support/start.ts';

const unlimited = { LIME_WRITES_PER_SECOND: '1000', BILLECTA_READ_LIMITS: '9999/1s' };

let harness: Harness;
/** How far the service's clock is ahead, ms. */
let ahead = 0;
afterEach(() => harness.close());

async function start(options: HarnessOptions = {}): Promise<void> {
  ahead = 0;
  harness = await startHarness({
    environment: unlimited,
    now: () => new Date(Date.now() + ahead),
    ...options,
  });
}

const minutes = 60_000;

const writesOf = (kind: string) =>
  harness.store.db
    .selectFrom('lime_object')
    .selectAll()
    .where('kind', '=', kind as 'invoice')
    .execute();

/** What the service holds of an invoice. */
async function heldOf(actionPublicId: string): Promise<{ held: { stage: string } | null }> {
  const row = await harness.store.db
    .selectFrom('invoice')
    .select('snapshot')
    .where('action_public_id', '=', actionPublicId)
    .executeTakeFirst();
  return { held: row?.snapshot ? JSON.parse(row.snapshot) : null };
}

const putsTo = (limeId: number) =>
  harness.lime.calls.filter(
    ({ method, path }) => method === 'PUT' && path.endsWith(`/limeobject/invoice/${limeId}/`),
  );

/** The most calls that began within any second. */
function busiestSecond(calls: Harness['lime']['calls']): number {
  const starts = calls.map(({ at }) => at.getTime());
  return Math.max(0, ...starts.map((from) => starts.filter((at) => at >= from && at < from + 1000).length));
}

test('a write that changes nothing is not made, so that an echo of our own is none', async () => {
  await start();
  const { limeId, actionPublicId } = harness.addInvoice();
  harness.billecta.makeManual(actionPublicId);
  await eventually(() => expect(harness.lime.object('invoice', limeId).invoicestatus).toBe('manual'));
  await eventually(() => nothingToWrite(harness));
  const puts = putsTo(limeId).length;
  harness.billecta.raise('InvoiceActionStateChanged', harness.billecta.invoice(actionPublicId));
  await harness.store.db.updateTable('lime_object').set({ due_at: new Date().toISOString() }).execute();
  await eventually(() => nothingToWrite(harness));
  expect(putsTo(limeId)).toHaveLength(puts);
});

test('what changes while a write waits is written with it, once, and only what differs', async () => {
  await start();
  const { limeId, actionPublicId } = harness.addInvoice({ stage: 'Created' });
  const up = harness.lime.fault({ kind: 'outage' });
  harness.billecta.attest(actionPublicId);
  harness.billecta.send(actionPublicId);
  harness.billecta.registerPayment(actionPublicId);
  await harness.billecta.idle();
  await eventually(async () => {
    expect((await heldOf(actionPublicId)).held).toMatchObject({ stage: 'paid' });
  });
  up();
  ahead = 30 * minutes;
  await eventually(() => expect(harness.lime.object('invoice', limeId).invoicestatus).toBe('paid'));
  await eventually(() => nothingToWrite(harness));
  expect(putsTo(limeId).filter(({ status }) => status === 200)).toHaveLength(1);
  const [change] = await harness.store.db
    .selectFrom('lime_change')
    .selectAll()
    .where('kind', '=', 'invoice')
    .execute();
  const fields = (JSON.parse(change?.changes ?? '[]') as Array<{ field: string }>).map(({ field }) => field);
  expect(fields).toContain('invoicestatus');
  expect(fields).not.toContain('disputed');
});

describe('nothing is made twice', () => {
  const payments = () => harness.lime.objects('payment').map(({ properties }) => properties.paymentpublicid);

  test('when two processes race', async () => {
    await start();
    const another = await harness.startAnother();
    const invoices = Array.from({ length: 15 }, () => harness.addInvoice());
    for (const part of [10_000, 20_000, 30_000])
      for (const { actionPublicId } of invoices) harness.billecta.registerPayment(actionPublicId, part);
    await harness.billecta.idle();
    await eventually(() => expect(payments()).toHaveLength(45));
    await eventually(() => nothingToWrite(harness));
    expect(new Set(payments()).size).toBe(45);
    await another.close();
  });

  test('when the answer to making it is lost', async () => {
    await start();
    const { actionPublicId } = harness.addInvoice();
    harness.lime.fault({ kind: 'lost-answer' }, { method: 'POST', path: /limeobject\/payment/, times: 1 });
    harness.billecta.registerPayment(actionPublicId, 10_000);
    await eventually(async () =>
      expect(await writesOf('payment')).toMatchObject([{ cause: 'lime-unreachable' }]),
    );
    ahead = 5 * minutes;
    await eventually(() => nothingToWrite(harness));
    expect(payments()).toHaveLength(1);
  });
});

describe('what has to be there first', () => {
  test('is waited for, with its own cause, and the write is made when it appears', async () => {
    await start();
    const actionPublicId = harness.billecta.addInvoice({ invoiceNumber: '9001' });
    harness.billecta.registerPayment(actionPublicId, 10_000);
    await eventually(async () => {
      const causes = [...(await writesOf('payment')), ...(await writesOf('invoice'))].map(
        ({ cause }) => cause,
      );
      expect(causes).toEqual(['lime-object-missing', 'lime-object-missing']);
    });
    expect(harness.lime.objects('payment')).toEqual([]);
    // Nothing is tried by the clock any more: the invoice is opened in Lime.
    await harness.store.db.updateTable('lime_object').set({ due_at: null }).execute();
    const limeId = harness.lime.addInvoice({
      invoiceNumber: '9001',
      actionPublicId,
      debtor: 'Skogsbacken AB',
      amount: 1250,
      dueDate: '2026-12-01',
    });
    expect((await harness.as('user').status(limeId)).status).toBe(200);
    await eventually(() =>
      expect(harness.lime.objects('payment')).toMatchObject([{ properties: { invoice: limeId } }]),
    );
    await eventually(() => expect(harness.lime.object('invoice', limeId).paidamount).toBe(100));
    await eventually(() => nothingToWrite(harness));
  });

  test('a debtor whom Lime does not have is made', async () => {
    await start();
    const { actionPublicId } = harness.addInvoice({ debtor: { name: 'Nyby Plåt AB' } });
    harness.billecta.updateDebtor(actionPublicId, { city: 'Nyby' });
    await eventually(() => {
      const found = harness.lime
        .objects('debtor')
        .filter(({ properties }) => properties.name === 'Nyby Plåt AB');
      expect(found).toMatchObject([{ properties: { city: 'Nyby' } }]);
    });
  });

  test('where nothing is to be made, nothing is', async () => {
    await start({ environment: { ...unlimited, LIME_CREATES: '' } });
    const { actionPublicId } = harness.addInvoice();
    harness.billecta.registerPayment(actionPublicId, 10_000);
    await eventually(async () =>
      expect(await writesOf('payment')).toMatchObject([{ due_at: null, cause: null }]),
    );
    expect(harness.lime.objects('payment')).toEqual([]);
  });
});

describe('Lime in trouble', () => {
  test('down for an hour: nothing is lost, and it is caught up in order within the limit', async () => {
    await start({ environment: { ...unlimited, LIME_WRITES_PER_SECOND: '8' } });
    const invoices = Array.from({ length: 12 }, () => harness.addInvoice({ stage: 'Created' }));
    const up = harness.lime.fault({ kind: 'outage' });
    for (let passed = 0; passed < 60; passed += 10) {
      for (const { actionPublicId } of invoices) {
        if (passed === 0) harness.billecta.attest(actionPublicId);
        if (passed === 10) harness.billecta.send(actionPublicId);
        if (passed === 20) harness.billecta.registerPayment(actionPublicId, 10_000);
        if (passed === 50) harness.billecta.registerPayment(actionPublicId);
      }
      await harness.billecta.idle();
      ahead += 10 * minutes;
    }
    await eventually(async () => {
      const waiting = await harness.store.db
        .selectFrom('inbox')
        .selectAll()
        .where('state', '=', 'pending')
        .execute();
      expect(waiting).toEqual([]);
    });
    harness.lime.calls.length = 0;
    up();
    ahead += 10 * minutes;
    await eventually(() => {
      for (const { limeId } of invoices)
        expect(harness.lime.object('invoice', limeId)).toMatchObject({
          invoicestatus: 'paid',
          paidamount: 1250,
        });
      expect(harness.lime.objects('payment')).toHaveLength(24);
    });
    expect(busiestSecond(harness.lime.calls)).toBeLessThanOrEqual(9);
    for (const { limeId } of invoices) expect(putsTo(limeId).length).toBeLessThanOrEqual(2);
  });

  test('a write that Lime does not take says why, and holds up no other', async () => {
    await start();
    const [bad, good] = [harness.addInvoice(), harness.addInvoice()];
    harness.lime.fault(
      { kind: 'status', status: 403 },
      { method: 'PUT', path: new RegExp(`invoice/${bad.limeId}/`) },
    );
    harness.billecta.makeManual(bad.actionPublicId);
    harness.billecta.makeManual(good.actionPublicId);
    await eventually(() => expect(harness.lime.object('invoice', good.limeId).invoicestatus).toBe('manual'));
    await eventually(async () => {
      const failed = (await writesOf('invoice')).filter(({ cause }) => cause !== null);
      expect(failed).toMatchObject([
        { billecta_id: bad.actionPublicId, cause: 'lime-rights', message: expect.stringContaining('403') },
      ]);
    });
    harness.lime.clearFaults();
    ahead = 30 * minutes;
    await eventually(() => expect(harness.lime.object('invoice', bad.limeId).invoicestatus).toBe('manual'));
  });

  test('what was to be written survives a restart', async () => {
    await start();
    const { limeId, actionPublicId } = harness.addInvoice();
    const up = harness.lime.fault({ kind: 'outage' });
    harness.billecta.makeManual(actionPublicId);
    await eventually(async () =>
      expect(await writesOf('invoice')).toMatchObject([{ cause: 'lime-unreachable' }]),
    );
    await harness.restart();
    up();
    ahead = 30 * minutes;
    await eventually(() => expect(harness.lime.object('invoice', limeId).invoicestatus).toBe('manual'));
  });
});

test('what was given up is tried once more after a restart', async () => {
  await start();
  const { limeId, actionPublicId } = harness.addInvoice();
  harness.lime.fault({ kind: 'status', status: 403 }, { method: 'PUT' });
  harness.billecta.makeManual(actionPublicId);
  await eventually(async () => expect(await writesOf('invoice')).toMatchObject([{ cause: 'lime-rights' }]));
  await harness.store.db.updateTable('lime_object').set({ due_at: null }).execute();
  harness.lime.clearFaults();
  await harness.restart();
  await eventually(() => expect(harness.lime.object('invoice', limeId).invoicestatus).toBe('manual'));
});

test('of a kind without any mapping nothing is made', async () => {
  await start({ environment: { ...unlimited, LIME_FIELD_MAPPING: '{"payment":[]}' } });
  const { actionPublicId } = harness.addInvoice();
  harness.billecta.registerPayment(actionPublicId, 10_000);
  await eventually(async () =>
    expect(await writesOf('payment')).toMatchObject([{ due_at: null, cause: null }]),
  );
  expect(harness.lime.objects('payment')).toEqual([]);
});

test('a field that Lime does not have, or that does not fit, is named and skipped', async () => {
  const invoice = [
    { billecta_field: 'InvoiceNumber', lime_field: 'billectacomment' },
    { billecta_field: 'Status.Disputed', lime_field: 'duedate' },
    { billecta_field: 'OCR', lime_field: 'nosuchfield' },
    { billecta_field: 'Status.Stage', lime_field: 'invoicestatus', values: { manual: 'nosuchoption' } },
  ];
  await start({ environment: { ...unlimited, LIME_FIELD_MAPPING: JSON.stringify({ invoice }) } });
  const { limeId, actionPublicId } = harness.addInvoice({ invoiceNumber: '777' });
  const before = harness.lime.object('invoice', limeId);
  harness.billecta.makeManual(actionPublicId);
  await eventually(() => expect(harness.lime.object('invoice', limeId).billectacomment).toBe('777'));
  expect(harness.lime.object('invoice', limeId)).toEqual({ ...before, billectacomment: '777' });
  const named = harness.log
    .map((line) => JSON.parse(line))
    .filter(({ msg }) => msg === 'field mapping cannot be used');
  expect(named.map(({ limeField, why }) => [limeField, why])).toEqual([
    ['duedate', 'its type is date, which cannot hold Status.Disputed'],
    ['nosuchfield', 'Lime has no such field'],
    ['invoicestatus', 'it has no option nosuchoption'],
  ]);
});
