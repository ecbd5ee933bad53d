import { createRoute, z } from '@hono/zod-openapi';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { InvoiceStatus } from '../contract/invoice-status.ts';
import type { LiveEvents } from '../contract/live.ts';
import { recordQuery } from '../contract/record.ts';
import { within } from '../resilience/within.ts';
import type { CallerContext } from '../services/context.ts';
import { credentialHash } from '../services/credential-hash.ts';
import { listInvoiceStatuses } from '../services/list-invoice-statuses.ts';
import { tasksOf } from '../services/tasks/get-task.ts';
import { requireKnown } from '../services/tasks/open-task.ts';
import type { AppDeps } from './env.ts';
import { limeIds, problem, router } from './openapi.ts';

/** Keeps proxies from closing a silent stream, ms. */
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
      description: 'Server-sent events: `invoice`, `written` and `task`',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...problem,
  },
});

/**
 * Streams the statuses of the asked-for invoices, and the progress of the caller's own tasks: each once at first, then
 * whenever it changes.
 */
export const liveRoute = ({ stopping }: Pick<AppDeps, 'stopping'>) =>
  router().openapi(live, async (c) => {
    const { caller } = c.var;
    const { database } = caller;
    const statuses = await statusesOf(caller, c.req.valid('query').ids ?? []);
    const limeIds = statuses.map((status) => status.limeId);
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const owner = credentialHash(caller.credential);
      const ends = [
        caller.live.subscribe(database, limeIds, ({ event, data }) => void send(stream, event, data)),
        caller.liveTasks.subscribe(database, owner, (progress) => void send(stream, 'task', progress)),
      ];
      const beats = setInterval(() => void stream.write(': still here\n\n'), heartbeat);
      try {
        await stream.write(`retry: ${retry}\n\n`);
        for (const status of await statusesOf(caller, limeIds)) await send(stream, 'invoice', status);
        for (const task of await tasksOf(caller)) if (task.endedAt === null) await send(stream, 'task', task);
        await within([stopping], longest, (over) => ended(stream, over));
      } finally {
        clearInterval(beats);
        for (const end of ends) end();
      }
    });
  });

/** Whoever asks for none has to be known to Lime all the same. */
async function statusesOf(caller: CallerContext, ids: readonly number[]): Promise<InvoiceStatus[]> {
  if (ids.length > 0) return listInvoiceStatuses(caller, ids);
  await requireKnown(caller);
  return [];
}

const send = <E extends keyof LiveEvents>(stream: SSEStreamingApi, event: E, data: LiveEvents[E]) =>
  stream.writeSSE({ event, data: JSON.stringify(data) });

function ended(stream: SSEStreamingApi, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    stream.onAbort(resolve);
    over.addEventListener('abort', () => resolve(), { once: true });
    if (over.aborted || stream.aborted) resolve();
  });
}
