import { RejectionReason } from '../../contract/admin/issues.ts';
import type { RejectedPage } from '../../contract/admin/rejected.ts';
import type { CallerContext, Context } from '../shared/context.ts';
import { pageOf } from '../shared/page-of.ts';
import { readCursor } from './cursor.ts';

/** Requests that the receiver rejected, newest first, and the keys with their last use. */
export async function listRejected(
  context: CallerContext,
  { reason, limit, after }: { reason?: string | undefined; limit: number; after?: string | undefined },
): Promise<RejectedPage> {
  const { database, store } = context;
  const asked = { reason, before: readCursor(after), limit: limit + 1 };
  const [rows, reasons, keys] = await Promise.all([
    store.admin.receiverLog.rejected(database, asked),
    store.admin.receiverLog.reasons(database),
    listKeys(context),
  ]);
  const { page, next } = pageOf(rows, limit, ({ id }) => String(id));
  return {
    requests: page.map((row) => ({ ...row, reason: RejectionReason.parse(row.reason) })),
    next,
    reasons: reasons.map((row) => ({ ...row, reason: RejectionReason.parse(row.reason) })),
    keys,
  };
}

/** The configured keys, and when each was last used. */
export async function listKeys({
  setup,
  store,
  database,
}: Pick<Context, 'setup' | 'store' | 'database'>): Promise<RejectedPage['keys']> {
  const used = await store.admin.receiverLog.keysUsed(database);
  return setup.webhooks.keyNames.map((name) => ({ name, lastUsedAt: used.get(name) ?? null }));
}
