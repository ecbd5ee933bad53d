import Database from 'better-sqlite3';

/** @returns inserts all bodies with one commit, which is flushed to disk, and tells their ids */
export function openSqlite(file: string): (bodies: readonly string[]) => number[] {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table inbox (id integer primary key, received_at text not null, body text not null)');
  const insert = database.prepare('insert into inbox (received_at, body) values (?, ?)');
  return database.transaction((bodies: readonly string[]) => {
    const now = new Date().toISOString();
    return bodies.map((body) => Number(insert.run(now, body).lastInsertRowid));
  });
}
