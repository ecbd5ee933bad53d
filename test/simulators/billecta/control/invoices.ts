import type { Context } from 'hono';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Command } from '../candidates.ts';
import type { Deeds } from '../simulator.ts';
import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';
import { amountBody, approvalBody, debtorBody, feeBody, matchBody } from './bodies.ts';
import { readBody } from './read-body.ts';
import { invoiceRow } from './state.ts';

const commandParam = z.enum(['dispute', 'cancel-dispute', 'pause', 'resume']) satisfies z.ZodType<Command>;

type InvoiceDeed = (id: string, c: Context) => unknown;

/** `POST /control/invoices/{id}/…`: the deeds, each answered with the invoice's row. */
export function invoiceDeeds(world: World, deeds: Deeds): Hono {
  const app = new Hono();
  const post = (path: string, deed: InvoiceDeed) =>
    app.post(`/:id/${path}`, async (c) => {
      const id = c.req.param('id') ?? '';
      await deed(id, c);
      return c.json(invoiceRow(findInvoice(world, id), world));
    });

  post('attest', deeds.attest);
  post('send', deeds.send);
  post('collection', deeds.sendToDebtCollection);
  post('credit', deeds.credit);
  post('cancel', deeds.cancel);
  post('manual', deeds.makeManual);
  post('autogiro-failure', deeds.failAutogiro);
  post('autogiro-renewal', deeds.renewAutogiroWithdrawal);
  post('approval-failure', deeds.failAutogiroApproval);
  post('approval', async (id, c) =>
    deeds.changeAutogiroApproval(id, (await readBody(c, approvalBody)).stage),
  );
  post('overpayment', async (id, c) =>
    deeds.matchOverpayment(id, (await readBody(c, matchBody)).usedOnActionPublicId),
  );
  post('payment', async (id, c) => deeds.registerPayment(id, (await readBody(c, amountBody)).amountMinor));
  post('write-off', async (id, c) => deeds.writeOff(id, (await readBody(c, amountBody)).amountMinor));
  post('reminder', async (id, c) => deeds.sendReminder(id, (await readBody(c, feeBody)).feeMinor));
  post('debtor', async (id, c) => deeds.updateDebtor(id, await readBody(c, debtorBody)));
  post('portal/:command', (id, c) => {
    const command = commandParam.safeParse(c.req.param('command'));
    if (!command.success) throw new HTTPException(404, { message: 'No such command' });
    deeds.inPortal(command.data, id);
  });
  return app;
}
