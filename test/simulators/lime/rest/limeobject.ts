import { type Context, Hono } from 'hono';
import { isToMany } from '../database/property.ts';
import { aclOf } from '../database/users.ts';
import { demand, limetypeFor, objectFor } from './access.ts';
import type { Rest, RestEnv } from './env.ts';
import { invalid, notFound } from './errors.ts';
import { hal } from './hal.ts';
import { readListRequest } from './list.ts';
import { relatedObject, relatedObjects } from './relation.ts';
import { readNewProperties, readProperties } from './write.ts';

/** `limeobject/…`: objects, one by one and as lists. */
export const limeobjectRoutes = (rest: Rest) =>
  new Hono<RestEnv>()
    .get('/limeobject/:limetype/', (c) => {
      const { user } = c.var;
      const limetype = limetypeFor(rest, user, c.req.param('limetype'));
      const query = new URL(c.req.url).searchParams;
      const { matches, order, limit, offset, embed } = readListRequest(limetype, query);
      const readable = aclOf(user, limetype.name).read ? rest.store.visibleTo(user, limetype.name) : [];
      const found = readable.filter(matches).sort(order);
      const self = `${rest.baseUrl()}/api/v1/limeobject/${limetype.name}/`;
      const next = new URLSearchParams(query);
      next.set('_offset', String(offset + limit));
      return c.json({
        _links: offset + limit < found.length ? { next: { href: `${self}?${next}` } } : {},
        _embedded: {
          limeobjects: found.slice(offset, offset + limit).map((object) => hal(rest, user, object, embed)),
        },
      });
    })
    .post('/limeobject/:limetype/', async (c) => {
      const limetype = limetypeFor(rest, c.var.user, c.req.param('limetype'));
      demand(c.var.user, limetype, 'create');
      const properties = readNewProperties(rest, limetype, await json(c));
      const object = rest.store.create(limetype.name, { properties, by: c.var.user });
      return c.json(hal(rest, c.var.user, object), 201);
    })
    .get('/limeobject/:limetype/:id/', (c) => {
      const limetype = limetypeFor(rest, c.var.user, c.req.param('limetype'));
      const object = objectFor(rest, c.var.user, limetype, c.req.param('id'));
      return c.json(hal(rest, c.var.user, object, c.req.queries('_embed')));
    })
    .put('/limeobject/:limetype/:id/', async (c) => {
      const limetype = limetypeFor(rest, c.var.user, c.req.param('limetype'));
      const object = objectFor(rest, c.var.user, limetype, c.req.param('id'));
      demand(c.var.user, limetype, 'update');
      const properties = readProperties(rest, limetype, await json(c));
      rest.store.update(object, properties, c.var.user);
      if (rest.candidates.updateAnswer === 'empty') return c.body(null, 200);
      return c.json(hal(rest, c.var.user, object));
    })
    .delete('/limeobject/:limetype/:id/', (c) => {
      const limetype = limetypeFor(rest, c.var.user, c.req.param('limetype'));
      const object = objectFor(rest, c.var.user, limetype, c.req.param('id'));
      demand(c.var.user, limetype, 'delete');
      rest.store.delete(limetype.name, object.id);
      return c.body(null, 204);
    })
    .get('/limeobject/:limetype/:id/:relation/', (c) => {
      const limetype = limetypeFor(rest, c.var.user, c.req.param('limetype'));
      const object = objectFor(rest, c.var.user, limetype, c.req.param('id'));
      const property = limetype.properties.find(({ name }) => name === c.req.param('relation'));
      if (!property) throw notFound();
      if (isToMany(property)) {
        const related = relatedObjects(rest, c.var.user, object, property);
        return c.json({
          _links: {},
          _embedded: { limeobjects: related.map((one) => hal(rest, c.var.user, one)) },
        });
      }
      const related = relatedObject(rest, c.var.user, object, property);
      if (!related) throw notFound();
      return c.json(hal(rest, c.var.user, related));
    });

async function json(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw invalid('The body is not JSON');
  }
}
