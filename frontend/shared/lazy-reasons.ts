import type { ReactiveControllerHost } from 'lit';
import { loadReasons, type ReasonTexts } from '../i18n/autogiro-reasons/load-reasons.ts';
import type { Language } from '../i18n/languages.ts';
import type { Translator } from '../i18n/translator.ts';

/** Autogiro's reasons in words. Their texts are fetched when the first is asked for, and the element renders again. */
export class LazyReasons {
  #language: Language | undefined;
  #words: ReasonTexts | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Undefined where Billecta gives no reason, and while its text is fetched. */
  textFor(code: string | null, { language }: Translator): string | undefined {
    if (code === null) return undefined;
    if (language !== this.#language) void this.#load(language);
    return this.#words?.(code);
  }

  async #load(language: Language): Promise<void> {
    this.#language = language;
    this.#words = undefined;
    // Without the text, Billecta's own name of the reason is better than nothing.
    const words = await loadReasons(language).catch((): ReasonTexts => (code) => code);
    if (language !== this.#language) return;
    this.#words = words;
    this.host.requestUpdate();
  }
}
