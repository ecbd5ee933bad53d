/** A date-time in Billecta's wire form (docs/facts/billecta.md 1.1). */
const dateTime = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Where something differs in form from an example: other properties, other types, a date-time or guid that is none.
 * Values may differ, and null stands for anything, since nearly all fields may be null. Empty when the forms agree.
 */
export function formDifferences(example: unknown, actual: unknown, at = ''): string[] {
  if (example === null || actual === null) return [];
  if (Array.isArray(example)) {
    if (!Array.isArray(actual)) return [`${at} is no list`];
    const [row] = example;
    return row === undefined ? [] : actual.flatMap((each, n) => formDifferences(row, each, `${at}[${n}]`));
  }
  if (typeof example === 'object') return objectDifferences(example as object, actual, at);
  if (typeof example !== typeof actual) return [`${at}: ${typeof actual} instead of ${typeof example}`];
  for (const form of [dateTime, guid])
    if (form.test(String(example)) && !form.test(String(actual)))
      return [`${at}: ${String(actual)} has not the form of ${String(example)}`];
  return [];
}

function objectDifferences(example: object, actual: unknown, at: string): string[] {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return [`${at} is no object`];
  const known = new Map(Object.entries(example));
  const given = new Map(Object.entries(actual));
  return [
    ...[...known].flatMap(([name, value]) =>
      given.has(name)
        ? formDifferences(value, given.get(name), `${at}.${name}`)
        : [`${at}.${name} is missing`],
    ),
    ...[...given.keys()].filter((name) => !known.has(name)).map((name) => `${at}.${name} is not known`),
  ];
}
