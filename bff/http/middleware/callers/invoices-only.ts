import { createMiddleware } from 'hono/factory';
import { Fault } from '../../../services/shared/fault.ts';
import type { Env } from '../../env.ts';

/** Refuses a call that says its record is none of Lime's invoices, before the id is looked up as one. */
export const invoicesOnly = createMiddleware<Env>(async (c, next) => {
  const { invoiceLimetype } = c.var.tenant;
  const other = c.req.queries('limetype')?.find((limetype) => limetype !== invoiceLimetype);
  if (other === undefined) return next();
  throw new Fault(
    'not-an-invoice',
    `Invoices are of the limetype ${invoiceLimetype}, and this record is of another.`,
  );
});
