import { z } from 'zod';

export const given = (what: string) =>
  z
    .string(`is missing: ${what}`)
    .trim()
    .min(1, { error: `is empty: ${what}`, abort: true });

export const webUrl = (what: string) =>
  given(what)
    .refine((text) => /^https?:$/.test(parseUrl(text)?.protocol ?? ''), `is no http(s) address: ${what}`)
    .refine((text) => !/[?#]/.test(text), { error: `must end before ? and #: ${what}`, abort: true })
    .refine((text) => !parseUrl(text)?.username && !parseUrl(text)?.password, {
      error: 'must not hold a user or a password: they would be shown',
      abort: true,
    })
    .transform((text) => text.replace(/\/+$/, ''));

export const wholeNumber = (what: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number: ${what}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}: ${what}`)
    .meta({ form: `whole number, ${least} to ${most}` });

/** A token of RFC 9110: the form of header and cookie names. */
export const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

export function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

export function commaList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Parses a text with a function; reports its error as an issue of the configuration. */
export function parsing<From, T>(read: (given: From) => T) {
  return (given: From, issues: z.RefinementCtx): T => {
    try {
      return read(given);
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
      issues.addIssue(`cannot be read, see docs/configuration.md: ${why}`);
      return z.NEVER;
    }
  };
}
