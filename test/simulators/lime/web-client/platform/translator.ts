import type { Words } from '../words/words.ts';

/** Lime's translator. It knows the client's own words; an unknown key comes back as it is. */
export class Translator {
  constructor(
    private readonly words: Words,
    private readonly language: string,
  ) {}

  get(id: string, params: Record<string, unknown> = {}): string {
    const text = this.#find(id) ?? id;
    return text.replace(/\{\s*(\w+)\s*\}/g, (whole, name: string) => String(params[name] ?? whole));
  }

  getLanguage(): string {
    return this.language;
  }

  #find(id: string): string | undefined {
    const key = id.replace(/^webclient\./, '');
    return key !== id && key in this.words ? this.words[key as keyof Words] : undefined;
  }
}
