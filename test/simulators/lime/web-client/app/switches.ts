import { boot } from '../boot.ts';

/** Lime shows another language after loading the client anew. */
export function switchLanguage(language: string): void {
  remember('simulator_language', language);
  window.location.reload();
}

/** The theme changes where it is, as in Lime. */
export function switchTheme(theme: string): void {
  remember('simulator_theme', theme);
  document.documentElement.dataset.theme = `force-${theme}`;
}

export async function logInAs(user: string): Promise<void> {
  await fetch(`${boot.basePath}/simulator/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  window.location.reload();
}

function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser Lime supports
  document.cookie = `${name}=${value}; path=/; SameSite=Lax; max-age=31536000`;
}
