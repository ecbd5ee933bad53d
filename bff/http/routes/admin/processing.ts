import { createRoute } from '@hono/zod-openapi';
import { PauseInput, ProcessingState } from '../../../contract/admin/processing.ts';
import {
  getProcessing,
  pauseProcessing,
  resumeProcessing,
} from '../../../services/events/pause-processing.ts';
import { body, json, problem, router } from '../../openapi.ts';

const pause = createRoute({
  method: 'post',
  path: '/admin/pause',
  request: { body: body(PauseInput) },
  responses: { 200: json(ProcessingState, 'Events are taken in, and wait'), ...problem },
});

const resume = createRoute({
  method: 'post',
  path: '/admin/resume',
  responses: { 200: json(ProcessingState, 'Events are applied'), ...problem },
});

const processing = createRoute({
  method: 'get',
  path: '/processing',
  responses: { 200: json(ProcessingState, 'Whether events are applied, for every caller'), ...problem },
});

/** Pauses and resumes the processing of events. */
export const processingRoute = router()
  .openapi(pause, async (c) => c.json(await pauseProcessing(c.var.caller, c.req.valid('json').why), 200))
  .openapi(resume, async (c) => c.json(await resumeProcessing(c.var.caller), 200));

/** A caller who sees an invoice may see why it is late. */
export const processingStateRoute = router().openapi(processing, async (c) =>
  c.json(await getProcessing(c.var.caller), 200),
);
