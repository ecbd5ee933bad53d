import { Hono } from 'hono';
import type { Limetype } from '../database/limetypes.ts';
import { aclOf } from '../database/users.ts';
import { limetypeFor } from './access.ts';
import type { Rest, RestEnv } from './env.ts';
import { describeLimetype } from './metadata.ts';

/** `limetype/…`: what the limetypes are made of. Their properties come with `_embed` alone. */
export const limetypeRoutes = (rest: Rest) =>
  new Hono<RestEnv>()
    .get('/limetype/', (c) => {
      const { user } = c.var;
      const shown = ({ name }: Limetype) =>
        aclOf(user, name).read || rest.candidates.unreadableLimetype === 'empty';
      const readable = [...rest.store.limetypes.values()].filter(shown);
      const withProperties = c.req.queries('_embed')?.includes('limetypes.properties') ?? false;
      return c.json({
        _links: {},
        _embedded: { limetypes: readable.map((type) => describeLimetype(rest, user, type, withProperties)) },
      });
    })
    .get('/limetype/:name/', (c) => {
      const { user } = c.var;
      const limetype = limetypeFor(rest, user, c.req.param('name'));
      const withProperties = c.req.queries('_embed')?.includes('properties') ?? false;
      return c.json(describeLimetype(rest, user, limetype, withProperties));
    });
