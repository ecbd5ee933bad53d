import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { NotFound, Refusal } from '../model/refusal.ts';
import { addInvoice } from '../seed/add-invoice.ts';
import type { Deeds } from '../simulator.ts';
import { findInvoice } from '../world.ts';
import { seedBody, unmatchedBody, webhookBody } from './bodies.ts';
import { faultBody } from './fault-body.ts';
import { invoiceDeeds } from './invoices.ts';
import { readBody } from './read-body.ts';
import type { StateParts } from './state.ts';
import { invoiceRow, stateOf } from './state.ts';

export interface ControlParts extends StateParts {
  readonly deeds: Deeds;
}

/**
 * The simulator's own surface, not Billecta's, to be mounted at `/control`: whoever follows a demo plays the
 * debtor, the bank, the portal's users and bad luck. Unauthenticated; the simulator listens on 127.0.0.1 only.
 */
export function controlRoutes(parts: ControlParts): Hono {
  const { world, faults, webhooks, deeds } = parts;
  return new Hono()
    .get('/state', (c) => c.json(stateOf(parts)))
    .post('/invoices', async (c) => {
      const id = addInvoice(world, await readBody(c, seedBody));
      return c.json(invoiceRow(findInvoice(world, id), world), 201);
    })
    .route('/invoices', invoiceDeeds(world, deeds))
    .post('/unmatched-payments', async (c) => {
      const { amountMinor } = await readBody(c, unmatchedBody);
      return c.json({ unhandledPaymentPublicId: deeds.receiveUnmatchedPayment(amountMinor) }, 201);
    })
    .post('/faults', async (c) => {
      faults.add(await readBody(c, faultBody));
      return c.json(faults.list(), 201);
    })
    .delete('/faults', (c) => {
      faults.clear();
      return c.json(faults.list());
    })
    .post('/webhooks', async (c) => {
      const target = await readBody(c, webhookBody);
      webhooks.targets.push(target);
      return c.json({ url: target.url }, 201);
    })
    .onError((error, c) => {
      if (error instanceof HTTPException) return c.json({ message: error.message }, error.status);
      if (error instanceof NotFound) return c.json({ message: error.message }, 404);
      if (error instanceof Refusal) return c.json({ message: error.message }, 409);
      return c.json({ message: String(error) }, 500);
    });
}
