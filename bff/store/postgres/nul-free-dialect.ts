import { PostgresDialect, PostgresQueryCompiler } from 'kysely';

/** What stands for a NUL, which PostgreSQL's text cannot hold and JSON can. */
const replacement = '\uFFFD';

/** Texts with NULs are stored, and looked for, without them, as nobody means one; refusing would fail a whole commit. */
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
