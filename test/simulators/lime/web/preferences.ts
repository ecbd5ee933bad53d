import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Language, languages, type Theme, themes } from './boot.ts';

const year = 365 * 24 * 60 * 60;
const attributes = { path: '/', sameSite: 'Lax', maxAge: year } as const;

/** Language and theme of this browser, kept in cookies that the page's switches write too. */
export const preferences = (c: Context): { language: Language; theme: Theme } => ({
  language: known(languages, getCookie(c, 'simulator_language')) ?? 'en',
  theme: known(themes, getCookie(c, 'simulator_theme')) ?? 'light',
});

/** Keeps what `?language=` and `?theme=` ask for. */
export function rememberPreferences(c: Context, query: URLSearchParams): void {
  const language = known(languages, query.get('language'));
  const theme = known(themes, query.get('theme'));
  if (language) setCookie(c, 'simulator_language', language, attributes);
  if (theme) setCookie(c, 'simulator_theme', theme, attributes);
}

const known = <T extends string>(values: readonly T[], value: string | null | undefined): T | undefined =>
  values.find((candidate) => candidate === value);
