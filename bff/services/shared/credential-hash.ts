import { createHmac } from 'node:crypto';
import type { Credential } from '../ports/lime.ts';

/**
 * Identifies a credential without storing it, by the full hash: access depends on it. The hash in logs is shorter.
 *
 * @param salt - the installation's own, so that no outsider can find out which credential a hash is of
 */
export const credentialHash = (salt: string, { kind, value }: Credential): string =>
  createHmac('sha256', salt).update(`${kind} ${value}`).digest('hex');
