import { z } from '@hono/zod-openapi';

/** How many entries a page has. */
export const pageLimit = z.coerce.number<string>().int().min(1).max(200).default(50);

/** Query of a list that comes in pages: the page's size, and `next` of the page before. */
export const pageQuery = { limit: pageLimit, after: z.string().min(1).max(200).optional() };

/** Of a page: the cursor of the page after it. */
export const next = z.string().nullable().openapi({ description: 'Asks for the next page; null at the end' });
