import { z } from 'zod';
import { Limetype, LimetypeList, type Metadata } from './metadata-form.ts';
import { limeobjectForm, limeobjectListForm } from './object-form.ts';

const Languages = z.strictObject({ active: z.array(z.string()), inactive: z.array(z.string()) });

/** What a query answers: facts 7 know no other name; each object has the shape that was asked for. */
const QueryAnswer = z.strictObject({ objects: z.array(z.record(z.string(), z.unknown())) });

/**
 * The form of the answer to a call that is not refused, with all names that facts 7 have for it, and no other.
 *
 * @throws when facts 7 do not know the address
 */
export function answerForm(metadata: Metadata, method: string, path: string): z.ZodType {
  const [family = '', limetype = '', id, relation] = path
    .replace(/\?.*$/, '')
    .replace(/^\/api\/v1\//, '')
    .split('/')
    .filter((part) => part !== '');
  switch (family) {
    case 'limetype':
      return limetype ? Limetype : LimetypeList;
    case 'query':
      return QueryAnswer;
    case 'admin':
      return Languages;
    case 'limeobject':
      if (relation) return limeobjectForm(metadata, relatedType(metadata, limetype, relation));
      if (id || method === 'POST') return limeobjectForm(metadata, limetype);
      return limeobjectListForm(metadata, limetype);
    default:
      throw new Error(`The facts do not know ${path}`);
  }
}

function relatedType(metadata: Metadata, limetype: string, relation: string): string {
  const property = metadata.get(limetype)?.find(({ name }) => name === relation);
  if (!property?._links.related_type) throw new Error(`${limetype}.${relation} leads nowhere`);
  return property._links.related_type.name;
}
