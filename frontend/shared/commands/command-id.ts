import type { CommandClass } from '../../host/types.ts';

/**
 * Makes a class the command with this id, as the decorator of Lime 7.4 does: the id is set on the class, and
 * `instanceof` compares the ids of a command's classes, so that it works across two copies of the bundle
 * (docs/facts/lime.md 4).
 */
export const command =
  (id: string) =>
  (commandClass: CommandClass): void => {
    Object.defineProperties(commandClass, {
      commandId: { value: id, enumerable: true },
      [Symbol.hasInstance]: { value: (value: unknown) => classIdsOf(value).includes(id) },
    });
  };

/** The ids of a command's class and of those that it extends. */
function classIdsOf(value: unknown): unknown[] {
  const ids: unknown[] = [];
  if (typeof value !== 'object' || value === null) return ids;
  for (let each: unknown = value.constructor; typeof each === 'function'; each = Object.getPrototypeOf(each))
    ids.push(Reflect.get(each, 'commandId'));
  return ids;
}
