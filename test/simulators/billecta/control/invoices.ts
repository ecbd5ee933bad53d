import type { Context } from 'hono';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Command } from '../candidates.ts';
import type { Deeds } from '../simulator.ts';
import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';
import {
  amountBody,
  approvalBody,
  commentBody,
  debtorBody,
  deliveryBody,
  feeBody,
  matchBody,
  reasonBody,
} from './bodies.ts';
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
  post('autogiro-failure', async (id, c) => deeds.failAutogiro(id, (await readBody(c, reasonBody)).reason));
  post('autogiro-renewal', async (id, c) =>
    deeds.renewAutogiroWithdrawal(id, (await readBody(c, reasonBody)).reason),
  );
  post('approval-failure', async (id, c) =>
    deeds.failAutogiroApproval(id, (await readBody(c, reasonBody)).reason),
  );
  post('comment', async (id, c) => {
    const { who, text } = await readBody(c, commentBody);
    deeds.comment(id, who, text);
  });
  post('delivery', async (id, c) => deeds.reportDelivery(id, await readBody(c, deliveryBody)));
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
