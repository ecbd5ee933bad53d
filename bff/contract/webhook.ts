import { z } from '@hono/zod-openapi';

/** Answer of the webhook receiver: the id under which the event is stored. */
export const WebhookReceipt = z.object({ id: z.string() }).openapi('WebhookReceipt');
export type WebhookReceipt = z.infer<typeof WebhookReceipt>;
