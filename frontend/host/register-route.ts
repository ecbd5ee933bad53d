import { syncPanelTag } from '../tags.ts';
import type { LimeWebComponentPlatform, RouteRegistry } from './types.ts';

/** Where the sync panel is in the web client: `/client/billecta-sync`. */
export const syncPanelPath = '/billecta-sync';

/** Gives the sync panel a page of its own where this version of Lime has routes. */
export function registerRoute(platform: LimeWebComponentPlatform): void {
  if (!platform.has('routeRegistry')) return;
  (platform.get('routeRegistry') as RouteRegistry).registerRoute(syncPanelPath, syncPanelTag);
}
