import { boot } from './boot.ts';
import { Application } from './platform/application.ts';
import { CommandBus } from './platform/command-bus.ts';
import { Configs } from './platform/configs.ts';
import { Delivery } from './platform/delivery.ts';
import { Dialogs } from './platform/dialogs.ts';
import { EventDispatcher } from './platform/event-dispatcher.ts';
import { servicesOf } from './platform/generations.ts';
import { Http } from './platform/http.ts';
import { Limeobjects } from './platform/limeobjects.ts';
import { Limetypes } from './platform/limetypes.ts';
import { Navigator } from './platform/navigator.ts';
import { Notifications } from './platform/notifications.ts';
import { ServicePlatform } from './platform/platform.ts';
import { Query } from './platform/query.ts';
import { RouteRegistry } from './platform/route-registry.ts';
import { Translator } from './platform/translator.ts';
import { WebComponentRegistry } from './platform/web-components.ts';
import { wordsIn } from './words/words.ts';

/** The words of the user's language. */
export const words = wordsIn[boot.language];

const events = new EventDispatcher();
const http = new Http(boot.basePath);
const limetypes = new Limetypes(http, boot.acl);

/** The services as the client itself uses them; packages see their generation's share of them. */
export const commandBus = new CommandBus(events);
export const limeobjects = new Limeobjects(http, limetypes);
export const navigator = new Navigator(boot.basePath, events);
const notifications = new Notifications(words, boot.language);
export const routes = new RouteRegistry();
export const query = new Query(http);
export const webComponents = new WebComponentRegistry(events);
export const translator = new Translator(words, boot.language);
export { events, limetypes };

const platform = new ServicePlatform(boot.platformType);

export const delivery = new Delivery(platform, boot.candidates);

const isAdmin = boot.platformType === 'LimeCRMWebAdminClient';
const services = servicesOf(boot.candidates.hostVersion, {
  translate: translator,
  http,
  notifications,
  query,
  ...((!isAdmin || boot.candidates.adminCommandBus) && { commandBus }),
  dialog: new Dialogs(delivery, events),
  eventDispatcher: events,
  'state.limetypes': limetypes,
  'state.limeobjects': limeobjects,
  'state.application': new Application(boot),
  'state.configs': new Configs(boot.configs),
  navigator,
  routeRegistry: routes,
  webComponentRegistry: webComponents,
});
for (const [name, service] of Object.entries(services)) platform.register(name, service);
