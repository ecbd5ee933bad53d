import type { Selectable } from 'kysely';
import type { Schema } from '../../../bff/store/schema.ts';
import { type Harness, webhookKey } from './start.ts';

export type InboxRow = Selectable<Schema['inbox']>;

/** What stands on an envelope besides event and payload; the time is a fresh second for each unless it is given. */
interface Beside {
  EventDate?: string;
  AdditionalData?: unknown;
}

let seconds = 0;
const nextEventDate = () => {
  seconds += 1;
  return `2026-03-01 12:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}+01:00`;
};

/** A webhook in Billecta's own envelope. */
export const envelopeOf = (event: string, data: unknown, beside: Beside = {}) => ({
  EventDate: nextEventDate(),
  CreditorPublicId: 'f4a1c5d2-0000-4000-8000-00000000c0de',
  Event: event,
  Data: data,
  AdditionalData: null,
  ...beside,
});

/** Posts a webhook as Billecta does. @returns the id that it was acknowledged with */
export async function deliver(
  harness: Harness,
  event: string,
  data: unknown,
  beside: Beside = {},
): Promise<number> {
  const answer = await fetch(`${harness.url}/billecta-webhook-receiver`, {
    method: 'POST',
    headers: { 'x-api-key': webhookKey, connection: 'close' },
    body: JSON.stringify(envelopeOf(event, data, beside)),
  });
  if (answer.status !== 200) throw new Error(`The webhook was answered with ${answer.status}`);
  return Number(((await answer.json()) as { id: string }).id);
}

/** Events on disk, seen by a connection of the test's own. */
export function inbox(harness: Harness, where: Partial<InboxRow>): Promise<InboxRow[]> {
  return harness.store.db
    .selectFrom('inbox')
    .selectAll()
    .where((eb) => eb.and(where))
    .orderBy('id')
    .execute();
}

/** One event on disk. */
export async function stored(harness: Harness, id: number): Promise<InboxRow> {
  const row = (await inbox(harness, {})).find((each) => Number(each.id) === id);
  if (!row) throw new Error(`Event ${id} is not stored`);
  return row;
}
