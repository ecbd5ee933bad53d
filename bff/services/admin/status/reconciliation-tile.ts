import type { Tile } from '../../../contract/admin/status.ts';
import { type Context, instantIn } from '../../shared/context.ts';

/** How many planned runs may be missed before it is reported. */
const missedAtMost = 3;

/** How the last comparison of the open invoices of all creditors went, and whether the next one is late. */
export async function reconciliationTile(context: Context): Promise<Tile> {
  const { database, store, setup } = context;
  const every = setup.reconcileEveryMinutes;
  const tile = { id: 'reconciliation', number: null, since: null, cause: null } as const;
  const [last, finished] = await Promise.all([
    store.reconciliations.last(database, 'open', 'any'),
    store.reconciliations.last(database, 'open', 'finished'),
  ]);
  if (last?.state === 'failed')
    return { ...tile, state: 'error', since: last.finishedAt, cause: last.failure?.cause ?? null };
  if (!finished) return { ...tile, state: every === 0 ? 'off' : 'unknown' };
  const resolved = (await store.drift.counts([finished.id])).get(finished.id)?.resolved ?? 0;
  const isLate = every > 0 && finished.startedAt < instantIn(context, -missedAtMost * every * 60_000);
  return { ...tile, state: isLate ? 'warning' : 'ok', number: resolved, since: finished.finishedAt };
}
