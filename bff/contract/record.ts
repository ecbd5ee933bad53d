import { z } from '@hono/zod-openapi';
import { commentPassings } from '../domain/command.ts';

/** A limetype's name in Lime. */
const limetypeName = z.string().min(1).max(100);

/**
 * Query of every call that names invoices: the limetype of the record that the caller has open. Lime numbers each
 * limetype from 1, so an id alone may be a debtor's; any limetype other than the invoice's is `not-an-invoice`.
 */
export const recordQuery = {
  limetype: limetypeName.optional().openapi({
    description: 'The limetype of the record; refused unless it is that of invoices',
    example: 'invoice',
  }),
};

/** Answer of `GET names`: the customer's Lime names that the frontend works with, and the configuration. */
export const Names = z
  .object({
    invoiceLimetype: limetypeName,
    comments: z.enum(commentPassings).openapi({
      description:
        'Whether comments of commands are written to Billecta, and whether the debtor may read them',
    }),
  })
  .openapi('Names');
export type Names = z.infer<typeof Names>;
