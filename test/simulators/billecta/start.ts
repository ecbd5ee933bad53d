import { Hono } from 'hono';
import type { ApiCall } from './api/call-log.ts';
import { Credentials, secureTokenHeader } from './api/credentials.ts';
import type { ApiEnv } from './api/endpoint.ts';
import { apiRoutes } from './api/routes.ts';
import { chooseCandidates } from './candidates.ts';
import { controlRoutes } from './control/routes.ts';
import { deedsIn } from './deeds.ts';
import { Faults } from './faults/faults.ts';
import { listen } from './listen.ts';
import type { BillectaSimulatorOptions } from './options.ts';
import { defaults } from './options.ts';
import { pageRoutes } from './page/routes.ts';
import { addInvoice } from './seed/add-invoice.ts';
import type { BillectaSimulator } from './simulator.ts';
import { invoiceActionSubView } from './views/invoice-action-sub-view.ts';
import { invoiceActionView } from './views/invoice-action-view.ts';
import type { Told } from './webhooks/announcement.ts';
import { announcementOf } from './webhooks/announcement.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import { createWorld, findInvoice } from './world.ts';

/** Starts a stand-in for Billecta's API and webhooks on a port of 127.0.0.1. */
export async function startBillectaSimulator(
  options: BillectaSimulatorOptions = {},
): Promise<BillectaSimulator> {
  const { port, credentials: user, retryDelays, webhookTimeout, now } = { ...defaults, ...options };
  const candidates = chooseCandidates(options.candidates);
  const closing = new AbortController();
  const credentials = new Credentials(user);
  const faults = new Faults();
  const calls: ApiCall[] = [];
  const webhooks = new Webhooks({ retryDelays, timeout: webhookTimeout, faults });
  const tell = (told: Told) => webhooks.announce(announcementOf(told, world));
  const world = createWorld(candidates, now, (event, payload, subject, second) => {
    if (webhooks.targets.length === 0) return;
    tell({ event, payload: payload(), secondPayload: second?.() ?? null, subject });
  });

  const deeds = deedsIn(world);

  const app = new Hono<ApiEnv>();
  app.route('/', pageRoutes());
  app.route('/control', controlRoutes({ world, faults, webhooks, calls, deeds }));
  app.route('/v1', apiRoutes({ world, credentials, faults, calls, closed: closing.signal }));
  const listening = await listen(app, port);

  return {
    ...deeds,
    url: listening.url,
    authorization: credentials.basicHeader,
    secureToken: secureTokenHeader(credentials.newToken()),
    creditorPublicId: world.creditor.publicId,
    candidates,
    calls,
    deliveries: webhooks.deliveries,
    commentTargets: world.commentTargets,
    addInvoice: (seed = {}) => addInvoice(world, seed),
    invoice: (id) => invoiceActionView(findInvoice(world, id), world),
    invoiceRow: (id) => invoiceActionSubView(findInvoice(world, id), world),
    addWebhook: (target) => void webhooks.targets.push(target),
    raise: (event, payload, { subject = '', secondPayload = null } = {}) =>
      tell({ event, payload, secondPayload, subject }),
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    expireTokens: () => credentials.expireTokens(),
    idle: () => webhooks.idle(),
    async close() {
      closing.abort();
      await Promise.all([webhooks.close(), listening.close()]);
    },
  };
}
