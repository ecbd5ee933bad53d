import { expect } from 'vitest';
import type { Harness } from './start.ts';

/** Nothing is due in Lime any more, and nothing has failed there. */
export async function nothingToWrite({ store }: Harness): Promise<void> {
  const rows = await store.db
    .selectFrom('lime_object')
    .selectAll()
    .where((eb) => eb.or([eb('due_at', 'is not', null), eb('cause', 'is not', null)]))
    .execute();
  expect(rows).toEqual([]);
}
