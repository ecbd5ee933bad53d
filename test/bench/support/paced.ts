import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import type { Target } from './saturate.ts';

/**
 * Sends webhooks at a steady rate, come what may: the next one leaves when its time has come, not when the last was
 * answered. A wait counts from the time the request was meant to leave, so that no stall hides the requests behind it.
 * (autocannon's own rate lets each connection send its second's share at once, at the start of each second.)
 *
 * @returns how long each took, ms
 * @throws when anything but 200 was answered
 */
export async function paced(
  target: Target,
  { perSecond, seconds }: { perSecond: number; seconds: number },
  next: () => Buffer,
): Promise<number[]> {
  const pool = new Pool(target.origin, { connections: 100 });
  const waits: number[] = [];
  const send = async (due: number) => {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: target.path,
      headers: { 'content-type': 'application/json', 'x-api-key': target.key },
      body: next(),
    });
    await body.dump();
    if (statusCode !== 200) throw new Error(`A request was answered with ${statusCode}`);
    waits.push(performance.now() - due);
  };
  try {
    const underWay: Promise<void>[] = [];
    const start = performance.now();
    for (let n = 0; n < perSecond * seconds; ) {
      const due = start + (n * 1000) / perSecond;
      if (due > performance.now()) await sleep(1);
      else {
        underWay.push(send(due));
        n += 1;
      }
    }
    await Promise.all(underWay);
  } finally {
    await pool.destroy();
  }
  return waits;
}
