import { readWire, type WireExample } from '../../../wire/read.ts';
import { type Asked, type Says, type ScriptedLime, scriptedLime } from '../scripted-lime.ts';

export interface WireLime extends ScriptedLime {
  /** What was asked in the way of an example, the last of it. */
  askedAs(name: string): Asked | undefined;
}

/**
 * A Lime that answers exactly what the examples say, by method and path; to a query by its limetype. To all else it has
 * no answer but 418, which is none of Lime's.
 *
 * @param changes - what is not in an example and a test has to say
 */
export async function wireLime(
  names: readonly string[],
  changes: (name: string, body: unknown) => unknown = (_name, body) => body,
): Promise<WireLime> {
  const examples = names.map((name) => ({ name, example: readWire('lime', name) }));
  const lime = await scriptedLime((asked): Says => {
    const found = examples.find(({ example }) => isAskedAs(asked, example));
    if (!found) return { status: 418 };
    const { status, headers, body } = found.example.answer;
    const changed = changes(found.name, body);
    return { status, headers, ...(changed !== undefined && { body: changed }) };
  });
  const askedAs = (name: string) => lime.asked.findLast((asked) => isAskedAs(asked, readWire('lime', name)));
  return { ...lime, askedAs };
}

/** The query of an example, or of a call. */
export const queryOf = (path: string): Record<string, unknown> =>
  JSON.parse(new URL(path, 'https://lime.example').searchParams.get('q') ?? 'null');

function isAskedAs({ method, path }: Asked, { request }: WireExample): boolean {
  const wanted = request.path.replace('/api/v1/', '');
  if (method !== request.method) return false;
  const isQuery = path.startsWith('query/') && wanted.startsWith('query/');
  return isQuery ? queryOf(path).limetype === queryOf(wanted).limetype : path === wanted;
}
