import { ownTasksPlace, recall } from '../bff/memory.ts';
import { readApplication } from '../host/application.ts';
import { registerCommand } from '../host/registrations.ts';
import type { LimeWebComponentPlatform } from '../host/types.ts';
import { languageFor } from '../i18n/languages.ts';
import { commandTitles } from '../i18n/titles.ts';
import { commandMeta, commandNames } from '../shared/commands/command-meta.ts';
import { commandClasses, type InvoiceCommand } from '../shared/commands/commands.ts';
import { bulkCommandClasses, type InvoicesCommand } from './bulk/bulk-commands.ts';

/** Puts the commands on Lime's command bus; what they do is fetched when the first one is run. */
export function registerCommands(platform: LimeWebComponentPlatform): void {
  if (recall(ownTasksPlace))
    void import('./bulk/offer-own-tasks.ts').then((own) => own.offerOwnTasks(platform));
  const titles = commandTitles[languageFor(readApplication(platform).language)];
  for (const name of commandNames) {
    const { title, bulkTitle, description } = titles[name];
    const metadata = { title, description, icon: commandMeta[name].icon, tags: ['invoice', 'billecta'] };
    const one = async (command: object): Promise<void> => {
      const { runInvoiceCommand } = await import('./run-invoice-command.ts');
      await runInvoiceCommand(platform, name, command as InvoiceCommand);
    };
    const many = async (command: object): Promise<void> => {
      const { runBulkCommand } = await import('./bulk/run-bulk-command.ts');
      await runBulkCommand(platform, name, command as InvoicesCommand);
    };
    registerCommand(platform, commandClasses[name], { handle: one }, metadata);
    registerCommand(
      platform,
      bulkCommandClasses[name],
      { handle: many },
      { ...metadata, title: bulkTitle, tags: [...metadata.tags, 'bulk-object'] },
    );
  }
}
