import type { Selectable } from 'kysely';
import type { Schema } from '../../../bff/store/schema.ts';
import { type Bench, webhookKey } from './start.ts';

export type InboxRow = Selectable<Schema['inbox']>;

/** Posts a webhook as Billecta does. @returns the id that it was acknowledged with */
export async function deliver(bench: Bench, event: string, data: unknown, id?: string): Promise<number> {
  const answer = await fetch(`${bench.url}/billecta-webhook-receiver`, {
    method: 'POST',
    headers: { 'x-api-key': webhookKey, connection: 'close' },
    body: JSON.stringify({ Event: event, Data: data, ...(id && { Id: id }) }),
  });
  if (answer.status !== 200) throw new Error(`The webhook was answered with ${answer.status}`);
  return Number(((await answer.json()) as { id: string }).id);
}

/** Events on disk, seen by a connection of the test's own. */
export function inbox(bench: Bench, where: Partial<InboxRow>): Promise<InboxRow[]> {
  return bench.store.db
    .selectFrom('inbox')
    .selectAll()
    .where((eb) => eb.and(where))
    .orderBy('id')
    .execute();
}

/** One event on disk. */
export async function stored(bench: Bench, id: number): Promise<InboxRow> {
  const row = (await inbox(bench, {})).find((each) => Number(each.id) === id);
  if (!row) throw new Error(`Event ${id} is not stored`);
  return row;
}
