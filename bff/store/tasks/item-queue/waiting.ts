import { sql } from 'kysely';

/** As text in the statement, so that the partial index on it is used. */
export const waiting = sql.lit<'waiting'>('waiting');
