import { z } from 'zod';
import { toInstant } from '../mapping/date-time.ts';
import type { Token } from './authorization.ts';

/**
 * The answer to `apiauthenticate`: SecureTokenView, or one of the forms it may have instead (docs/facts/billecta.md 2).
 */
const TokenView = z.union([
  z.string().min(1),
  z.object({ Value: z.string().min(1), Expires: z.string().nullish() }),
  z.object({ SecureToken: z.string().min(1) }),
]);

/** @throws when it is none of them */
export function readToken(text: string): Token {
  const view = TokenView.parse(parse(text));
  if (typeof view === 'string') return { value: view, expires: null };
  if ('SecureToken' in view) return { value: view.SecureToken, expires: null };
  return { value: view.Value, expires: (view.Expires && toInstant(view.Expires)) || null };
}

/** A bare string may come with its quotation marks or without. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}
