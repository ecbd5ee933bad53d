import type {
  CommandBusService,
  CommandClass,
  CommandHandler,
  LimeobjectsStateService,
  LimeWebComponentContext,
  LimeWebComponentPlatform,
} from '@limetech/lime-web-components-interfaces';

export type { CommandClass, CommandHandler, LimeWebComponentContext, LimeWebComponentPlatform };

/** How a command or a component presents itself in Lime Admin's pickers; read from Lime 6 on, ignored before. */
export interface ConfigMetadata {
  title?: string;
  description?: string;
  icon?: string;
  tags?: string[];
}

/** The command bus of Lime 6 and later takes metadata as a third argument. */
export interface CommandBus extends Omit<CommandBusService, 'register'> {
  register(commandClass: CommandClass, handler: CommandHandler, metadata?: ConfigMetadata): void;
}

/** Lime 7: components that pickers offer. The arguments are assumed to be like those of the command bus. */
export interface WebComponentRegistry {
  register(tag: string, metadata: ConfigMetadata): void;
}

/** What `state.application` hands to its subscribers, as far as we read it. */
export interface ApplicationState {
  applicationName?: string;
  session?: { language?: string } | null;
}

/** `state.application`: subscribe only in 2.1, getters as well from Lime 6 on. */
export interface ApplicationService {
  subscribe?(callback: (state: ApplicationState | undefined) => void): () => void;
  getApplicationName?(): string;
  getLanguage?(): string;
}

/** Lime 7 (and, unfinished, 4.53): pages of a package's own. */
export interface RouteRegistry {
  registerRoute(path: string, tag: string): void;
}

export type LimeobjectsService = Pick<LimeobjectsStateService, 'reloadObject'>;

/** Which Lime application the page shows, and in which language (`sv`, `en`, `en_us`, `no`, …). */
export interface Application {
  name: string;
  language: string;
}
