import { html, nothing } from 'lit';
import type { AuditedCommand } from '../../../bff/contract/admin/commands.ts';
import type { CommandState } from '../../../bff/contract/command.ts';
import { dayText, momentText } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { commandNames } from '../../shared/commands/command-meta.ts';
import { reasonOptions } from '../../shared/commands/dispute-reasons.ts';
import { Pages } from '../../shared/controllers/pages.ts';
import {
  chooser,
  daysFilter,
  filterStyles,
  invoiceFilter,
  isAny,
  moreFilters,
  textFilter,
} from '../parts/filter-fields.ts';
import { invoiceLink } from '../parts/invoice-links.ts';
import { empty, moreOf, refreshButton, whenRead } from '../parts/list-states.ts';
import { stateChip, type Tone } from '../parts/state-chip.ts';
import { tableOf } from '../parts/table-of.ts';
import { panelStyles, tableStyles } from '../view/panel.styles.ts';
import { withInstants } from './list-question.ts';
import { PanelTab } from './panel-tab.ts';

const tones: Record<CommandState, Tone> = {
  requested: 'warning',
  accepted: 'warning',
  confirmed: 'ok',
  refused: 'error',
  failed: 'error',
  unknown: 'warning',
};
const states = Object.keys(tones) as CommandState[];

/** The result of a step in words; only a read of the invoice confirms a command. */
const howOf = ({ state, outcome }: Step, t: PanelTranslator): string | null =>
  outcome ?? (state === 'confirmed' ? t.panel('commands.confirmed') : null);

type Step = AuditedCommand['trail'][number];

/** What is asked for less often. */
const secondary = ['reasons', 'invoice', 'by', 'from', 'to'];

/** Who commanded what, why, and what came of it. */
export class CommandsTab extends PanelTab {
  static override styles = [panelStyles, tableStyles, filterStyles];

  readonly #commands = new Pages<AuditedCommand>(this);

  protected override willUpdate(): void {
    const question = withInstants(this.route.query);
    this.#commands.follow(JSON.stringify(question), async (after) => {
      const { commands, next } = await this.client.commands({ ...question, after });
      return { rows: commands, next, rest: undefined };
    });
  }

  protected override render(): unknown {
    const { t } = this;
    return html`<div class="stack">
      ${this.#filters()}
      ${whenRead(this.#commands, t, (commands) =>
        commands.length === 0
          ? this.isNarrowed
            ? empty('search', t.panel('commands.no-match'))
            : empty('law', t.panel('commands.none'), t.panel('commands.none.text'))
          : html`${this.#table(commands)}${moreOf(this.#commands, t.panel('list.more'))}`,
      )}
    </div>`;
  }

  #filters(): unknown {
    const { t, set } = this;
    const { query } = this.route;
    return html`<div class="filters" role="search">
        ${chooser(
          'commands',
          t.panel('commands.command'),
          commandNames.map((value) => ({ value, text: t.title(value) })),
          { value: query.commands, t, choose: set('commands') },
        )}
        ${chooser(
          'states',
          t.panel('commands.state'),
          states.map((value) => ({ value, text: t.panel(`command-state.${value}`) })),
          { value: query.states, t, choose: set('states') },
        )}
      </div>
      ${moreFilters(
        isAny(query, secondary),
        html`${chooser('reasons', t.panel('commands.reason'), reasonOptions(t), {
          value: query.reasons,
          t,
          choose: set('reasons'),
        })}
        ${invoiceFilter(query, t, set)}
        ${textFilter('by', t.panel('commands.by'), query.by, { choose: set('by') })}
        ${daysFilter(query, t, set)}`,
        t,
      )}
      <div class="row">
        ${refreshButton(this.#commands, t)}
        <a href=${this.client.commandsCsvUrl(withInstants(query))} download>${t.panel('commands.csv')}</a>
        ${this.clearLink()}
      </div>`;
  }

  #table(commands: readonly AuditedCommand[]): unknown {
    const { t } = this;
    const columns = [
      t.panel('commands.when'),
      t.panel('commands.command'),
      t.panel('filter.invoice'),
      t.panel('commands.by'),
      t.panel('commands.reason'),
      t.panel('commands.state'),
    ];
    return tableOf(
      columns,
      commands,
      (each) => html`<tr data-command=${each.id}>
            <td class="time" data-label=${columns[0]}>${momentText(each.requestedAt, t.locale)}</td>
            <td data-label=${columns[1]}>${t.title(each.command)}${each.until ? html` <span class="quiet">${t.panel('commands.until', { date: dayText(each.until, t.locale) })}</span>` : nothing}</td>
            <td data-label=${columns[2]}>${invoiceLink(each.invoice, t)}</td>
            <td data-label=${columns[3]}>${t.panel(`command-origin.${each.origin}`)} <span class="quiet">${each.by}</span></td>
            <td data-label=${columns[4]}>${each.reason ? t.text(`dispute-reason.${each.reason}`) : ''} ${each.comment ? html`<span class="quiet">${t.text('card.quote', { text: each.comment })}</span>` : nothing}</td>
            <td data-label=${columns[5]}>${this.#outcome(each)}</td>
          </tr>`,
    );
  }

  /** The state, and how it came to it. */
  #outcome({ state, trail }: AuditedCommand): unknown {
    const { t } = this;
    return html`<details>
      <summary>${stateChip(tones[state], t.panel(`command-state.${state}`))}</summary>
      <ol class="quiet">${trail.map((step) => {
        const how = howOf(step, t);
        return html`<li>${momentText(step.at, t.locale)}: ${t.panel(`command-state.${step.state}`)}${how ? ` – ${how}` : ''}</li>`;
      })}</ol>
    </details>`;
  }
}
