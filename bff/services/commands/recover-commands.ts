import type { CommandRecord } from '../ports/store/command-store.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';

/** The longest time that a process runs a command, ms. */
const inHandAtMost = 30_000;

/**
 * Enqueues a read of every invoice whose command was under way when the service last stopped, to resolve the command.
 */
export async function recoverCommands(context: Context): Promise<void> {
  await enqueueReads(context, await context.store.commands.findAllUnfinished(context.database));
}

/**
 * The same for commands whose process died, or could not store the outcome, as on a full disk. Skips an invoice whose
 * read is planned already, or that Billecta does not know.
 *
 * @returns that there is no more
 */
export async function recoverLostCommands(context: Context): Promise<boolean> {
  const { database, store } = context;
  const before = instantIn(context, -inHandAtMost);
  const open = await store.commands.findAllUnfinished(database);
  const lost = open.filter(({ state, requestedAt }) => state === 'requested' && requestedAt < before);
  const records = await store.invoices.getMany(
    database,
    lost.map(({ actionPublicId }) => actionPublicId),
  );
  const notTried = new Set(
    records
      .filter(({ readDueAt, readAttempts }) => readDueAt === null && readAttempts === 0)
      .map(({ actionPublicId }) => actionPublicId),
  );
  if (notTried.size > 0) {
    await enqueueReads(
      context,
      lost.filter(({ actionPublicId }) => notTried.has(actionPublicId)),
    );
    context.wake('reads');
  }
  return false;
}

async function enqueueReads(context: Context, commands: readonly CommandRecord[]): Promise<void> {
  const actionPublicIds = commands.map(({ actionPublicId }) => actionPublicId);
  await context.store.invoices.enqueueRead(context.database, actionPublicIds, instant(context));
}
