import { getCommandId } from '@limetech/lime-web-components-interfaces/dist/service/commandbus-service';
import type { DialogListeners } from '../../../frontend/host/platform-port.ts';
import type {
  ApplicationState,
  CommandClass,
  CommandHandler,
  ConfigMetadata,
  LimeWebComponentPlatform,
} from '../../../frontend/host/types.ts';

interface Registration {
  handler: CommandHandler;
  metadata?: ConfigMetadata;
}

/** Lime's platform as far as we use it: records what it is told, and puts dialogs into the page. */
export class FakePlatform implements LimeWebComponentPlatform {
  readonly type = 'LimeCRMWebClient';
  readonly notifications: string[] = [];
  /** What the notifications offered to do. */
  readonly offers: string[] = [];
  /** Whether the user takes what is offered. */
  accepts = false;
  readonly alerts: { title: string; message: string }[] = [];
  readonly reloaded: [limetype: string, id: number][] = [];
  readonly commands = new Map<string, Registration>();
  readonly dialogs = new Map<number, HTMLElement>();
  registrations = 0;

  readonly #services = new Map<string, unknown>();
  readonly #subscribers = new Set<(state: ApplicationState) => void>();
  #state: ApplicationState;
  #lastDialog = 0;

  /** @param version - `2.1` has no getters on the application and cannot reload an object */
  constructor(application: string, { language = 'en', version = '2.1' as '2.1' | '6' } = {}) {
    this.#state = { applicationName: application, session: { language } };
    this.#services.set('state.application', this.#applicationService(version));
    this.#services.set('notifications', this.#notificationService());
    this.#services.set('commandBus', this.#commandBus());
    this.#services.set('dialog', this.#dialogService());
    this.#services.set('state.limeobjects', version === '2.1' ? {} : this.#limeobjects());
  }

  get = (name: string): unknown => {
    if (!this.#services.has(name)) throw new Error(`No service ${name}`);
    return this.#services.get(name);
  };
  has = (name: string): boolean => this.#services.has(name);
  register = (name: string, service: unknown): void => void this.#services.set(name, service);

  without(service: string): this {
    this.#services.delete(service);
    return this;
  }

  /** How many listen to the application. */
  get listeners(): number {
    return this.#subscribers.size;
  }

  speak(language: string): void {
    this.#state = { ...this.#state, session: { language } };
    for (const tell of this.#subscribers) tell(this.#state);
  }

  #applicationService(version: string): object {
    const getters = {
      getApplicationName: () => this.#state.applicationName,
      getLanguage: () => this.#state.session?.language,
    };
    const subscribe = (callback: (state: ApplicationState) => void) => {
      this.#subscribers.add(callback);
      callback(this.#state);
      return () => this.#subscribers.delete(callback);
    };
    return version === '2.1' ? { subscribe } : { subscribe, ...getters };
  }

  #notificationService(): object {
    return {
      notify: async (message: string, { actionText }: { actionText?: string } = {}) => {
        this.notifications.push(message);
        if (actionText) this.offers.push(actionText);
        return actionText !== undefined && this.accepts;
      },
      alert: async (title: string, message: string) => this.alerts.push({ title, message }),
    };
  }

  #commandBus(): object {
    return {
      register: (commandClass: CommandClass, handler: CommandHandler, metadata?: ConfigMetadata) => {
        this.registrations++;
        this.commands.set(getCommandId(commandClass), { handler, ...(metadata ? { metadata } : {}) });
      },
      isSupported: (id: CommandClass | string) => this.commands.has(getCommandId(id)),
      handle: (command: object) => this.commands.get(getCommandId(command))?.handler.handle(command),
    };
  }

  #dialogService(): object {
    return {
      create: (tag: string, properties: object, listeners: DialogListeners) => {
        const dialog = Object.assign(document.createElement(tag), properties);
        for (const [name, listener] of Object.entries(listeners))
          dialog.addEventListener(name, (event) => listener(event as CustomEvent));
        document.body.append(dialog);
        this.dialogs.set(++this.#lastDialog, dialog);
        return this.#lastDialog;
      },
      destroy: (id: number) => {
        this.dialogs.get(id)?.remove();
        this.dialogs.delete(id);
      },
    };
  }

  #limeobjects(): object {
    return { reloadObject: (limetype: string, id: number) => this.reloaded.push([limetype, id]) };
  }
}
