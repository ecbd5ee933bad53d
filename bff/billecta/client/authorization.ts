/** The `Authorization` value of every call. */
export interface Authorization {
  /** @throws Fault `billecta-…` when none can be had */
  header(signal: AbortSignal): Promise<string>;
  /**
   * Called when Billecta has rejected this value.
   *
   * @returns whether another one may be had, so that the call is worth repeating
   */
  refused(header: string): boolean;
}

/** A value that is configured and stays as it is. */
export const fixedAuthorization = (value: string): Authorization => ({
  header: async () => value,
  refused: () => false,
});

/** A token and until when it is good, ISO 8601; null when Billecta did not say. */
export interface Token {
  value: string;
  expires: string | null;
}

/** How long before its expiry a token is replaced, ms. */
const early = 60_000;

/**
 * Tokens that are fetched by user and password on demand, once for all concurrent callers, and again when they expire
 * or are rejected. The header carries the token in base64 a second time (docs/facts/billecta.md 2).
 */
export class TokenAuthorization implements Authorization {
  #current: Promise<{ header: string; until: number }> | undefined;
  #rejected: string | undefined;

  constructor(
    private readonly fetchToken: (signal: AbortSignal) => Promise<Token>,
    private readonly now: () => number,
  ) {}

  async header(signal: AbortSignal): Promise<string> {
    const stored = await this.#current?.catch(() => undefined);
    if (stored && stored.until > this.now() && stored.header !== this.#rejected) return stored.header;
    // The first caller fetches another one; callers that waited for the same old one use that.
    if (stored && stored === (await this.#current)) this.#current = undefined;
    this.#current ??= this.#fetch(signal);
    return (await this.#current).header;
  }

  refused(header: string): boolean {
    this.#rejected = header;
    return true;
  }

  async #fetch(signal: AbortSignal): Promise<{ header: string; until: number }> {
    try {
      const { value, expires } = await this.fetchToken(signal);
      const header = `SecureToken ${Buffer.from(value.trim()).toString('base64')}`;
      return { header, until: expires === null ? Number.POSITIVE_INFINITY : Date.parse(expires) - early };
    } catch (error) {
      this.#current = undefined;
      throw error;
    }
  }
}
