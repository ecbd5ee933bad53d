import type { Limetype } from '../database/limetypes.ts';
import type { LimeObject } from '../database/store.ts';
import { aclOf, type Right, type User } from '../database/users.ts';
import type { Rest } from './env.ts';
import { forbidden, notFound } from './errors.ts';
import { visible } from './relation.ts';

/**
 * The limetype. One that the user may not read has no objects for them, where the candidate says so.
 *
 * @throws 404 or 403 where the candidate says that Lime hides or refuses such a limetype
 */
export function limetypeFor(rest: Rest, user: User, name: string): Limetype {
  const limetype = rest.store.limetypes.get(name);
  if (!limetype) throw notFound();
  const { unreadableLimetype } = rest.candidates;
  if (aclOf(user, name).read || unreadableLimetype === 'empty') return limetype;
  throw unreadableLimetype === 'forbidden' ? forbidden() : notFound();
}

/** @throws 403 when the user reads the limetype but lacks this right */
export function demand(user: User, limetype: Limetype, right: Right): void {
  if (!aclOf(user, limetype.name)[right]) throw forbidden();
}

/** @throws 404 when the object is missing or hidden from the user */
export function objectFor(rest: Rest, user: User, limetype: Limetype, id: string): LimeObject {
  const object = /^[1-9]\d*$/.test(id) ? visible(rest, user, limetype.name, Number(id)) : undefined;
  if (!object) throw notFound();
  return object;
}
