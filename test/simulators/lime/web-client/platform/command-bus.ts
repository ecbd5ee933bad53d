import { CommandEvent, getCommandId } from '@limetech/lime-web-components-interfaces';
import type { EventDispatcher } from './event-dispatcher.ts';

export type CommandClass = new () => object;
type Icon = string | { name: string };

interface Handler {
  handle(command: object): unknown;
}

/** What a command tells of itself when it is registered (6.x and later). */
export interface Metadata {
  title?: string;
  description?: string;
  icon?: Icon;
  tags?: readonly string[];
}

export interface CommandMetadata extends Metadata {
  id: string;
}

interface Registration {
  commandClass: CommandClass;
  handler: Handler;
  metadata: CommandMetadata;
}

/** Lime's command bus: finds the handler of a command by the command's id. */
export class CommandBus {
  readonly #registrations = new Map<string, Registration>();

  constructor(private readonly events: EventDispatcher) {}

  register(commandClass: CommandClass, handler: Handler, metadata: Metadata = {}): void {
    const id = getCommandId(commandClass);
    this.#registrations.set(id, { commandClass, handler, metadata: { ...metadata, id } });
  }

  isSupported(command: string | CommandClass): boolean {
    return this.#registrations.has(getCommandId(command));
  }

  getHandler(command: string | CommandClass): Handler | undefined {
    return this.#registrations.get(getCommandId(command))?.handler;
  }

  getAll(): CommandMetadata[] {
    return [...this.#registrations.values()].map(({ metadata }) => metadata);
  }

  /**
   * A new command of the class that was registered, made without arguments; `params` become its properties.
   *
   * @throws when no such command is registered
   */
  createCommand({ id, params }: { id: string; params?: object }): object {
    const { commandClass } = this.#registrationOf(id);
    return Object.assign(new commandClass(), params);
  }

  /** @throws when no such command is registered, and whatever its handler throws */
  handle(command: object): unknown {
    const { handler } = this.#registrationOf(getCommandId(command));
    const received = this.events.dispatch(CommandEvent.Received, { command });
    if (received.defaultPrevented) return undefined;
    return this.#told(command, () => handler.handle(command));
  }

  #told(command: object, run: () => unknown): unknown {
    const handled = (result: unknown) => {
      this.events.dispatch(CommandEvent.Handled, { command, result });
      return result;
    };
    const failed = (error: unknown): never => {
      this.events.dispatch(CommandEvent.Failed, { command, error });
      throw error;
    };
    try {
      const result = run();
      return result instanceof Promise ? result.then(handled, failed) : handled(result);
    } catch (error) {
      return failed(error);
    }
  }

  #registrationOf(id: string): Registration {
    const registration = this.#registrations.get(id);
    if (!registration) throw new Error(`Command "${id}" is not registered`);
    return registration;
  }
}
