import type { Context as HonoContext } from 'hono';
import type { Env } from '../../env.ts';

/**
 * The address that a request comes from, as the reverse proxy reports it: the last of the list, which the proxy itself
 * has added; the sender controls those before it.
 *
 * @param header - that the proxy sets; null when there is none to believe
 */
export function clientAddress(c: HonoContext<Env>, header: string | null): string | undefined {
  if (header === null) return undefined;
  return c.req.header(header)?.split(',').at(-1)?.trim() || undefined;
}
