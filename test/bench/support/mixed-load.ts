import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, type Dispatcher } from 'undici';

/** Whom and what a mixed load asks. */
export interface MixedTarget {
  /** The mount's base. */
  mount: string;
  webhookKey: string;
  /** Of somebody who may give commands. */
  userKey: string;
  /** `Cookie` values of people who look at invoices. */
  cookies: readonly string[];
  limeIds: readonly number[];
  nextWebhook: () => Buffer;
}

/** What was done, by name. */
export type Done = Record<'webhooks' | 'streams' | 'statuses' | 'commands' | 'refused', number>;

/** Open streams of each person, and how long one is open, ms. */
const streamsOfEach = 8;
const streamLasts = { least: 2_000, most: 10_000 };

/** Pauses of those who do one thing after the other, ms. */
const pause = { webhooks: 10, statuses: 200, commands: 250 };

/** Invoices that a page shows. */
const onPage = 20;

/** Does all of it at once until `over` aborts: webhooks, pages that open and close, statuses and commands. */
export async function mixedLoad(target: MixedTarget, over: AbortSignal): Promise<Done> {
  const { mount, limeIds } = target;
  setMaxListeners(0, over);
  const agent = new Agent({ connections: 400, keepAliveTimeout: 5_000 });
  const done: Done = { webhooks: 0, streams: 0, statuses: 0, commands: 0, refused: 0 };
  let turn = 0;
  const page = () => {
    turn = (turn + 7) % limeIds.length;
    return [...limeIds, ...limeIds].slice(turn, turn + onPage).join();
  };
  const send = async (what: keyof Done, path: string, options: Partial<Dispatcher.RequestOptions>) => {
    const headers = { 'content-type': 'application/json', ...options.headers } as Record<string, string>;
    const url = new URL(`${mount}/${path}`);
    const { statusCode, body } = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      ...options,
      headers,
    });
    await body.dump();
    done[statusCode === 200 ? what : 'refused'] += 1;
  };
  const repeat = async (wait: () => number, act: () => Promise<void>) => {
    for (;;) {
      await sleep(wait(), undefined, { signal: over }).catch(() => undefined);
      if (over.aborted) return;
      await act();
    }
  };
  const watch = async (cookie: string) => {
    const lasts = Math.round(streamLasts.least + Math.random() * (streamLasts.most - streamLasts.least));
    const closing = AbortSignal.timeout(lasts);
    await send('streams', `live?ids=${page()}`, { headers: { cookie }, signal: closing }).catch(() => {
      done.streams += closing.aborted ? 1 : 0;
    });
  };
  let command = 0;
  await Promise.all([
    repeat(
      () => pause.webhooks,
      () =>
        send('webhooks', 'billecta-webhook-receiver', {
          method: 'POST',
          headers: { 'x-api-key': target.webhookKey },
          body: target.nextWebhook(),
        }),
    ),
    repeat(
      () => pause.statuses,
      () => send('statuses', `invoices?ids=${page()}`, { headers: { 'x-api-key': target.userKey } }),
    ),
    repeat(
      () => pause.commands,
      () => {
        command += 1;
        const limeId = limeIds[Math.floor(command / 2) % limeIds.length];
        const path = `invoices/${limeId}/${command % 2 === 0 ? 'dispute' : 'cancel-dispute'}`;
        return send('commands', path, {
          method: 'POST',
          headers: { 'x-api-key': target.userKey },
          body: '{}',
        });
      },
    ),
    ...target.cookies.flatMap((cookie) =>
      Array.from({ length: streamsOfEach }, () =>
        repeat(
          () => 20,
          () => watch(cookie),
        ),
      ),
    ),
  ]);
  await agent.destroy();
  return done;
}
