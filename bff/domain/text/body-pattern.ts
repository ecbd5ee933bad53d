/** Signs that mean something in a regular expression. */
const signs = /[\\^$.*+?()[\]{}|/]/g;

/**
 * A regular expression, for JavaScript and PostgreSQL alike, that finds a text in JSON whatever the case, and also
 * where its letters are written as `\u00C5`. It has no repetition, so its time grows with the body alone.
 */
export function bodyPattern(text: string): string {
  return [...text].map((letter) => (letter > '\x7f' ? anyWriting(letter) : literal(letter))).join('');
}

function anyWriting(letter: string): string {
  const cases = [...new Set([letter, letter.toLowerCase(), letter.toUpperCase()])];
  return `(?:${cases.flatMap((each) => [literal(each), literal(escaped(each))]).join('|')})`;
}

const literal = (text: string) => text.replace(signs, '\\$&');

const escaped = (text: string) =>
  Array.from(
    { length: text.length },
    (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
