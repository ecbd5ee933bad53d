import { isToMany, isToOne } from '../database/property.ts';
import type { LimeObject } from '../database/store.ts';
import type { User } from '../database/users.ts';
import type { Rest } from './env.ts';
import { limetypeUrl } from './metadata.ts';
import { limeTime } from './moment.ts';
import { descriptiveOf, presentId, presentProperties } from './present.ts';
import { relatedObject, relatedObjects } from './relation.ts';

/** One object as REST answers it (HAL). `embed` names the relations to put into `_embedded`. */
export function hal(rest: Rest, user: User, object: LimeObject, embed: readonly string[] = []): object {
  const embedded = embeddedRelations(rest, user, object, embed);
  return {
    ...presentProperties(object),
    _id: presentId(object, rest.candidates),
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
const objectUrl = ({ baseUrl }: Rest, { limetype, id }: Pick<LimeObject, 'limetype' | 'id'>): string =>
  `${baseUrl()}/api/v1/limeobject/${limetype.name}/${id}/`;

type Link = { href: string; name?: string };

/** The links of relations and of the limetype carry a name; only a `hasmany` can be added to (facts 7). */
function links(rest: Rest, { limetype, id }: LimeObject): Record<string, Link> {
  const self = objectUrl(rest, { limetype, id });
  const relations = limetype.properties
    .filter((property) => isToOne(property) || isToMany(property))
    .flatMap(({ name, type, relatedType }): [string, Link][] => [
      [`relation_${name}`, { href: `${self}${name}/`, name }],
      ...(type === 'hasmany'
        ? [[`new_${name}`, { href: `${rest.baseUrl()}/api/v1/limeobject/${relatedType}/` }] as [string, Link]]
        : []),
    ]);
  return {
    self: { href: self },
    limetype: { href: limetypeUrl(rest, limetype.name), name: limetype.name },
    ...Object.fromEntries(relations),
  };
}

function embeddedRelations(rest: Rest, user: User, object: LimeObject, embed: readonly string[]) {
  const wanted = object.limetype.properties.filter(
    ({ name }) => embed.includes(name) || embed.includes('all'),
  );
  const found = wanted.flatMap((property) => {
    const related = isToMany(property)
      ? relatedObjects(rest, user, object, property).map((one) => hal(rest, user, one))
      : embedded(rest, user, relatedObject(rest, user, object, property));
    return related ? [[`relation_${property.name}`, related]] : [];
  });
  return Object.fromEntries(found);
}

const embedded = (rest: Rest, user: User, related: LimeObject | undefined) =>
  related && hal(rest, user, related);
