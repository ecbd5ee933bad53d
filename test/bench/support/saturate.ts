import autocannon from 'autocannon';
import { cpuSeconds } from './process-usage.ts';

export interface Target {
  origin: string;
  /** Of the receiver. */
  path: string;
  key: string;
  pid: number;
}

/** What a target did under as much load as it takes. */
export interface Saturation {
  /** Requests answered with 200 in a second. */
  rate: number;
  /** Share of a processor that the target used; where it is much below 1, it waited for the disk or for us. */
  busy: number;
  /** Share of a processor that we used to make the load; near 1, we measure ourselves. */
  ours: number;
}

/**
 * A hundred connections that send one webhook after the other.
 *
 * @param seconds - whole
 * @throws when anything but 200 was answered
 */
export async function saturate(target: Target, seconds: number, next: () => Buffer): Promise<Saturation> {
  const before = { cpu: cpuSeconds(target.pid), ours: process.cpuUsage(), at: performance.now() };
  const result = await autocannon({
    url: target.origin,
    connections: 100,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: target.path,
        headers: { 'content-type': 'application/json', 'x-api-key': target.key },
        setupRequest: (request) => ({ ...request, body: next() }),
      },
    ],
  });
  const wrong = result.non2xx + result.errors + result.timeouts;
  if (wrong > 0) throw new Error(`${wrong} requests were not answered with 200`);
  const took = (performance.now() - before.at) / 1000;
  const { user, system } = process.cpuUsage(before.ours);
  return {
    rate: result['2xx'] / result.duration,
    busy: (cpuSeconds(target.pid) - before.cpu) / took,
    ours: (user + system) / 1e6 / took,
  };
}
