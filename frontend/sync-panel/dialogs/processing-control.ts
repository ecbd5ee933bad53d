import { html, nothing } from 'lit';
import type { Paused } from '../../../bff/contract/admin/processing.ts';
import type { BffFault } from '../../bff/bff-error.ts';
import { momentText } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { panelFaultSentence } from '../text/panel-fault.ts';
import { confirmDialog } from './confirm-dialog.ts';

/** The button that pauses or resumes processing; while it is paused, by whom and why. */
export function processingControl(
  paused: Paused | null,
  busy: boolean,
  act: { ask(): void; resume(): void },
  t: PanelTranslator,
): unknown {
  const [name, icon, go] = paused
    ? (['resume', 'resume_button', act.resume] as const)
    : (['pause', 'pause_button', act.ask] as const);
  return html`
    ${paused ? html`<p class="quiet words">${t.panel('processing.paused', { who: paused.by, when: momentText(paused.since, t.locale), why: paused.why })}</p>` : nothing}
    <limel-button
      data-button=${name}
      .icon=${icon}
      .label=${t.panel(`processing.${name}`)}
      .primary=${paused !== null}
      .disabled=${busy}
      @click=${() => busy || go()}
    ></limel-button>
  `;
}

/** Asks why, before processing is paused. @param fault - why it could not be */
export const pauseDialog = (
  why: string,
  {
    fault,
    busy,
    act,
    t,
  }: {
    fault: BffFault | undefined;
    busy: boolean;
    act: { write(why: string): void; confirm(): void; close(): void };
    t: PanelTranslator;
  },
): unknown =>
  confirmDialog(
    {
      heading: t.panel('processing.pause.heading'),
      content: html`<p>${t.panel('processing.pause.text')}</p>
        <limel-input-field
          type="textarea"
          required
          .label=${t.panel('processing.why')}
          .maxlength=${500}
          .value=${why}
          @change=${(event: CustomEvent<string>) => {
            event.stopPropagation();
            act.write(event.detail);
          }}
        ></limel-input-field>
        ${fault ? html`<p role="alert">${panelFaultSentence(fault, t)}</p>` : nothing}`,
      confirm: t.panel('processing.pause'),
      ready: why.trim() !== '',
      busy,
      onConfirm: act.confirm,
      onClose: act.close,
    },
    t,
  );
