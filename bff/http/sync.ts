import { createRoute, z } from '@hono/zod-openapi';
import { PauseInput, ProcessingState, RetryAnswer, RetryInput, RetryOneInput } from '../contract/sync.ts';
import { dismissEvent } from '../services/dismiss-event.ts';
import { Fault } from '../services/fault.ts';
import { pauseProcessing, resumeProcessing } from '../services/pause-processing.ts';
import { replayEvents } from '../services/replay-events.ts';
import { administratorsOnly } from './administrators-only.ts';
import { json, problem, router } from './openapi.ts';

const id = z.coerce.number<string>().int().positive().max(Number.MAX_SAFE_INTEGER);
const params = z.object({ id });

const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true,
});

const retryOne = createRoute({
  method: 'post',
  path: '/sync/events/{id}/retry',
  request: { params, body: body(RetryOneInput) },
  responses: { 200: json(RetryAnswer, 'What was, or would be, applied again'), ...problem },
});

const retryMany = createRoute({
  method: 'post',
  path: '/sync/events/retry',
  request: { body: body(RetryInput) },
  responses: { 200: json(RetryAnswer, 'What was, or would be, applied again'), ...problem },
});

const dismiss = createRoute({
  method: 'post',
  path: '/sync/events/{id}/dismiss',
  request: { params },
  responses: { 204: { description: 'Set aside' }, ...problem },
});

const pause = createRoute({
  method: 'post',
  path: '/sync/pause',
  request: { body: body(PauseInput) },
  responses: { 200: json(ProcessingState, 'Events are taken in, and wait'), ...problem },
});

const resume = createRoute({
  method: 'post',
  path: '/sync/resume',
  responses: { 200: json(ProcessingState, 'Events are applied'), ...problem },
});

/** What administrators do about stored events. */
export const syncRoute = () => {
  const routes = router();
  routes.use('/sync/*', administratorsOnly);
  return routes
    .openapi(retryOne, async (c) => {
      const ids = [c.req.valid('param').id];
      const answer = await replayEvents(c.var.caller, { ids }, c.req.valid('json'));
      if (answer.matched === 0) throw new Fault('not-found', `There is no event ${ids[0]}.`);
      return c.json(answer, 200);
    })
    .openapi(retryMany, async (c) => {
      const { filter, dryRun } = c.req.valid('json');
      return c.json(await replayEvents(c.var.caller, filter, { dryRun }), 200);
    })
    .openapi(dismiss, async (c) => {
      await dismissEvent(c.var.caller, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(pause, async (c) => c.json(await pauseProcessing(c.var.caller, c.req.valid('json').why), 200))
    .openapi(resume, async (c) => c.json(await resumeProcessing(c.var.caller), 200));
};
