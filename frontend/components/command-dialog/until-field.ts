import { css, html, type TemplateResult } from 'lit';
import { serverTime } from '../../bff/server-clock.ts';
import type { Translator } from '../../i18n/translator.ts';
import { dayIn } from '../../shared/commands/command-params.ts';

/** How long pauses mostly are, in days. */
const spans = [7, 14, 30];

/** What the field shows. */
export interface UntilField {
  until: string | undefined;
  /** The day is over, or only half of it is typed. */
  invalid: boolean;
  disabled: boolean;
}

/** Like Lime's own fields, but a day can be typed. */
export const styles = css`
  .until {
    position: relative;
  }

  .until label {
    position: absolute;
    top: -0.375rem;
    left: 0.75rem;
    padding: 0 0.25rem;
    background: var(--mdc-theme-surface, rgb(var(--contrast-100)));
    color: rgb(var(--contrast-1200));
    font-size: 0.6875rem;
    line-height: 1;
  }

  .until input {
    box-sizing: border-box;
    width: 100%;
    height: 2.5rem;
    padding: 0 0.75rem;
    border: 1px solid rgb(var(--contrast-700));
    border-radius: 0.25rem;
    background: rgba(var(--contrast-200), 0.5);
    color: rgb(var(--contrast-1500));
    font: inherit;
    font-size: 0.875rem;
  }

  .until input:focus-visible {
    outline: 0.125rem solid var(--lime-primary-color, rgb(var(--color-teal-default)));
    outline-offset: -0.125rem;
  }

  .until input:disabled {
    opacity: 0.6;
  }

  /* Halfway between the themes: the browser does not know which one Lime shows. */
  .until input::-webkit-calendar-picker-indicator {
    filter: invert(0.5);
  }

  .until input[aria-invalid='true'] {
    border-color: rgb(var(--color-red-default));
  }

  #until-help {
    margin: 0.25rem 1rem 0;
  }

  .invalid {
    color: color-mix(in srgb, rgb(var(--color-red-default)) 60%, rgb(var(--contrast-1500)));
    font-weight: 500;
  }

  .spans {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.5rem;
  }
`;

/** Until when a pause lasts. @param change - called with the day and whether it is one that a pause can end on */
export function untilField(
  { until, invalid, disabled }: UntilField,
  t: Translator,
  change: (until: string | undefined, invalid: boolean) => void,
): TemplateResult {
  const now = serverTime();
  /** Half of a day is no fault while it is typed, but when it is left. */
  const heard = ({ currentTarget, type }: Event) => {
    const { value, validity } = currentTarget as HTMLInputElement;
    change(value || undefined, !validity.valid && (invalid || type === 'blur'));
  };
  return html`<div class="until">
    <label for="until">${t.text('dialog.until')}</label>
    <input
      id="until"
      type="date"
      min=${dayIn(1, now)}
      max="9999-12-31"
      aria-describedby="until-help"
      aria-invalid=${invalid}
      .value=${until ?? ''}
      .disabled=${disabled}
      @input=${heard}
      @blur=${heard}
    />
    <p id="until-help" class=${invalid ? 'invalid' : ''}>
      ${t.text(invalid ? 'dialog.until.over' : 'dialog.until.help')}
    </p>
    <div class="spans">
      ${spans.map(
        (days) =>
          html`<limel-button
            data-days=${days}
            outlined
            .label=${spanText(days, t)}
            .disabled=${disabled}
            @click=${() => change(dayIn(days, now), false)}
          ></limel-button>`,
      )}
    </div>
  </div>`;
}

const spanText = (days: number, t: Translator): string =>
  days % 7 === 0
    ? t.text('dialog.until.weeks', { count: days / 7 })
    : t.text('dialog.until.days', { count: days });
