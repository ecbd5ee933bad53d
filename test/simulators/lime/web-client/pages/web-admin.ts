import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { boot } from '../boot.ts';
import { commandBus, events, translator, webComponents, words } from '../host.ts';
import { isInstalled } from '../packages.ts';
import '../parts/package-component.ts';
import type { Metadata } from '../platform/command-bus.ts';
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
    events.addListener('webcomponent.registered', this.#offered);
    document.title = `${words.administration} – ${boot.application}`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    events.removeListener('webcomponent.registered', this.#offered);
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
        ${this.#renderTable('pickers-heading', words.componentPickers, 'stretchLastColumn', commandColumns, offeredRows())}
        ${this.#renderTable('commands-heading', words.commands, 'stretchLastColumn', commandColumns, commandRows())}
      </div>
    `;
  }

  readonly #offered = () => this.requestUpdate();

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

const commandRows = (): object[] => commandBus.getAll().map((command) => rowOf(command.id, command));

const offeredRows = (): object[] =>
  webComponents.getAll().map((component) => rowOf(component.name, component));

const rowOf = (id: string, { title = '', description = '', icon = '', tags = [] }: Metadata) => ({
  id,
  title: translator.get(title),
  description: translator.get(description),
  icon: typeof icon === 'string' ? icon : icon.name,
  tags: tags.join(', '),
});
