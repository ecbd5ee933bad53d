import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { boot } from '../boot.ts';
import { logInAs, switchLanguage, switchTheme } from './switches.ts';

const languageNames = {
  sv: 'Svenska',
  en: 'English',
  no: 'Norsk',
  da: 'Dansk',
  fi: 'Suomi',
  de: 'Deutsch',
  nl: 'Nederlands',
};
const themeNames = { light: 'Light', dark: 'Dark' };

/** Name of the database, and the switches that a real Lime keeps in several places. Their labels stay English. */
@customElement('lime-top-bar')
export class TopBar extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const people = Object.fromEntries(boot.people.map(({ name, fullname }) => [name, fullname]));
    return html`
      <header>
        <p class="database">Lime CRM <span>${boot.application}</span></p>
        <div class="switches" role="group" aria-label="Simulator">
          ${this.#select('Language', languageNames, boot.language, switchLanguage)}
          ${this.#select('Theme', themeNames, boot.theme, switchTheme)}
          ${this.#select('User', people, boot.user.name, logInAs)}
        </div>
      </header>
    `;
  }

  #select(label: string, options: Record<string, string>, value: string, choose: (value: string) => void) {
    return html`
      <label>
        <span>${label}</span>
        <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
          ${Object.entries(options).map(
            ([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`,
          )}
        </select>
      </label>
    `;
  }
}
