import { isToOne, type Property } from '../database/property.ts';
import type { LimeObject } from '../database/store.ts';
import { aclOf, type User } from '../database/users.ts';
import type { Rest } from './env.ts';

/** The object, unless it is missing or hidden from the user: Lime tells no difference. */
export function visible({ store }: Rest, user: User, limetype: string, id: number): LimeObject | undefined {
  const object = store.get(limetype, id);
  if (!object || !aclOf(user, limetype).read || object.hiddenFrom.has(user.name)) return undefined;
  return object;
}

/** What a relation to one leads to, when there is such an object and the user may see it. */
export function relatedObject(
  rest: Rest,
  user: User,
  object: LimeObject,
  property: Property,
): LimeObject | undefined {
  const { name, relatedType } = property;
  if (!isToOne(property) || !relatedType) return undefined;
  return visible(rest, user, relatedType, Number(object.properties[name]));
}

/** What a `hasmany` leads to, without what the user may not see. */
export function relatedObjects(
  { store }: Rest,
  user: User,
  object: LimeObject,
  { relatedType = '', inverse = '' }: Property,
): LimeObject[] {
  if (!aclOf(user, relatedType).read) return [];
  return store.visibleTo(user, relatedType).filter(({ properties }) => properties[inverse] === object.id);
}
