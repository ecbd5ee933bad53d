import pg from 'pg';

/** How long to wait for a connection, ms. */
const connectWait = 3_000;

/** PostgreSQL's 64-bit integers come as text; the schema's all fit a number. */
const int8 = 20;

export interface PoolOptions {
  /** The most connections. */
  max: number;
  /** How long to wait for a lock, ms. */
  lockWait: number;
  /** Time limit of a statement, ms; 0 for none. */
  answerWait: number;
}

/**
 * Connections to PostgreSQL. Each is set up by statements: PgBouncer refuses settings in the packet that opens one.
 *
 * The next query on a broken connection reports the error; nothing else needs it, whether the connection is in use or
 * not. An emitter of errors without a listener would end the process.
 */
export function openPool(url: string, { max, lockWait, answerWait }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: connectWait,
    ...(answerWait > 0 && { query_timeout: answerWait + 1_000 }),
    types: { getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) },
    async onConnect(client) {
      client.on('error', () => undefined);
      // Compiling a statement costs more than running any of the service's.
      await client.query(
        `set jit = off; set lock_timeout = ${lockWait}; set statement_timeout = ${answerWait}`,
      );
    },
  });
  pool.on('error', () => undefined);
  return pool;
}
