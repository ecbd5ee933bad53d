import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { boot } from '../boot.ts';
import { commandBus, translator, words } from '../host.ts';
import { isInstalled } from '../packages.ts';
import '../parts/package-component.ts';
import { noContext } from '../platform/platform.ts';
import { components } from '../views.ts';

const column = (title: string, field: string) => ({ title, field });

/** `webadmin`: the package's panel, and what the installed packages have brought. */
@customElement('lime-web-admin')
export class WebAdmin extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${words.administration} – ${boot.application}`;
  }

  override render() {
    return html`
      <limel-header icon="settings" .heading=${words.administration} .subheading=${boot.application}></limel-header>
      <div class="admin">
        ${isInstalled(components.syncPanel) ? this.#renderPanel() : ''}
        ${this.#renderTable(
          'components-heading',
          words.webComponents,
          'stretchColumns',
          [column(words.name, 'name'), column(words.slot, 'slot')],
          boot.components.map(({ name, slot }) => ({ id: name, name, slot: slot ?? '–' })),
        )}
        ${this.#renderTable('commands-heading', words.commands, 'stretchLastColumn', commandColumns, commandRows())}
      </div>
    `;
  }

  #renderPanel() {
    return html`
      <section aria-label="Billecta">
        <lime-package-component .name=${components.syncPanel} .context=${noContext}></lime-package-component>
      </section>
    `;
  }

  #renderTable(id: string, heading: string, layout: string, columns: object[], rows: object[]) {
    return html`
      <section aria-labelledby=${id}>
        <h2 id=${id}>${heading}</h2>
        <limel-table
          mode="local"
          .layout=${layout}
          .columns=${columns}
          .data=${rows}
          .language=${boot.language}
          .emptyMessage=${words.nothingInstalled}
        ></limel-table>
      </section>
    `;
  }
}

const commandColumns = [
  column(words.id, 'id'),
  column(words.title, 'title'),
  column(words.description, 'description'),
  column(words.icon, 'icon'),
  column(words.tags, 'tags'),
];

const commandRows = (): object[] =>
  commandBus.getAll().map(({ id, title = '', description = '', icon = '', tags = [] }) => ({
    id,
    title: translator.get(title),
    description: translator.get(description),
    icon: typeof icon === 'string' ? icon : icon.name,
    tags: tags.join(', '),
  }));
