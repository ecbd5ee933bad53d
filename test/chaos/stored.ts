import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/** An event as it lies in the inbox. */
export interface StoredEvent {
  id: string;
  /** Of its body, SHA-256. */
  hash: string;
  state: string;
}

export async function storedEvents(db: Kysely<unknown>): Promise<StoredEvent[]> {
  const { rows } = await sql<{
    id: number | string;
    body: string;
    state: string;
  }>`select id, body, state from inbox join inbox_body on event_id = id`.execute(db);
  return rows.map(({ id, body, state }) => ({ id: String(id), hash: hash('sha256', body), state }));
}

/** How many events somebody has to do something about: still to be applied, or held by a worker. */
export async function unsettled(db: Kysely<unknown>): Promise<{ pending: number; leased: number }> {
  const { rows } = await sql<{
    pending: number | string;
    leased: number | string;
  }>`select count(case when state = 'pending' then 1 end) as pending, count(lease_until) as leased from inbox`.execute(
    db,
  );
  const [{ pending, leased } = { pending: 0, leased: 0 }] = rows;
  return { pending: Number(pending), leased: Number(leased) };
}

/** What is stored of the invoices that Billecta has been heard of, by ActionPublicId. */
export async function storedInvoices(db: Kysely<unknown>): Promise<Map<string, unknown>> {
  const { rows } = await sql<{
    action_public_id: string;
    snapshot: unknown;
  }>`select action_public_id, snapshot from invoice where snapshot is not null`.execute(db);
  return new Map(
    rows.map(({ action_public_id: id, snapshot }) => [
      id,
      typeof snapshot === 'string' ? JSON.parse(snapshot) : snapshot,
    ]),
  );
}
