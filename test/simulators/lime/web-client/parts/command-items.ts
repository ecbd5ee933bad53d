import { commandBus, translator } from '../host.ts';
import type { CommandMetadata } from '../platform/command-bus.ts';

/** An item of a menu that runs a command. */
export interface CommandItem {
  text: string;
  icon?: { name: string };
  value: string;
}

/** Menu items for those of the configured commands that a package has registered. */
export const itemsFor = (ids: readonly string[]): CommandItem[] =>
  ids.filter((id) => commandBus.isSupported(id)).map((id) => itemFor(metadataOf(id)));

/** Makes the command, gives it where it is to act, and hands it to the command bus. */
export const run = (id: string, where: object): unknown =>
  commandBus.handle(Object.assign(commandBus.createCommand({ id }), where));

const metadataOf = (id: string): CommandMetadata =>
  commandBus.getAll().find((metadata) => metadata.id === id) ?? { id };

function itemFor({ id, title, icon }: CommandMetadata): CommandItem {
  const name = typeof icon === 'string' ? icon : icon?.name;
  return { text: translator.get(title ?? id), ...(name && { icon: { name } }), value: id };
}
