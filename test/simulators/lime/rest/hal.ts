import type { LimeObject } from '../database/store.ts';
import { aclOf, type User } from '../database/users.ts';
import type { Rest } from './env.ts';
import { descriptiveOf, limeTime, presentProperties } from './present.ts';

/** One object as REST answers it (HAL). `embed` names the relations to put into `_embedded`. */
export function hal(rest: Rest, user: User, object: LimeObject, embed: readonly string[] = []): object {
  const embedded = embeddedRelations(rest, user, object, embed);
  return {
    ...presentProperties(object, rest.candidates),
    _id: object.id,
    _timestamp: limeTime(object.timestamp),
    _descriptive: descriptiveOf(object),
    _createduser: object.createdUser,
    _updateduser: object.updatedUser,
    _createdtime: limeTime(object.createdTime),
    _links: links(rest, object),
    ...(Object.keys(embedded).length > 0 && { _embedded: embedded }),
  };
}

/** The object's URL; with the slash at its end that Lime's URLs have. */
export const objectUrl = ({ baseUrl }: Rest, object: LimeObject): string =>
  `${baseUrl()}/api/v1/limeobject/${object.limetype.name}/${object.id}/`;

function links(rest: Rest, object: LimeObject): Record<string, { href: string }> {
  const self = objectUrl(rest, object);
  const relations = object.limetype.properties
    .filter(({ type }) => type === 'belongsto')
    .flatMap(({ name, relation }) => [
      [`relation_${name}`, { href: `${self}${name}/` }],
      [`new_${name}`, { href: `${rest.baseUrl()}/api/v1/limeobject/${relation}/` }],
    ]);
  return {
    self: { href: self },
    limetype: { href: `${rest.baseUrl()}/api/v1/limetype/${object.limetype.name}/` },
    ...Object.fromEntries(relations),
  };
}

function embeddedRelations(rest: Rest, user: User, object: LimeObject, embed: readonly string[]) {
  const wanted = object.limetype.properties.filter(
    ({ name }) => embed.includes(name) || embed.includes('all'),
  );
  const found = wanted.flatMap(({ name, relation }) => {
    const related = relation && visible(rest, user, relation, Number(object.properties[name]));
    return related ? [[`relation_${name}`, hal(rest, user, related)]] : [];
  });
  return Object.fromEntries(found);
}

/** The object, unless it is missing or hidden from the user: Lime tells no difference. */
export function visible({ store }: Rest, user: User, limetype: string, id: number): LimeObject | undefined {
  const object = store.get(limetype, id);
  if (!object || !aclOf(user, limetype).read || object.hiddenFrom.has(user.name)) return undefined;
  return object;
}
