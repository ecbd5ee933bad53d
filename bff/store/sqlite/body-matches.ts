import type Database from 'better-sqlite3';

/** Gives SQL a function `body_matches(text, pattern)`: SQLite's own compare letters beyond ASCII byte by byte. */
export function addBodyMatches(database: Database.Database): void {
  let known = { pattern: '', expression: /(?:)/ };
  database.function('body_matches', { deterministic: true }, (text: unknown, pattern: unknown) => {
    if (typeof text !== 'string') return 0;
    if (known.pattern !== pattern)
      known = { pattern: String(pattern), expression: new RegExp(String(pattern), 'iu') };
    return known.expression.test(text) ? 1 : 0;
  });
}
