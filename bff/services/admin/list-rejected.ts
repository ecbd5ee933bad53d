import { RejectionReason } from '../../contract/admin/issues.ts';
import type { RejectedPage } from '../../contract/admin/rejected.ts';
import type { CallerContext, Context } from '../shared/context.ts';
import { readCursor } from './cursor.ts';

/** Requests that the receiver rejected, newest first, and the keys with their last use. */
export async function listRejected(
  context: CallerContext,
  { reason, limit, after }: { reason?: string | undefined; limit: number; after?: string | undefined },
): Promise<RejectedPage> {
  const { database, store } = context;
  const page = { reason, before: readCursor(after), limit: limit + 1 };
  const [rows, reasons, keys] = await Promise.all([
    store.admin.receiverLog.rejected(database, page),
    store.admin.receiverLog.reasons(database),
    listKeys(context),
  ]);
  const shown = rows.slice(0, limit);
  return {
    requests: shown.map((row) => ({ ...row, reason: RejectionReason.parse(row.reason) })),
    next: rows.length > limit ? String(shown.at(-1)?.id) : null,
    reasons: reasons.map((row) => ({ ...row, reason: RejectionReason.parse(row.reason) })),
    keys,
  };
}

/** The configured keys, and when each was last used. */
export async function listKeys({ setup, store, database }: Context): Promise<RejectedPage['keys']> {
  const used = await store.admin.receiverLog.keysUsed(database);
  return setup.webhooks.keyNames.map((name) => ({ name, lastUsedAt: used.get(name) ?? null }));
}
