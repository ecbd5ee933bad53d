import type Database from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely';

/**
 * SQLite as kysely knows it, but for how transactions begin and end: they take the write lock at once, so that one
 * that has begun is not refused half-way; and when SQLite has rolled back by itself, as on a full disk, the cause
 * is told rather than that there is nothing left to roll back.
 */
export class WritingSqliteDialect extends SqliteDialect {
  constructor(private readonly database: Database.Database) {
    super({ database });
  }

  override createDriver(): Driver {
    return new WritingSqliteDriver(this.database);
  }
}

class WritingSqliteDriver extends SqliteDriver {
  constructor(private readonly database: Database.Database) {
    super({ database });
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.database.inTransaction) await super.rollbackTransaction(connection);
  }
}
