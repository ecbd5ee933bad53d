import { Hono } from 'hono';
import type { Limetype } from '../database/limetypes.ts';
import { isToMany, isToOne } from '../database/property.ts';
import type { LimeObject } from '../database/store.ts';
import { aclOf, type User } from '../database/users.ts';
import { limetypeFor } from './access.ts';
import type { Rest, RestEnv } from './env.ts';
import { invalid } from './errors.ts';
import { compare, evaluate, type Found } from './expression.ts';
import { comparable, limeTime } from './moment.ts';
import { descriptiveOf, presentId, presentValue } from './present.ts';
import { relatedObject } from './relation.ts';

interface Query {
  limetype: string;
  filter?: unknown;
  limit?: number;
  offset?: number;
  orderBy?: Record<string, string>[];
  responseFormat: { object?: Record<string, unknown> };
}

/** `GET query/?q=<JSON>`: the objects that pass a filter, shaped as `responseFormat.object` asks. */
export const queryRoutes = (rest: Rest) =>
  new Hono<RestEnv>().get('/query/', (c) => {
    const query = readQuery(c.req.query('q'));
    const user = c.var.user;
    const limetype = limetypeFor(rest, user, query.limetype);
    const shape = query.responseFormat.object ?? {};
    demandShape(rest, limetype, shape);
    const found = aclOf(user, limetype.name).read ? rest.store.visibleTo(user, limetype.name) : [];
    const matching = found
      .filter((object) => query.filter == null || evaluate(query.filter, (key) => lookUp(rest, object, key)))
      .sort(ordering(rest, query.orderBy ?? []));
    const { offset = 0, limit = 50 } = query;
    const page = matching.slice(offset, offset + limit);
    return c.json({ objects: page.map((object) => shaped(rest, user, object, shape)) });
  });

function readQuery(text: string | undefined): Query {
  try {
    const query: unknown = JSON.parse(text ?? '');
    if (isQuery(query)) return query;
  } catch {
    // falls through: not JSON is as wrong as not a query
  }
  throw invalid('q must be a query object with limetype and responseFormat');
}

const isQuery = (value: unknown): value is Query =>
  typeof value === 'object' &&
  value !== null &&
  'limetype' in value &&
  typeof value.limetype === 'string' &&
  'responseFormat' in value;

/** The value under `key`, which is a property, `_id` and its kin, or a path over a relation (`debtor.name`). */
function lookUp(rest: Rest, object: LimeObject, key: string): Found {
  const [head = '', ...tail] = key.split('.');
  const builtIn = builtInValue(object, head, rest.candidates.filterKey);
  if (builtIn !== undefined) return builtIn;
  const property = propertyOf(object.limetype, head);
  const value = object.properties[head] ?? null;
  if (tail.length === 0) return { type: property.type, value };
  const related = rest.store.get(property.relatedType ?? '', Number(value));
  return related ? lookUp(rest, related, tail.join('.')) : { type: property.type, value: null };
}

function builtInValue(object: LimeObject, key: string, idKey: 'id' | '_id' | 'both'): Found | undefined {
  if ((key === 'id' || key === '_id') && (idKey === 'both' || idKey === key))
    return { type: 'integer', value: object.id };
  if (key === '_timestamp') return { type: 'time', value: limeTime(object.timestamp) };
  if (key === '_createdtime') return { type: 'time', value: limeTime(object.createdTime) };
  return undefined;
}

/** @throws 4xx for a property that does not exist or leads to many, also when no object is found */
function demandShape(
  { store }: Pick<Rest, 'store'>,
  limetype: Limetype,
  shape: Record<string, unknown>,
): void {
  for (const [key, inner] of Object.entries(shape)) {
    if (key === 'id' || key.startsWith('_')) continue;
    const { relatedType = '' } = propertyOf(limetype, key);
    const related = store.limetypes.get(relatedType);
    if (related && isShape(inner)) demandShape({ store }, related, inner);
  }
}

function shaped(rest: Rest, user: User, object: LimeObject, shape: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(shape).map(([key, inner]) => [key, shapedValue(rest, user, object, key, inner)]),
  );
}

function shapedValue(rest: Rest, user: User, object: LimeObject, key: string, inner: unknown): unknown {
  if (key === '_id' || key === 'id') return presentId(object, rest.candidates);
  if (key === '_descriptive') return descriptiveOf(object);
  if (key === '_timestamp') return limeTime(object.timestamp);
  if (key === '_createdtime') return limeTime(object.createdTime);
  const property = propertyOf(object.limetype, key);
  const value = object.properties[key] ?? null;
  if (!isToOne(property) || !isShape(inner)) return presentValue(property, value);
  const related = relatedObject(rest, user, object, property);
  return related ? shaped(rest, user, related, inner) : null;
}

const isShape = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function propertyOf(limetype: Limetype, name: string) {
  const property = limetype.properties.find((candidate) => candidate.name === name);
  if (!property) throw invalid(`Unknown property ${name}`);
  if (isToMany(property)) throw invalid(`A query cannot use the relation ${name}, which leads to many`);
  return property;
}

function comparableUnder(rest: Rest, object: LimeObject, key: string): unknown {
  const { type, value } = lookUp(rest, object, key);
  return comparable(type, value);
}

const ordering =
  (rest: Rest, orderBy: readonly Record<string, string>[]) => (a: LimeObject, b: LimeObject) => {
    for (const [key, direction] of orderBy.flatMap((entry) => Object.entries(entry))) {
      const order = compare(comparableUnder(rest, a, key), comparableUnder(rest, b, key));
      if (order) return direction.toUpperCase() === 'DESC' ? -order : order;
    }
    return 0;
  };
