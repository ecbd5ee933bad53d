import type { CommandName } from '../../bff/contract/command.ts';
import { platformPort } from '../host/platform-port.ts';
import type { LimeWebComponentPlatform } from '../host/types.ts';
import { languageFor } from '../i18n/languages.ts';
import { commandTitles } from '../i18n/titles.ts';
import { commandIcons } from './command-icons.ts';
import { commandClasses, type InvoiceCommand } from './commands.ts';

/** Puts the four commands on Lime's command bus; what they do is fetched when the first one is run. */
export function registerCommands(platform: LimeWebComponentPlatform): void {
  const host = platformPort(platform);
  const titles = commandTitles[languageFor(host.application().language)];
  for (const name of Object.keys(commandClasses) as CommandName[]) {
    const handler = {
      async handle(command: object): Promise<void> {
        const { runInvoiceCommand } = await import('./run-invoice-command.ts');
        await runInvoiceCommand(host, name, command as InvoiceCommand);
      },
    };
    host.registerCommand(commandClasses[name], handler, {
      ...titles[name],
      icon: commandIcons[name],
      tags: ['invoice', 'billecta'],
    });
  }
}
