import type { Boot } from '../boot.ts';

type HostVersion = Boot['candidates']['hostVersion'];

const http = ['get', 'post', 'put', 'patch', 'delete'];
const notifications = ['alert', 'confirm', 'notify', 'report'];
const events = ['dispatch', 'addListener', 'removeListener'];

/** The services of each generation of the web client and their members (facts 3.1 and 3.2). */
const members: Record<HostVersion, Record<string, readonly string[]>> = {
  '2.1': {
    translate: ['get'],
    http,
    notifications,
    query: ['execute'],
    commandBus: ['register', 'handle', 'isSupported'],
    dialog: ['create', 'destroy'],
    eventDispatcher: events,
    'state.limetypes': ['subscribe'],
    'state.limeobjects': ['subscribe', 'loadObject', 'reloadObject'],
    'state.application': ['subscribe'],
    'state.configs': ['subscribe'],
  },
  '4.53': {
    translate: ['get'],
    http,
    notifications,
    query: ['execute'],
    commandBus: ['register', 'handle', 'isSupported', 'getHandler'],
    dialog: ['create', 'update', 'destroy'],
    eventDispatcher: events,
    'state.limetypes': ['subscribe'],
    'state.limeobjects': ['subscribe', 'loadObject', 'reloadObject'],
    'state.application': ['subscribe'],
    'state.configs': ['subscribe', 'has', 'get'],
    navigator: ['navigate'],
  },
  '7': {
    translate: ['get', 'getLanguage'],
    http,
    notifications,
    query: ['execute'],
    commandBus: ['register', 'handle', 'isSupported', 'getHandler', 'createCommand', 'getAll'],
    dialog: ['create', 'update', 'destroy'],
    eventDispatcher: events,
    'state.limetypes': ['subscribe'],
    'state.limeobjects': ['subscribe', 'loadObject', 'getObject', 'reloadObject'],
    'state.application': ['subscribe', 'getApplicationName', 'getLanguage', 'getSession', 'getCurrentUser'],
    'state.configs': ['subscribe', 'has', 'get'],
    navigator: ['navigate', 'getLocation', 'createUrl'],
    routeRegistry: ['registerRoute', 'findComponent'],
    webComponentRegistry: ['register', 'getAll'],
  },
};

/** How many arguments `commandBus.register` looks at: metadata came with 6.x. */
const registerArguments: Record<HostVersion, number> = { '2.1': 2, '4.53': 2, '7': 3 };

/** The services of a generation, each with that generation's members only. */
export function servicesOf(version: HostVersion, services: Record<string, object>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(members[version]).flatMap(([name, wanted]) => {
      const service = services[name];
      return service ? [[name, only(service, wanted, registerArguments[version])]] : [];
    }),
  );
}

function only(service: object, wanted: readonly string[], registerArguments: number): object {
  const methods = service as Record<string, (...args: unknown[]) => unknown>;
  return Object.fromEntries(
    wanted.map((name) => [
      name,
      (...args: unknown[]) =>
        methods[name]?.(...(name === 'register' ? args.slice(0, registerArguments) : args)),
    ]),
  );
}
