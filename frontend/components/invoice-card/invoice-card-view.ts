import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import type { BffFault } from '../../bff/bff-error.ts';
import { type InvoiceEntry, unread } from '../../bff/invoice-entry.ts';
import { commandIcons } from '../../commands/command-icons.ts';
import { faultWords } from '../../i18n/fault-words.ts';
import type { Translator } from '../../i18n/translator.ts';
import { ClockController } from '../clock-controller.ts';
import { chipRow } from '../invoice-status/chip-row.ts';
import { chipsFor } from '../invoice-status/chips-for.ts';
import { freshnessOf } from '../invoice-status/freshness.ts';
import { actionsFor } from './actions-for.ts';
import { amountsFor, type CardFact, datesFor } from './facts-for.ts';
import { styles } from './invoice-card-view.styles.ts';

/**
 * The invoice's state, amounts, dates and commands.
 *
 * @property entry - what is known of the invoice
 * @property unsaved - the record is new, so there is no invoice yet
 * @property t - the texts; nothing is shown without them
 * @fires command - the user asks for a command; `detail` is its name
 * @fires retry - the user asks to read the invoice again after a failure
 */
export class InvoiceCardView extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) entry: InvoiceEntry = unread;
  @property({ type: Boolean }) unsaved = false;
  @property({ attribute: false }) t?: Translator;

  readonly #clock = new ClockController(this);

  protected override render(): unknown {
    const { t, entry } = this;
    if (!t) return nothing;
    if (this.unsaved) return html`<p class="empty">${t.text('card.unsaved')}</p>`;
    switch (entry.kind) {
      case 'loading':
        return skeleton(t);
      case 'failed':
        return this.#failure(entry.fault, t);
      case 'known':
        return this.#invoice(entry.status, entry.sending, t);
    }
  }

  #invoice(status: InvoiceStatus, sending: CommandName | null, t: Translator): unknown {
    const { invoiceNumber: number } = status;
    const read = status.actionPublicId !== null && status.asOf !== null;
    return html`
      <header>
        <h2>${number ? t.text('card.heading', { number }) : t.text('card.heading.no-number')}</h2>
        ${chipRow(chipsFor(status, sending), t)}
      </header>
      ${read ? this.#truth(status, t) : nothing}
      ${status.actionPublicId === null ? html`<p class="empty">${t.text('reason.not-synced')}</p>` : nothing}
      ${this.#actions(status, sending, t)}
    `;
  }

  #truth(status: InvoiceStatus, t: Translator): unknown {
    const freshness = freshnessOf(status, this.#clock.now, t);
    return html`
      ${factList(amountsFor(status, t), 'amounts', t)} ${factList(datesFor(status, t), 'dates', t)}
      ${freshness && html`<p class=${freshness.stale ? 'freshness stale' : 'freshness'}>${freshness.text}</p>`}
    `;
  }

  #actions(status: InvoiceStatus, sending: CommandName | null, t: Translator): unknown {
    const actions = actionsFor(status);
    if (actions.length === 0) return nothing;
    const reasons = new Set(actions.flatMap(({ allowed }) => (allowed.ok ? [] : [allowed.reason])));
    return html`
      <div class="actions" role="group" aria-label=${t.text('card.actions')}>
        ${actions.map(
          ({ name, allowed }) => html`<limel-button
            data-command=${name}
            .label=${t.title(name)}
            .icon=${commandIcons[name]}
            .disabled=${!allowed.ok || sending !== null}
            .loading=${sending === name}
            @click=${() => this.#ask(name, allowed.ok && sending === null)}
          ></limel-button>`,
        )}
      </div>
      ${[...reasons].map((reason) => html`<p class="reason">${t.text(`reason.${reason}`)}</p>`)}
    `;
  }

  #failure(fault: BffFault, t: Translator): unknown {
    const { text, tone, reference } = faultWords(fault, t);
    return html`
      <limel-callout role="alert" .type=${tone} .heading=${t.text('card.failed')} .language=${t.language}>
        <p>${text}</p>
        ${reference && html`<p class="reference">${reference}</p>`}
      </limel-callout>
      <div class="actions">
        <limel-button
          .label=${t.text('action.retry')}
          .icon=${'refresh'}
          @click=${() => this.dispatchEvent(new CustomEvent('retry'))}
        ></limel-button>
      </div>
    `;
  }

  /** A disabled button still passes on clicks on its host. */
  #ask(name: CommandName, possible: boolean): void {
    if (possible) this.dispatchEvent(new CustomEvent('command', { detail: name }));
  }
}

function factList(facts: readonly CardFact[], name: string, t: Translator): unknown {
  if (facts.length === 0) return nothing;
  return html`<dl class=${name}>
    ${facts.map(
      ({ label, value, total }) => html`<div class=${total ? 'total' : nothing}>
        <dt>${t.text(label)}</dt>
        <dd>${value}</dd>
      </div>`,
    )}
  </dl>`;
}

function skeleton(t: Translator): unknown {
  return html`<div class="skeleton" role="status" aria-label=${t.text('card.loading')}>
    <span class="bar heading"></span><span class="bar"></span><span class="bar"></span><span class="bar"></span>
  </div>`;
}
