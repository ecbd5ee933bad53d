import { hash } from 'node:crypto';
import type { Credential } from './ports/lime.ts';

/**
 * Tells one credential from every other without keeping it, in full: things are handed out on it. What is logged of a
 * credential is shorter.
 */
export const credentialHash = ({ kind, value }: Credential): string => hash('sha256', `${kind} ${value}`);
