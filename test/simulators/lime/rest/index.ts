import { Hono } from 'hono';
import type { Rest, RestEnv } from './env.ts';
import { answerError, notFound } from './errors.ts';
import { authenticated, faulty, limited, recorded } from './gate.ts';
import { languageRoutes } from './languages.ts';
import { limeobjectRoutes } from './limeobject.ts';
import { limetypeRoutes } from './limetype.ts';
import { queryRoutes } from './query.ts';

/** Lime's REST API, to be mounted at `/{database}/api`. */
export function restApi(rest: Rest) {
  const api = new Hono<RestEnv>()
    .use(recorded(rest), faulty(rest), limited(rest), authenticated(rest))
    .get('/v1/', (c) => c.json({}))
    .route('/v1', limeobjectRoutes(rest))
    .route('/v1', limetypeRoutes(rest))
    .route('/v1', queryRoutes(rest))
    .route('/v1', languageRoutes())
    .all('*', () => {
      throw notFound();
    });
  api.onError((error, c) => answerError(c, error, rest.candidates));
  return api;
}
