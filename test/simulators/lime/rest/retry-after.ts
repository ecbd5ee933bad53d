import type { Candidates } from '../options.ts';

/** The headers that tell when to come again, in the form that the candidate names. */
export function retryAfter(seconds: number, form: Candidates['retryAfter']): Record<string, string> {
  switch (form) {
    case 'seconds':
      return { 'Retry-After': String(seconds) };
    case 'date':
      return { 'Retry-After': new Date(Date.now() + seconds * 1000).toUTCString() };
    case 'absent':
      return {};
  }
}
