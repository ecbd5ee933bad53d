import { Hono } from 'hono';
import { aclOf } from '../database/users.ts';
import { limetypeFor } from './access.ts';
import type { Rest, RestEnv } from './env.ts';

/** `GET limetype/{name}/`: what a limetype is made of, and perhaps what the caller may do with it. */
export const limetypeRoutes = (rest: Rest) =>
  new Hono<RestEnv>().get('/limetype/:name/', (c) => {
    const { name, localname, properties } = limetypeFor(rest, c.var.user, c.req.param('name'));
    const described = properties.map(({ options, ...property }) => ({
      ...property,
      ...(options && { options: options.map(({ key, text, inactive }) => ({ key, text, inactive })) }),
    }));
    const acl = rest.candidates.metadataAcl ? { acl: aclOf(c.var.user, name) } : {};
    return c.json({ name, localname, ...acl, properties: described });
  });
