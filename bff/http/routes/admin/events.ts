import { createRoute, z } from '@hono/zod-openapi';
import {
  EventCount,
  EventDetail,
  EventFilter,
  EventPage,
  EventState,
  RetryAnswer,
  RetryInput,
  RetryOneInput,
} from '../../../contract/admin/events.ts';
import { Cause } from '../../../contract/cause.ts';
import { pageQuery } from '../../../contract/paging.ts';
import { countEvents } from '../../../services/admin/events/count-events.ts';
import { findEvents } from '../../../services/admin/events/find-events.ts';
import { getEvent } from '../../../services/admin/events/get-event.ts';
import { toEventFilter } from '../../../services/admin/events/to-event-filter.ts';
import { dismissEvent } from '../../../services/events/dismiss-event.ts';
import { retryEvents } from '../../../services/events/retry-events.ts';
import { Fault } from '../../../services/shared/fault.ts';
import { body, json, listOf, problem, router } from '../../openapi.ts';

const params = z.object({
  id: z.coerce.number<string>().int().positive().max(Number.MAX_SAFE_INTEGER),
});

const list = createRoute({
  method: 'get',
  path: '/admin/events',
  request: {
    query: z.object({
      ...EventFilter.shape,
      states: listOf(EventState).optional().openapi({ type: 'string', example: 'dead,unreadable' }),
      causes: listOf(Cause).optional().openapi({ type: 'string', example: 'bug' }),
      q: z.string().trim().min(1).max(200).optional(),
      in: z.enum(['bodies']).optional(),
      ...pageQuery,
    }),
  },
  responses: { 200: json(EventPage, 'Stored events, newest first'), ...problem },
});

const one = createRoute({
  method: 'get',
  path: '/admin/events/{id}',
  request: { params },
  responses: { 200: json(EventDetail, 'The event, what it said, and what came of it'), ...problem },
});

const count = createRoute({
  method: 'post',
  path: '/admin/events/count',
  request: { body: body(EventFilter) },
  responses: { 200: json(EventCount, 'How many match'), ...problem },
});

const retryOne = createRoute({
  method: 'post',
  path: '/admin/events/{id}/retry',
  request: { params, body: body(RetryOneInput) },
  responses: { 200: json(RetryAnswer, 'What was, or would be, applied again'), ...problem },
});

const retryMany = createRoute({
  method: 'post',
  path: '/admin/events/retry',
  request: { body: body(RetryInput) },
  responses: { 200: json(RetryAnswer, 'What was, or would be, applied again'), ...problem },
});

const dismiss = createRoute({
  method: 'post',
  path: '/admin/events/{id}/dismiss',
  request: { params },
  responses: { 204: { description: 'Set aside' }, ...problem },
});

/** Stored events: looking through them, and what administrators do about them. */
export const eventsRoute = router()
  .openapi(list, async (c) => {
    const { q, in: where, limit, after, ...filter } = c.req.valid('query');
    return c.json(await findEvents(c.var.caller, filter, { q, where, limit, after }), 200);
  })
  .openapi(count, async (c) => c.json(await countEvents(c.var.caller, c.req.valid('json')), 200))
  .openapi(retryMany, async (c) => {
    const { filter, dryRun } = c.req.valid('json');
    const known = await toEventFilter(c.var.caller, filter);
    return c.json(await retryEvents(c.var.caller, known, { dryRun }), 200);
  })
  .openapi(one, async (c) => c.json(await getEvent(c.var.caller, c.req.valid('param').id), 200))
  .openapi(retryOne, async (c) => {
    const ids = [c.req.valid('param').id];
    const answer = await retryEvents(c.var.caller, { ids }, c.req.valid('json'));
    if (answer.matched === 0) throw new Fault('not-found', `There is no event ${ids[0]}.`);
    return c.json(answer, 200);
  })
  .openapi(dismiss, async (c) => {
    await dismissEvent(c.var.caller, c.req.valid('param').id);
    return c.body(null, 204);
  });
