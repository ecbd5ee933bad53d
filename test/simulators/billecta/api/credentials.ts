import { randomBytes } from 'node:crypto';

export interface UserCredentials {
  readonly username: string;
  readonly password: string;
}

/** Who may call the API: one user, by name and password or by a token fetched with them (facts 2). */
export class Credentials {
  readonly #basic: string;
  readonly #tokens = new Set<string>();

  constructor({ username, password }: UserCredentials) {
    this.#basic = `Basic ${base64(`${username}:${password}`)}`;
  }

  get basicHeader(): string {
    return this.#basic;
  }

  /** A new token, as `apiauthenticate` answers it. */
  newToken(): string {
    const token = randomBytes(32).toString('base64');
    this.#tokens.add(token);
    return token;
  }

  /** Makes every token invalid, as time does. */
  expireTokens(): void {
    this.#tokens.clear();
  }

  /** Accepts Basic, and SecureToken when the token was encoded exactly once more. */
  accept(authorization: string | undefined): boolean {
    if (authorization === undefined) return false;
    if (authorization === this.#basic) return true;
    const [scheme, encoded] = authorization.split(' ');
    return scheme === 'SecureToken' && this.#tokens.has(Buffer.from(encoded ?? '', 'base64').toString());
  }
}

/** The Authorization header value of a token. */
export function secureTokenHeader(token: string): string {
  return `SecureToken ${base64(token)}`;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
