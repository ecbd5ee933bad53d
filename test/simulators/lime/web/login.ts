import { type Context, Hono } from 'hono';
import { type Logins, setCookie } from '../database/logins.ts';
import { type PersonName, type User, users } from '../database/users.ts';

/** Those who can use the web client, in the order of the user switch. */
export const people: readonly PersonName[] = ['user', 'reader', 'admin'];

export const personNamed = (name: unknown): PersonName | undefined =>
  people.find((person) => person === name);

/** Logs the browser in as this person. */
export function logIn(c: Context, logins: Logins, person: PersonName): void {
  c.header('Set-Cookie', setCookie(logins.login(person)), { append: true });
}

/** The person that the browser is logged in as; Anna is logged in when nobody is. */
export function currentPerson(c: Context, logins: Logins): { name: PersonName; user: User } {
  const identity = logins.identify((name) => (name === 'cookie' ? c.req.header(name) : undefined));
  const name = personNamed(identity?.user.name);
  if (name) return { name, user: users[name] };
  logIn(c, logins, 'user');
  return { name: 'user', user: users.user };
}

/** `POST simulator/login {user}`: what the page's user switch calls. */
export const loginRoutes = (logins: Logins) =>
  new Hono().post('/simulator/login', async (c) => {
    const { user } = await c.req.json<{ user?: unknown }>();
    const person = personNamed(user);
    if (!person) return c.text('No such user', 400);
    logIn(c, logins, person);
    return c.body(null, 204);
  });
