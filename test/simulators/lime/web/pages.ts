import { type Context, Hono } from 'hono';
import { isAdministrator, users } from '../database/users.ts';
import type { Boot } from './boot.ts';
import { currentPerson, logIn, people, personNamed } from './login.ts';
import { packageComponents, scriptPath } from './package.ts';
import { preferences, rememberPreferences } from './preferences.ts';
import { shell } from './shell.ts';
import type { WebClient } from './web-client.ts';

const switches = ['user', 'language', 'theme'];

/** What is not named may come from nowhere; a chart and a calendar of lime-elements draw with `data:` pictures. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
].join('; ');

/** The web client at `client/…` and Lime Admin at `webadmin`. */
export function pageRoutes(client: WebClient) {
  const page = (platformType: Boot['platformType']) => async (c: Context) => {
    const url = new URL(c.req.url);
    if (switches.some((name) => url.searchParams.has(name))) return takeSwitches(c, client, url);
    if (client.candidates.contentSecurity === 'strict') c.header('Content-Security-Policy', strictPolicy);
    return c.html(shell(await bootFor(c, client, platformType)));
  };
  const start = (c: Context) => c.redirect(`${basePath(client)}/client/table-view/invoice`);
  return new Hono()
    .get('/client', start)
    .get('/client/', start)
    .get('/client/*', page('LimeCRMWebClient'))
    .get('/webadmin', page('LimeCRMWebAdminClient'));
}

/** `?user=reader&language=sv&theme=dark` on any page: remembers them and goes on to the page without them. */
function takeSwitches(c: Context, { logins }: WebClient, url: URL): Response {
  const person = personNamed(url.searchParams.get('user'));
  if (person) logIn(c, logins, person);
  rememberPreferences(c, url.searchParams);
  for (const name of switches) url.searchParams.delete(name);
  return c.redirect(url.pathname + url.search);
}

async function bootFor(c: Context, client: WebClient, platformType: Boot['platformType']): Promise<Boot> {
  const { name, user } = currentPerson(c, client.logins);
  const components = await packageComponents(client.bundleDirectory);
  const { id, username, fullname, email, groups } = user;
  const { hostVersion, platformDelivery, selectionKey, adminCommandBus } = client.candidates;
  return {
    platformType,
    application: client.database,
    basePath: basePath(client),
    user: { name, id, username, fullname, email, groups, admin: isAdministrator(user) },
    people: people.map((person) => ({ name: person, fullname: users[person].fullname })),
    ...preferences(c),
    components,
    scripts: components.length > 0 ? [basePath(client) + scriptPath] : [],
    configs: client.configs,
    acl: user.rights,
    candidates: { hostVersion, platformDelivery, selectionKey, adminCommandBus },
  };
}

const basePath = ({ database }: WebClient): string => `/${encodeURIComponent(database)}`;
