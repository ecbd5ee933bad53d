import { randomBytes } from 'node:crypto';
import { type PersonName, type User, type UserName, users } from './users.ts';

const cookieName = 'session';

/** Who a request comes from, and how it said so. */
export interface Identity {
  user: User;
  credential: 'key' | 'cookie';
}

/** The API keys and web client logins that the database accepts. */
export class Logins {
  readonly keys: Record<UserName, string> = {
    user: 'lime-key-anna',
    reader: 'lime-key-rut',
    admin: 'lime-key-administrator',
    service: 'lime-key-billecta-integration',
  };
  readonly #sessions = new Map<string, PersonName>();

  /** Logs a person in and returns the `Cookie` header value that proves it. */
  login(person: PersonName): string {
    const token = randomBytes(24).toString('base64url');
    this.#sessions.set(token, person);
    return `${cookieName}=${token}`;
  }

  /** As an administrator of Lime does: a new key takes the place of the old. @returns the new one */
  replaceKey(user: UserName): string {
    this.keys[user] = `${user}-${randomBytes(12).toString('base64url')}`;
    return this.keys[user];
  }

  /** Ends every web client login, as when sessions time out. */
  expireAll(): void {
    this.#sessions.clear();
  }

  /** An API key decides alone: a bad one is not saved by a good cookie. */
  identify(header: (name: string) => string | undefined): Identity | undefined {
    const key = header('x-api-key');
    if (key !== undefined) return this.#byKey(key);
    return this.#byCookie(header('cookie') ?? '');
  }

  #byKey(key: string): Identity | undefined {
    const user = Object.values(users).find(({ name }) => this.keys[name] === key);
    return user && { user, credential: 'key' };
  }

  #byCookie(cookies: string): Identity | undefined {
    for (const cookie of cookies.split(';')) {
      const [name, token = ''] = cookie.trim().split('=');
      const person = name === cookieName ? this.#sessions.get(token) : undefined;
      if (person) return { user: users[person], credential: 'cookie' };
    }
    return undefined;
  }
}

/** The `Set-Cookie` value for what {@link Logins.login} returned. */
export const setCookie = (cookie: string): string => `${cookie}; Path=/; HttpOnly; SameSite=Lax`;
