import { type Context, instant } from './context.ts';

/** Has every invoice read whose command was under way when the service last stopped, so that the command is settled. */
export async function recoverCommands(context: Context): Promise<void> {
  for (const { actionPublicId } of await context.store.commands.allUnsettled(context.database)) {
    await context.store.invoices.wantRead(context.database, actionPublicId, instant(context));
  }
}
