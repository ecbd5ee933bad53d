import type { CommandName } from '../../../bff/contract/command.ts';
import { invoiceLimetype } from '../../bff/invoice-limetype.ts';
import { isInvoice } from '../../bff/is-invoice.ts';
import { serverTime } from '../../bff/server-clock.ts';
import { platformPort } from '../../host/platform-port.ts';
import type { LimeWebComponentPlatform } from '../../host/types.ts';
import { loadTranslator } from '../../i18n/load-translator.ts';
import { presetOf } from '../../shared/commands/command-params.ts';
import { UnderWay } from '../under-way.ts';
import type { InvoicesCommand } from './bulk-commands.ts';
import { openBulkDialog } from './bulk-dialog-opener.ts';
import { runOf } from './bulk-run-of.ts';
import { readSelection } from './read-selection.ts';

const underWay = new UnderWay<CommandName>();

/**
 * Runs one of the four commands on the selected invoices: counts, asks, begins, and shows the progress. Resolves when
 * the user has left the dialog; for a task that is still under way, a toast then shows how it has ended.
 */
export async function runBulkCommand(
  platform: LimeWebComponentPlatform,
  name: CommandName,
  command: InvoicesCommand,
): Promise<void> {
  const host = platformPort(platform);
  const { name: application, language } = host.application();
  const t = await loadTranslator(language);
  const selection = readSelection(command);
  const limetype = command.context?.limetype;
  if (!selection || !limetype || !(await isInvoice(application, limetype)))
    return host.notify(t.text('bulk.select'));
  if (host.mayOnlyRead(limetype))
    return host.alert(t.bulkTitle(name), t.text('reason.forbidden'), t.text('action.close'));
  const end = underWay.begin(name);
  if (!end) return;
  try {
    const run = runOf(application, limetype, name, selection);
    const value = presetOf(command, serverTime());
    const everything = selection.filter === null && !selection.parent;
    const commentsGo = await invoiceLimetype(application).commentsGo();
    await openBulkDialog(host, t, { command: name, run, value, commentsGo, everything }, { gone: end });
  } finally {
    end();
  }
}
