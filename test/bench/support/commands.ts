import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Agent, request } from 'undici';
import type { BenchEnvironment } from './bench-environment.ts';
import type { Simulated } from './simulators.ts';

/** Commands that only warm up, as a service is that has run for some hours, and those that are measured. */
const warmingUp = 3_000;
const count = 300;

/** Invoices that take commands in turn through the service; as many take them directly. Each has a history as long as a real one. */
const invoices = 200;

/** Waits, ms. */
export interface CommandWaits {
  ours: number[];
  /** The calls that a command comes to, made without the service. */
  direct: number[];
}

type Method = 'GET' | 'PUT' | 'DELETE' | 'POST';
type Send = (url: string, method: Method, headers: Record<string, string>) => Promise<void>;

/**
 * Disputes invoices and takes the disputes back, one command at a time: through the service, and by making its calls
 * from here, in turn, so that whatever else the machine does meets both.
 */
export async function measureCommands(benchEnvironment: BenchEnvironment): Promise<CommandWaits> {
  const { simulated, stop } = await startSimulators();
  const bff = await benchEnvironment.startBff(await benchEnvironment.createDatabase(), {
    LIME_URL: simulated.limeUrl,
    LIME_API_KEY: simulated.serviceKey,
    BILLECTA_URL: simulated.billectaUrl,
    BILLECTA_AUTHORIZATION: simulated.authorization,
    BILLECTA_READ_LIMITS: '999999/1s',
    LIME_CALLS_PER_5_MINUTES: '999999',
    CALLER_REQUESTS_PER_MINUTE: '999999',
  });
  const agent = new Agent({ keepAliveTimeout: 30_000 });
  const send: Send = (url, method, headers) => call(agent, url, method, headers);
  const mount = `${bff.origin}/${simulated.limeDatabase}/limepkg-billecta-integration`;
  const waits: CommandWaits = { ours: [], direct: [] };
  try {
    for (let n = 0; n < warmingUp + count; n += 1) {
      const [one, other] = [0, invoices].map(
        (from) => simulated.invoices[from + (Math.floor(n / 2) % invoices)],
      );
      if (!one || !other) throw new Error('There is no invoice');
      const disputes = n % 2 === 0;
      const ours = await timed(() => through(mount, simulated, send, one.limeId, disputes));
      const direct = await timed(() => directly(simulated, send, other, disputes));
      if (n < warmingUp) continue;
      waits.ours.push(ours);
      waits.direct.push(direct);
    }
    return waits;
  } finally {
    await agent.close();
    await bff.stop();
    await stop();
  }
}

function through(mount: string, { userKey }: Simulated, send: Send, limeId: number, disputes: boolean) {
  const command = disputes ? 'dispute' : 'cancel-dispute';
  const headers = { 'x-api-key': userKey, 'content-type': 'application/json' };
  return send(`${mount}/invoices/${limeId}/${command}`, 'POST', headers);
}

/** May this caller, the command, what is true afterwards. */
async function directly(
  { limeUrl, userKey, billectaUrl, authorization }: Simulated,
  send: Send,
  { limeId, actionPublicId }: Simulated['invoices'][number],
  disputes: boolean,
): Promise<void> {
  await send(`${limeUrl}/api/v1/limeobject/invoice/${limeId}/`, 'GET', { 'x-api-key': userKey });
  const method = disputes ? 'PUT' : 'DELETE';
  await send(`${billectaUrl}/v1/invoice/dispute/${actionPublicId}`, method, { authorization });
  await send(`${billectaUrl}/v1/invoice/action/${actionPublicId}`, 'GET', { authorization });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function call(dispatcher: Agent, url: string, method: Method, headers: Record<string, string>) {
  const body = method === 'POST' ? '{}' : null;
  const length = method === 'GET' || method === 'POST' ? {} : { 'content-length': '0' };
  const response = await request(url, { dispatcher, method, headers: { ...headers, ...length }, body });
  await response.body.text();
  if (response.statusCode !== 200)
    throw new Error(`${method} ${url} was answered with ${response.statusCode}`);
}

async function startSimulators(): Promise<{ simulated: Simulated; stop(): Promise<void> }> {
  const script = new URL('simulators.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    simulated: JSON.parse(line) as Simulated,
    async stop() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
