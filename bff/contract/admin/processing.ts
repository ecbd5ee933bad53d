import { z } from '@hono/zod-openapi';

/** Body of `POST admin/pause`. */
export const PauseInput = z
  .strictObject({ why: z.string().trim().min(1).max(500) })
  .openapi('PauseProcessingInput');

/** Who stopped the applying of events, when and why. `by` is a fingerprint of their credential. */
export const Paused = z
  .object({ since: z.iso.datetime(), by: z.string(), why: z.string() })
  .openapi('ProcessingPaused');
export type Paused = z.infer<typeof Paused>;

/**
 * Whether stored events are applied; they are accepted either way. Answer of `POST admin/pause` and `POST
 * admin/resume`, and of `GET processing`, which every caller may ask.
 */
export const ProcessingState = z.object({ paused: Paused.nullable() }).openapi('ProcessingState');
export type ProcessingState = z.infer<typeof ProcessingState>;
