import type Database from 'better-sqlite3';

/** How many statements are kept; those with lists of parameters come in many lengths. */
const keptAtMost = 200;

/** Prepares each statement once, as long as it is among the last that were used. */
export class Statements {
  readonly #kept = new Map<string, Database.Statement<unknown[]>>();

  constructor(private readonly database: Database.Database) {}

  get(sql: string): Database.Statement<unknown[]> {
    const statement = this.#kept.get(sql) ?? this.#prepare(sql);
    this.#kept.delete(sql);
    this.#kept.set(sql, statement);
    if (this.#kept.size > keptAtMost) this.#forgetOldest();
    return statement;
  }

  /**
   * SQLite compiles by the schema that the connection has read last, and treats a unique index that another connection
   * has made since as missing, again and again. A read makes it notice.
   */
  #prepare(sql: string): Database.Statement<unknown[]> {
    try {
      return this.database.prepare<unknown[]>(sql);
    } catch {
      this.database.prepare('select 1 from sqlite_schema').get();
      return this.database.prepare<unknown[]>(sql);
    }
  }

  #forgetOldest(): void {
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest);
      return;
    }
  }
}
