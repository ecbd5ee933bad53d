import { serviceOf } from './service.ts';
import { syncPanelTag } from './tags.ts';
import type {
  CommandBus,
  CommandClass,
  CommandHandler,
  ConfigMetadata,
  LimeWebComponentPlatform,
  RouteRegistry,
  WebComponentRegistry,
} from './types.ts';

/** Where the sync panel is in the web client: `/client/billecta-sync`. */
const syncPanelPath = '/billecta-sync';

/** Puts a command on Lime's command bus; Lime Admin may have none. */
export function registerCommand(
  platform: LimeWebComponentPlatform,
  commandClass: CommandClass,
  handler: CommandHandler,
  metadata: ConfigMetadata,
): void {
  serviceOf<CommandBus>(platform, 'commandBus')?.register(commandClass, handler, metadata);
}

/** Gives the sync panel a page of its own where this version of Lime has routes. */
export function registerRoute(platform: LimeWebComponentPlatform): void {
  serviceOf<RouteRegistry>(platform, 'routeRegistry')?.registerRoute(syncPanelPath, syncPanelTag);
}

/** Offers a component in Lime 7's pickers. */
export function registerComponent(
  platform: LimeWebComponentPlatform,
  tag: string,
  metadata: ConfigMetadata,
): void {
  try {
    serviceOf<WebComponentRegistry>(platform, 'webComponentRegistry')?.register(tag, metadata);
  } catch {
    // What it takes is not documented (docs/facts/lime.md 10, 7); without it only the pickers lack us.
  }
}
