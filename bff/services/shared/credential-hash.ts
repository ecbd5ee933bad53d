import { createHmac } from 'node:crypto';
import type { Credential } from '../ports/lime.ts';

/**
 * Tells one credential from every other without keeping it, in full: things are handed out on it. What is logged of a
 * credential is shorter.
 *
 * @param salt - the installation's own, so that nobody elsewhere can find out which credential a hash is of
 */
export const credentialHash = (salt: string, { kind, value }: Credential): string =>
  createHmac('sha256', salt).update(`${kind} ${value}`).digest('hex');
