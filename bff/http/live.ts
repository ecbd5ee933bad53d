import { createRoute, z } from '@hono/zod-openapi';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { LiveEvents } from '../contract/live.ts';
import { listInvoiceStatuses } from '../services/list-invoice-statuses.ts';
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
  request: { query: z.object({ ids: limeIds }) },
  responses: {
    200: {
      description: 'Server-sent events: `invoice`, `written`',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...problem,
  },
});

/** Streams the statuses of the asked-for invoices: each once at first, then whenever it changes. */
export const liveRoute = ({ stopping }: Pick<AppDeps, 'stopping'>) =>
  router().openapi(live, async (c) => {
    const { caller } = c.var;
    const statuses = await listInvoiceStatuses(caller, c.req.valid('query').ids);
    const limeIds = statuses.map((status) => status.limeId);
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const unsubscribe = caller.live.subscribe(
        caller.database,
        limeIds,
        ({ event, data }) => void send(stream, event, data),
      );
      const beats = setInterval(() => void stream.write(': still here\n\n'), heartbeat);
      try {
        await stream.write(`retry: ${retry}\n\n`);
        for (const status of await listInvoiceStatuses(caller, limeIds))
          await send(stream, 'invoice', status);
        await ended(stream, AbortSignal.any([stopping, AbortSignal.timeout(longest)]));
      } finally {
        clearInterval(beats);
        unsubscribe();
      }
    });
  });

const send = <E extends keyof LiveEvents>(stream: SSEStreamingApi, event: E, data: LiveEvents[E]) =>
  stream.writeSSE({ event, data: JSON.stringify(data) });

function ended(stream: SSEStreamingApi, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    stream.onAbort(resolve);
    over.addEventListener('abort', () => resolve(), { once: true });
    if (over.aborted || stream.aborted) resolve();
  });
}
