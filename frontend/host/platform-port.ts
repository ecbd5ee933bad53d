import type { DialogService, NotificationService } from '@limetech/lime-web-components-interfaces';
import { readApplication } from './application.ts';
import { focusedElement, giveFocusBack } from './focus.ts';
import type {
  Application,
  CommandBus,
  CommandClass,
  CommandHandler,
  ConfigMetadata,
  LimeobjectsService,
  LimeWebComponentPlatform,
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
  registerCommand(commandClass: CommandClass, handler: CommandHandler, metadata: ConfigMetadata): void;
  /** Runs a command as Lime's own action menus do, with its middleware and events. */
  runCommand(command: object): unknown;
}

/** Reads each service when it is used: Lime may register them after the platform exists. */
export function platformPort(platform: LimeWebComponentPlatform): Host {
  const notifications = () => platform.get('notifications') as NotificationService;
  const commandBus = () => platform.get('commandBus') as CommandBus;
  return {
    application: () => readApplication(platform),
    notify: (message) => void notifications().notify(message),
    offer: (message, actionText, timeout) => notifications().notify(message, { actionText, timeout }),
    alert: (title, message, acceptText) => notifications().alert(title, message, { acceptText }),
    openDialog(tag, properties, listeners) {
      const dialogs = platform.get('dialog') as DialogService;
      const cameFrom = focusedElement();
      const id = dialogs.create(tag, properties, listeners);
      return () => {
        dialogs.destroy(id);
        giveFocusBack(cameFrom);
      };
    },
    reloadObject(limetype, id) {
      if (!platform.has('state.limeobjects')) return;
      (platform.get('state.limeobjects') as LimeobjectsService).reloadObject?.(limetype, id);
    },
    registerCommand: (commandClass, handler, metadata) =>
      commandBus().register(commandClass, handler, metadata),
    runCommand: (command) => commandBus().handle(command),
  };
}
