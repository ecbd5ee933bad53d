import { type Context, instant } from './context.ts';

/** Has every invoice read whose command was under way when the service last stopped, so that the command is settled. */
export async function recoverCommands(context: Context): Promise<void> {
  const commands = await context.store.commands.allUnsettled(context.database);
  const actionPublicIds = commands.map((command) => command.actionPublicId);
  await context.store.invoices.wantRead(context.database, actionPublicIds, instant(context));
}
