import { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { admitCallers } from './http/admit-callers.ts';
import { commandsRoute } from './http/commands.ts';
import type { AppDeps, Env } from './http/env.ts';
import { healthRoute } from './http/health.ts';
import { idempotent } from './http/idempotent.ts';
import { identifyCaller } from './http/identify-caller.ts';
import { invoicesRoute } from './http/invoices.ts';
import { invoicesOnly } from './http/invoices-only.ts';
import { refuseUnknownQueries } from './http/known-queries.ts';
import { limitBodies } from './http/limit-bodies.ts';
import { limitCallers } from './http/limit-callers.ts';
import { liveRoute } from './http/live.ts';
import { namesRoute } from './http/names.ts';
import { refuseNeedlessBody } from './http/needless-body.ts';
import { refuseOtherMethods } from './http/other-methods.ts';
import { answerProblem } from './http/problem.ts';
import { logRequests } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { refuseDeepBodies } from './http/shallow-bodies.ts';
import { syncRoute } from './http/sync.ts';
import { tasksRoute } from './http/tasks.ts';
import { findTenant } from './http/tenant.ts';
import { refuseUnknownPaths } from './http/unknown-paths.ts';
import { webhookRoute } from './http/webhook.ts';
import { Fault } from './services/fault.ts';

/** The path of Lime's own package, so that a reverse proxy can put the service on Lime's origin. */
export const mount = '/:database/limepkg-billecta-integration';

/**
 * The whole of the service's HTTP. A webhook's path is looked for first, and by itself: one that stands alone is found at
 * once, while among all of ours, `/:database` beside `/healthz`, hono has to try one by one.
 */
export function createApp(deps: AppDeps): App {
  const routes = createRoutes(deps);
  return new Hono<Env>().route(mount, webhookRoute(deps)).notFound((c) => routes.fetch(c.req.raw, c.env));
}

export type App = Hono<Env>;

/** All that the service answers to; the path of webhooks is here too, so that its other methods are refused. */
export function createRoutes(deps: AppDeps) {
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
    .route('/', syncRoute());

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
