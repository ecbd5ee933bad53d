import type { Limetype } from '../database/limetypes.ts';
import { emptyOptionKey, type Property } from '../database/property.ts';
import { aclOf, type User } from '../database/users.ts';
import type { Rest } from './env.ts';

/**
 * A limetype as REST describes it (facts 7). Its properties are there only when they are asked for; what its links
 * hold is not known.
 */
export function describeLimetype(
  rest: Rest,
  user: User,
  { name, localname, properties }: Limetype,
  withProperties: boolean,
): object {
  return {
    name,
    localname,
    ...(rest.candidates.metadataAcl && { acl: aclOf(user, name) }),
    _links: {},
    ...(withProperties && {
      _embedded: { properties: properties.map((property) => describeProperty(rest, property)) },
    }),
  };
}

export const limetypeUrl = ({ baseUrl }: Rest, name: string): string =>
  `${baseUrl()}/api/v1/limetype/${name}/`;

/** Where a relation leads is a link; it carries a name, and no address is known. */
function describeProperty({ candidates }: Rest, property: Property): object {
  const { name, localname, type, required, length, options, relatedType } = property;
  const listed = options?.filter(({ key }) => key !== emptyOptionKey || candidates.emptyOptionListed);
  return {
    name,
    localname,
    type,
    required,
    ...(length !== undefined && { length }),
    ...(listed && { options: listed.map(({ key, text, inactive }) => ({ key, text, inactive })) }),
    _links: relatedType ? { related_type: { name: relatedType } } : {},
  };
}
