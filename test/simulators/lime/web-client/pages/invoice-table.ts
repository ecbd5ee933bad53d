import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { boot } from '../boot.ts';
import { limeobjects, navigator, translator, words } from '../host.ts';
import { defined } from '../packages.ts';
import '../parts/action-menu.ts';
import { itemsFor, run } from '../parts/command-items.ts';
import type { Context } from '../platform/platform.ts';
import { components, invoiceActions } from '../views.ts';
import { invoiceColumns } from './invoice-columns.ts';
import { type InvoiceRow, loadInvoices } from './invoice-rows.ts';

const context: Context = { limetype: 'invoice', id: null };

/** `table-view/invoice`: the invoices, with the package's status in a column and its commands for a selection. */
@customElement('lime-invoice-table')
export class InvoiceTable extends LitElement {
  @state() private rows: InvoiceRow[] | undefined;
  @state() private selection: InvoiceRow[] = [];
  @state() private columns: object[] = [];
  #unsubscribe?: () => void;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${words.invoices} – Lime CRM`;
    // limel-table shows plain text where a cell's component is not defined yet.
    void defined(components.status).then((is) => {
      this.columns = invoiceColumns(context, is);
    });
    this.#unsubscribe = limeobjects.subscribe(() => void this.#load(), {
      map: [(objects) => (objects as Record<string, unknown>).invoice],
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  override render() {
    const items = itemsFor(invoiceActions.table);
    return html`
      <limel-header icon="invoice" .heading=${words.invoices} .subheading=${this.#selected()}>
        ${
          items.length > 0
            ? html`<lime-action-menu
                slot="actions"
                .items=${items}
                ?disabled=${this.selection.length === 0}
                @run=${this.#run}
              ></lime-action-menu>`
            : ''
        }
      </limel-header>
      <limel-table
        mode="local"
        layout="stretchLastColumn"
        .selectable=${items.length > 0}
        .columns=${this.columns}
        .data=${this.rows ?? []}
        .selection=${this.selection}
        .loading=${!this.rows}
        .language=${boot.language}
        .emptyMessage=${words.noInvoices}
        @activate=${this.#open}
        @select=${this.#select}
      ></limel-table>
    `;
  }

  async #load(): Promise<void> {
    this.rows = await loadInvoices();
  }

  #selected(): string | undefined {
    const count = this.selection.length;
    return count > 0 ? translator.get('webclient.selected', { count }) : undefined;
  }

  readonly #open = ({ detail }: CustomEvent<InvoiceRow>) =>
    navigator.navigate(`/object/invoice/${detail.id}`);

  readonly #select = ({ detail }: CustomEvent<InvoiceRow[]>) => {
    this.selection = detail;
  };

  readonly #run = ({ detail }: CustomEvent<string>) =>
    run(detail, { context: { limetype: 'invoice' }, filter: this.#filter() });

  /** All rows is no filter at all: that is how Lime says everything (facts 4.1). */
  #filter(): object | null {
    if (this.selection.length === this.rows?.length) return null;
    return { key: boot.candidates.selectionKey, op: 'IN', exp: this.selection.map(({ id }) => id) };
  }
}
