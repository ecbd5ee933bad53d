import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppDeps, Env } from './http/env.ts';
import { admitCallers } from './http/middleware/callers/admit-callers.ts';
import { identifyCaller } from './http/middleware/callers/identify-caller.ts';
import { invoicesOnly } from './http/middleware/callers/invoices-only.ts';
import { limitCallers } from './http/middleware/callers/limit-callers.ts';
import { idempotent } from './http/middleware/idempotent.ts';
import { logRequests } from './http/middleware/request-log.ts';
import { refuseUnknownQueries } from './http/middleware/requests/known-queries.ts';
import { limitBodies } from './http/middleware/requests/limit-bodies.ts';
import { refuseNeedlessBody } from './http/middleware/requests/needless-body.ts';
import { refuseOtherMethods } from './http/middleware/requests/other-methods.ts';
import { refuseDeepBodies } from './http/middleware/requests/shallow-bodies.ts';
import { refuseUnknownPaths } from './http/middleware/requests/unknown-paths.ts';
import { securityHeaders } from './http/middleware/security-headers.ts';
import { findTenant } from './http/middleware/tenant.ts';
import { answerProblem } from './http/problem.ts';
import { adminRoute } from './http/routes/admin.ts';
import { commandsRoute } from './http/routes/commands.ts';
import { healthRoute } from './http/routes/health.ts';
import { invoicesRoute } from './http/routes/invoices.ts';
import { liveRoute } from './http/routes/live/live.ts';
import { namesRoute } from './http/routes/params.ts';
import { tasksRoute } from './http/routes/tasks.ts';
import { webhookRoute } from './http/webhook/webhook.ts';
import { Fault } from './services/shared/fault.ts';

/** The path of Lime's own package, so that a reverse proxy can put the service on Lime's origin. */
export const mount = '/:database/limepkg-billecta-integration';

export type App = OpenAPIHono<Env>;

/** The whole of the service's HTTP. Webhooks come before all middleware, which is for callers. */
export function createApp(deps: AppDeps): App {
  const app = new OpenAPIHono<Env>();
  const callers = new OpenAPIHono<Env>();
  callers.use(identifyCaller);
  callers.use(refuseUnknownQueries(app));
  callers.use(invoicesOnly);
  callers.use(admitCallers(deps));
  callers.use(limitCallers(deps));
  callers.use(limitBodies(deps));
  callers.use(refuseNeedlessBody(app));
  callers.use(refuseDeepBodies);
  callers.use(idempotent);
  callers
    .route('/', invoicesRoute)
    .route('/', commandsRoute)
    .route('/', tasksRoute)
    .route('/', liveRoute(deps))
    .route('/', namesRoute)
    .route('/', adminRoute());

  app.route(mount, webhookRoute(deps));
  app.use(logRequests(deps));
  app.use(securityHeaders);
  app.onError((error, c) => answerProblem(c, error));
  app.notFound((c) => answerProblem(c, new Fault('not-found', 'There is nothing here.')));
  app.route('/', healthRoute(deps));
  app.use(`${mount}/*`, findTenant(deps));
  app.use(refuseOtherMethods(app));
  app.use(`${mount}/*`, refuseUnknownPaths);
  app.route(mount, callers);
  return app;
}
