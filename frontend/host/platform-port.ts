import type { DialogService, NotificationService } from '@limetech/lime-web-components-interfaces';
import { readApplication } from './application.ts';
import { focusedElement, giveFocusBack } from './focus.ts';
import { openInPage } from './open-in-page.ts';
import type {
  Application,
  CommandBus,
  CommandClass,
  CommandHandler,
  ConfigMetadata,
  LimeobjectsService,
  LimeWebComponentPlatform,
  WebComponentRegistry,
} from './types.ts';

export type DialogListeners = Record<string, (event?: CustomEvent) => void>;

/** Lime's services as plain functions: all that the rest of the frontend knows of the web client. */
export interface Host {
  application(): Application;
  /** A passing message that nobody has to answer. */
  notify(message: string): void;
  /** A passing message with something to do about it; tells whether the user did, after at most `timeout` ms. */
  offer(message: string, actionText: string, timeout: number): Promise<boolean>;
  /** A message that has to be read; resolves when it is closed. */
  alert(title: string, message: string, acceptText: string): Promise<void>;
  /** Opens an element as a dialog; the returned function closes it and gives the focus back. */
  openDialog(tag: string, properties: object, listeners: DialogListeners): () => void;
  /** Makes Lime show the object as it is on the server now, where this version of Lime can. */
  reloadObject(limetype: string, id: number): void;
  /** Whether there is a command bus; Lime Admin may have none. */
  takesCommands(): boolean;
  registerCommand(commandClass: CommandClass, handler: CommandHandler, metadata: ConfigMetadata): void;
  /** Runs a command as Lime's own action menus do, with its middleware and events. */
  runCommand(command: object): unknown;
  /** Offers a component in Lime 7's pickers. */
  registerComponent(tag: string, metadata: ConfigMetadata): void;
}

/**
 * Reads each service when it is used: Lime may register them after the platform exists. A service that this platform
 * does not have is passed over: Lime's applications and versions have different ones (facts/lime.md 3.1).
 */
export function platformPort(platform: LimeWebComponentPlatform): Host {
  const service = <T>(name: string) => (platform.has(name) ? (platform.get(name) as T) : undefined);
  const notifications = () => service<NotificationService>('notifications');
  const commandBus = () => service<CommandBus>('commandBus');
  return {
    application: () => readApplication(platform),
    notify: (message) => void notifications()?.notify(message),
    offer: async (message, actionText, timeout) =>
      (await notifications()?.notify(message, { actionText, timeout })) ?? false,
    alert: async (title, message, acceptText) => notifications()?.alert(title, message, { acceptText }),
    openDialog(tag, properties, listeners) {
      const dialogs = service<DialogService>('dialog');
      const cameFrom = focusedElement();
      const close = dialogs
        ? openByService(dialogs, tag, properties, listeners)
        : openInPage(tag, properties, listeners);
      return () => {
        close();
        giveFocusBack(cameFrom);
      };
    },
    reloadObject: (limetype, id) =>
      service<LimeobjectsService>('state.limeobjects')?.reloadObject?.(limetype, id),
    takesCommands: () => platform.has('commandBus'),
    registerCommand: (commandClass, handler, metadata) =>
      commandBus()?.register(commandClass, handler, metadata),
    runCommand: (command) => commandBus()?.handle(command),
    registerComponent(tag, metadata) {
      try {
        service<WebComponentRegistry>('webComponentRegistry')?.register(tag, metadata);
      } catch {
        // What it takes is not documented (facts/lime.md 10, 7); without it only the pickers lack us.
      }
    },
  };
}

function openByService(dialogs: DialogService, ...dialog: Parameters<DialogService['create']>): () => void {
  const id = dialogs.create(...dialog);
  return () => dialogs.destroy(id);
}
