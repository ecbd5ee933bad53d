import { createRoute, z } from '@hono/zod-openapi';
import type { InvoiceStatus } from '../../../contract/invoice-status.ts';
import type { LiveEvents } from '../../../contract/live.ts';
import { recordQuery } from '../../../contract/record.ts';
import { listInvoiceStatuses } from '../../../services/invoices/list-invoice-statuses.ts';
import { ownCommands } from '../../../services/invoices/update-right.ts';
import type { CallerContext } from '../../../services/shared/context.ts';
import { requireKnown } from '../../../services/tasks/authorize-task.ts';
import { tasksOf } from '../../../services/tasks/get-task.ts';
import { within } from '../../../signals/within.ts';
import type { AppDeps } from '../../env.ts';
import { limeIds, problem, router } from '../../openapi.ts';
import { EventStream } from './event-stream.ts';
import { LiveSlots } from './live-slots.ts';

/** How often a silent stream shows that it is alive, ms; pages rely on it. */
const heartbeat = 15_000;

/** A stream ends after this long, ms; the page opens a new one, and Lime is asked again what the caller may see. */
const longest = 5 * 60_000;

/** How soon a page may come back after a stream has ended, ms. */
const retry = 1_000;

const live = createRoute({
  method: 'get',
  path: '/live',
  request: { query: z.object({ ids: limeIds.optional(), ...recordQuery }) },
  responses: {
    200: {
      description: 'Server-sent events: `invoice`, `written` and `task`, and `beat` every 15 seconds',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...problem,
  },
});

/**
 * Streams the statuses of the asked-for invoices, and the progress of the caller's own tasks: each once at first, then
 * whenever it changes.
 */
export const liveRoute = ({
  stopping,
  liveStreamsAtMost,
}: Pick<AppDeps, 'stopping' | 'liveStreamsAtMost'>) => {
  const slots = new LiveSlots(liveStreamsAtMost);
  return router().openapi(live, async (c) => {
    const { caller } = c.var;
    const statuses = await statusesOf(caller, c.req.valid('query').ids ?? []);
    const limeIds = statuses.map((status) => status.limeId);
    const giveBack = slots.acquire(caller.owner);
    const left = new AbortController();
    const stream = new EventStream(c.env.outgoing, () => left.abort());
    void within([stopping, left.signal], longest, (over) => follow(stream, caller, limeIds, over))
      .catch((err: unknown) => caller.log.warn({ err }, 'a live stream failed'))
      .finally(() => {
        giveBack();
        stream.end();
      });
    return c.body(stream.body, 200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      'x-accel-buffering': 'no',
    });
  });
};

async function follow(
  stream: EventStream,
  caller: CallerContext,
  limeIds: readonly number[],
  over: AbortSignal,
): Promise<void> {
  const { database, owner } = caller;
  const send = <E extends keyof LiveEvents>(event: E, data: LiveEvents[E]) => stream.send(event, data);
  const own = await ownCommands(caller, caller.deadline());
  const ends = [
    caller.live.subscribe(database, limeIds, ({ event, data }) =>
      event === 'invoice' ? send(event, own(data)) : send(event, data),
    ),
    caller.liveTasks.subscribe(database, [owner], (progress) => send('task', progress)),
  ];
  const beats = setInterval(() => stream.beat(), heartbeat);
  try {
    stream.write(`retry: ${retry}\n\n`);
    for (const status of await statusesOf(caller, limeIds)) {
      await stream.room();
      send('invoice', status);
    }
    for (const task of await tasksOf(caller)) if (task.endedAt === null) send('task', task);
    await ended(over);
  } finally {
    clearInterval(beats);
    for (const end of ends) end();
  }
}

/** A caller who asks for none still has to be known to Lime. */
async function statusesOf(caller: CallerContext, ids: readonly number[]): Promise<InvoiceStatus[]> {
  if (ids.length > 0) return listInvoiceStatuses(caller, ids);
  await requireKnown(caller);
  return [];
}

function ended(over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (over.aborted) resolve();
    over.addEventListener('abort', () => resolve(), { once: true });
  });
}
