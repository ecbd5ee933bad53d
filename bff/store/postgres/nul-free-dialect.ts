import { PostgresDialect, PostgresQueryCompiler } from 'kysely';

/** Replaces a NUL, which PostgreSQL's text cannot store and JSON can. */
const replacement = '\uFFFD';

/**
 * Stores texts, and searches for them, with their NULs replaced: a NUL is never meant; refusing would fail a whole
 * commit.
 */
export class NulFreeDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new NulFreeCompiler();
  }
}

class NulFreeCompiler extends PostgresQueryCompiler {
  protected override appendValue(parameter: unknown): void {
    super.appendValue(withoutNul(parameter));
  }
}

function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', replacement);
  return Array.isArray(value) ? value.map(withoutNul) : value;
}
