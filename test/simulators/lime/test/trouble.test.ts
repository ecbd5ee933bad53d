import { describe, expect, test } from 'vitest';
import { get, put, seed, start } from './support.ts';

describe('trouble', () => {
  test('more requests than the limit are 429 with Retry-After', async () => {
    const lime = await start({ rateLimit: { requests: 2, windowMs: 60_000 } });
    expect((await get(lime, '')).status).toBe(200);
    expect((await get(lime, '')).status).toBe(200);
    const third = await get(lime, '');
    expect([third.status, Number(third.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  test('Retry-After comes as an HTTP date, or not at all, where the candidate says so', async () => {
    const limited = { kind: 'status', status: 429, retryAfterSeconds: 60 } as const;
    const header = async (retryAfter: 'date' | 'absent') => {
      const lime = await start({ candidates: { retryAfter } });
      lime.fault(limited);
      return (await get(lime, '')).headers.get('retry-after');
    };

    const date = await header('date');
    expect(date).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    expect(Date.parse(date ?? '') - Date.now()).toBeGreaterThan(30_000);
    expect(await header('absent')).toBeNull();
  });

  test.each([409, 410, 422] as const)('a fault answers %i', async (status) => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    lime.fault({ kind: 'status', status }, { method: 'PUT' });
    expect((await put(lime, id, { paused: true })).status).toBe(status);
    expect(lime.object('invoice', id).paused).toBe(false);
  });

  test('a fault leads elsewhere', async () => {
    const lime = await start();
    lime.fault({ kind: 'status', status: 302, location: '/login' });
    const answer = await fetch(`${lime.baseUrl}/api/v1/`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/login']);
  });

  test('a fault hits what it is aimed at, as often as it should, and is logged', async () => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    lime.fault({ kind: 'status', status: 503, retryAfterSeconds: 7 }, { method: 'PUT', times: 1 });

    expect((await get(lime, `limeobject/invoice/${id}/`)).status).toBe(200);
    const failed = await put(lime, id, { paused: true });
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '7']);
    expect((await put(lime, id, { paused: true })).status).toBe(200);
    expect(lime.calls.map(({ status }) => status)).toEqual([200, 503, 200]);
  });

  test('an outage cuts the connection before anything is done, a lost answer after', async () => {
    const lime = await start();
    const id = lime.addInvoice(seed);

    lime.fault({ kind: 'outage' });
    await expect(put(lime, id, { paused: true })).rejects.toThrow();
    expect(lime.object('invoice', id).paused).toBe(false);
    lime.clearFaults();
    lime.fault({ kind: 'lost-answer' });
    await expect(put(lime, id, { paused: true })).rejects.toThrow();
    expect(lime.object('invoice', id).paused).toBe(true);
  });

  test('a slow request waits until the fault is cleared', async () => {
    const lime = await start();
    lime.fault({ kind: 'slow', ms: Number.POSITIVE_INFINITY });
    const answer = get(lime, '');
    await expect.poll(() => lime.calls.length).toBe(1);
    expect(lime.calls[0]?.status).toBeUndefined();
    lime.clearFaults();
    expect((await answer).status).toBe(200);
  });
});
