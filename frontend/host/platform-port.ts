import type { DialogService, NotificationService } from '@limetech/lime-web-components-interfaces';
import { readApplication } from './application.ts';
import { focusTrail, giveFocusBack } from './focus.ts';
import { openInPage } from './open-in-page.ts';
import { serviceOf } from './service.ts';
import type { Application, CommandBus, LimeobjectsService, LimeWebComponentPlatform } from './types.ts';
import { mayOnlyRead } from './update-right.ts';

export type DialogListeners = Record<string, (event?: CustomEvent) => void>;

/** Lime's services as plain functions: all that elements and commands know of the web client. */
export interface Host {
  application(): Application;
  /** A passing message that needs no answer. */
  notify(message: string): void;
  /** A passing message with an action; resolves to whether the user took it, after at most `timeout` ms. */
  offer(message: string, actionText: string, timeout: number): Promise<boolean>;
  /** A message that has to be read; resolves when it is closed. */
  alert(title: string, message: string, acceptText: string): Promise<void>;
  /** Opens an element as a dialog; the returned function closes it and gives the focus back. */
  openDialog(tag: string, properties: object, listeners: DialogListeners): () => void;
  /** Makes Lime show the object as it is on the server now, where this version of Lime can. */
  reloadObject(limetype: string, id: number): void;
  /** Whether Lime's web client knows that the user may not update records of the limetype. */
  mayOnlyRead(limetype: string): boolean;
  /** Whether there is a command bus; Lime Admin may have none. */
  takesCommands(): boolean;
  /** Runs a command as Lime's own action menus do, with its middleware and events. */
  runCommand(command: object): unknown;
}

/** Reads each service when it is used: Lime may register it after the platform exists. Skips missing services. */
export function platformPort(platform: LimeWebComponentPlatform): Host {
  const service = <T>(name: string) => serviceOf<T>(platform, name);
  const notifications = () => service<NotificationService>('notifications');
  return {
    application: () => readApplication(platform),
    notify: (message) => void notifications()?.notify(message),
    offer: async (message, actionText, timeout) =>
      withFocusBack(async () => (await notifications()?.notify(message, { actionText, timeout })) ?? false),
    alert: (title, message, acceptText) =>
      withFocusBack(async () => notifications()?.alert(title, message, { acceptText })),
    openDialog(tag, properties, listeners) {
      const dialogs = service<DialogService>('dialog');
      const cameFrom = focusTrail();
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
    mayOnlyRead: (limetype) => mayOnlyRead(platform, limetype),
    takesCommands: () => platform.has('commandBus'),
    runCommand: (command) => service<CommandBus>('commandBus')?.handle(command),
  };
}

function openByService(dialogs: DialogService, ...dialog: Parameters<DialogService['create']>): () => void {
  const id = dialogs.create(...dialog);
  return () => dialogs.destroy(id);
}

/** Lime's messages take the focus, and leave it nowhere when they are gone. */
async function withFocusBack<T>(show: () => Promise<T>): Promise<T> {
  const trail = focusTrail();
  const answer = await show();
  giveFocusBack(trail);
  return answer;
}
