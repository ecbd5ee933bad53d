/** Lists whose elements are known by a name: an example shows some of them. */
const named: Record<string, string> = { limetypes: 'name', properties: 'name', options: 'key' };

/** What a link is called and where it leads is Lime's own, where the facts do not say it. */
const opaque = /\.(next|new_\w+)\.href$|\.relation_\w+\.name$/;

/** Where an answer lacks what an example has, or has another value for it; empty when the example holds. */
export function differences(expected: unknown, actual: unknown, at = ''): string[] {
  if (opaque.test(at)) return typeof actual === 'string' ? [] : [`${at} is no text`];
  if (Array.isArray(expected)) return listDifferences(expected, actual, at);
  if (!isRecord(expected)) return expected === actual ? [] : [`${at}: ${text(expected)} is ${text(actual)}`];
  if (!isRecord(actual)) return [`${at} is no object`];
  return Object.entries(expected).flatMap(([name, value]) =>
    name in actual ? differences(value, actual[name], `${at}.${name}`) : [`${at}.${name} is missing`],
  );
}

function listDifferences(expected: unknown[], actual: unknown, at: string): string[] {
  if (!Array.isArray(actual)) return [`${at} is no list`];
  const key = named[at.slice(at.lastIndexOf('.') + 1)];
  if (key) {
    const find = (wanted: unknown) => actual.find((one) => under(one, key) === under(wanted, key));
    return expected.flatMap((one) => differences(one, find(one), `${at}[${under(one, key)}]`));
  }
  if (expected.length !== actual.length) return [`${at} has ${actual.length} elements`];
  return expected.flatMap((one, index) => differences(one, actual[index], `${at}[${index}]`));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const under = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);
const text = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
