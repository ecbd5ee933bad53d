import { describe, expect, test } from 'vitest';
import { call, read, run, start } from './support.ts';

describe('faults', () => {
  test('an outage lasts until it is cleared', async () => {
    const billecta = await start();
    const id = billecta.addInvoice();
    billecta.fault({ kind: 'outage' });
    expect((await run(billecta, 'dispute', id)).status).toBe(503);
    expect((await call(billecta, 'GET', `/v1/invoice/action/${id}`)).status).toBe(503);
    billecta.clearFaults();
    expect((await read(billecta, id)).State.DisputedDate).toBeNull();
  });

  test('a lost answer is carried out, a cut connection is not', async () => {
    const billecta = await start();
    const [acted, untouched] = [billecta.addInvoice(), billecta.addInvoice()];
    billecta.fault({ kind: 'lostAnswer', operation: 'dispute', times: 1 });
    await read(billecta, acted);
    await expect(run(billecta, 'dispute', acted)).rejects.toThrow();
    billecta.fault({ kind: 'outage', how: 'cut', operation: 'command', times: 1 });
    await expect(run(billecta, 'dispute', untouched)).rejects.toThrow();

    expect(billecta.invoice(acted).State.DisputedDate).not.toBeNull();
    expect(billecta.invoice(untouched).State.DisputedDate).toBeNull();
    expect(billecta.calls.map(({ operation, status }) => [operation, status])).toEqual([
      ['invoice', 200],
      ['dispute', null],
      ['dispute', null],
    ]);
  });

  test('slowness, errors, limits and refusals meet the next calls, as many as said', async () => {
    const billecta = await start();
    const id = billecta.addInvoice();
    billecta.fault({ kind: 'slow', ms: 60, times: 1 });
    const began = performance.now();
    await read(billecta, id);
    expect(performance.now() - began).toBeGreaterThanOrEqual(55);

    billecta.fault({ kind: 'error500', times: 1 });
    expect((await run(billecta, 'pause', id)).status).toBe(500);
    billecta.fault({ kind: 'tooManyRequests', retryAfterSeconds: 7, times: 1 });
    expect((await run(billecta, 'pause', id)).headers.get('retry-after')).toBe('7');
    billecta.fault({ kind: 'refuse', message: 'Fakturan är spärrad', times: 1 });
    await read(billecta, id);
    const refused = await run(billecta, 'pause', id);
    expect([refused.status, await refused.json()]).toMatchObject([400, { Message: 'Fakturan är spärrad' }]);
    expect((await run(billecta, 'pause', id)).status).toBe(200);
  });
});
