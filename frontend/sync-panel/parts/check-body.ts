import { html, nothing } from 'lit';
import type { Check } from '../../../bff/contract/admin/checks.ts';
import { momentText, relativeTime } from '../../i18n/format.ts';
import type { PanelKey } from '../../i18n/panel/en.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { commandNames } from '../../shared/commands/command-meta.ts';

/** What a check found, and how to fix it. */
export function checkBody(check: Check, now: Date, t: PanelTranslator): unknown {
  const seen = (at: string | null) =>
    at === null ? t.panel('check.never') : relativeTime(Date.parse(at), now, t.locale);
  switch (check.id) {
    case 'configuration':
      return html`
        ${facts([
          ['Lime', check.limeUrl],
          ['Billecta', check.billectaUrl],
        ])}
        <p>${t.panel('check.configuration.retention', { count: check.retentionDays })}</p>
        ${check.unconfirmed.length > 0 ? html`<p>${t.panel('check.configuration.unconfirmed')}</p>${list(check.unconfirmed.map((name) => titleOf(name, t)))}` : nothing}
        ${list(check.confirmed.map(({ command, at, invoiceNumber }) => t.panel('check.configuration.confirmed', { command: titleOf(command, t), at: momentText(at, t.locale), number: invoiceNumber ?? '–' })))}
      `;
    case 'billecta-credential':
    case 'lime-key':
      return html`
        ${
          check.state === 'failed' && check.problem === null
            ? html`<p>${t.panel(`check.${check.id}.failed`)}</p>`
            : unless(check, `check.${check.id}.failed`, t)
        }
        ${check.says === null ? nothing : html`<p class="words quiet">${check.says}</p>`}
      `;
    case 'billecta-creditors':
      return html`
        ${unless(check, 'check.billecta-credential.failed', t)}
        ${check.state === 'failed' && check.problem === null ? html`<p>${t.panel('check.billecta-creditors.failed')}</p>` : nothing}
        ${list(check.creditors.map(({ name, creditorPublicId }) => (name ? `${name} (${creditorPublicId})` : creditorPublicId)))}
      `;
    case 'lime-rights': {
      const rightsThatAre = (granted: boolean | null) =>
        check.rights.filter((each) => each.granted === granted);
      const named = (rights: typeof check.rights) =>
        list(rights.map(({ limetype, right }) => `${limetype}: ${t.panel(`check.right.${right}`)}`));
      const [missing, unknown] = [rightsThatAre(false), rightsThatAre(null)];
      return html`
        ${unless(check, 'check.lime-key.failed', t)}
        ${missing.length > 0 ? html`<p>${t.panel('check.lime-rights.failed')}</p>${named(missing)}` : nothing}
        ${unknown.length > 0 ? html`<p>${t.panel('check.lime-rights.unknown')}</p>${named(unknown)}` : nothing}
        ${missing.length > 0 ? nothing : named(rightsThatAre(true))}
      `;
    }
    case 'update-proof':
      return html`
        ${unless(check, 'check.lime-key.failed', t)}
        ${check.problem === null ? html`<p>${t.panel(`check.update-proof.${check.inForce ?? 'none'}`)}</p>` : nothing}
      `;
    case 'lime-names':
      return html`
        ${unless(check, 'check.lime-key.failed', t)}
        ${check.faults.length > 0 ? html`<p>${t.panel('check.lime-names.failed')}</p>` : nothing}
        ${list(check.faults.map(({ variable, limetype, field, known }) => `${variable}: ${field === null ? limetype : `${limetype}.${field}`}${known.length > 0 ? ` (${known.join(', ')})` : ''}`))}
      `;
    case 'field-mapping': {
      const faults = check.kinds.flatMap((kind) => kind.faults.map((fault) => ({ ...fault, kind })));
      return html`
        ${unless(check, 'check.lime-key.failed', t)}
        ${list(
          check.kinds.map(({ kind, limetype, usable }) => {
            const name = kind === limetype ? limetype : `${limetype} (${kind})`;
            return t.panel('check.field-mapping.usable', { count: usable, limetype: name });
          }),
        )}
        ${faults.length > 0 ? html`<p>${t.panel('check.field-mapping.failed')}</p>` : nothing}
        ${list(faults.map(({ kind, limeField, billectaField, why }) => `${kind.limetype}.${limeField} ← ${billectaField}: ${why}`))}
      `;
    }
    case 'webhook-address':
      return html`
        <p>${t.panel('check.webhook-address.enter')}</p>
        <dl class="facts">
          ${copyable(t.panel('check.webhook-address.url'), check.url, t)}
          ${copyable(t.panel('check.webhook-address.header'), check.header, t)}
        </dl>
        ${check.wrongKeys > 0 ? html`<p>${t.panel('check.webhook-address.failed', { count: String(check.wrongKeys) })} ${t.panel('remedy.fix-webhook-key')}</p>` : nothing}
        ${check.state === 'warning' ? html`<p>${t.panel('check.webhook-address.warning')}</p>` : nothing}
        ${list(
          check.keys.map(
            ({ name, lastUsedAt }) =>
              `${name}, ${lastUsedAt === null ? t.panel('rejected.key.never') : t.panel('rejected.key.used', { when: seen(lastUsedAt) })}`,
          ),
        )}
        ${list(check.creditors.map(({ name, creditorPublicId, lastEventAt }) => `${name ?? creditorPublicId}: ${seen(lastEventAt)}`))}
      `;
    case 'webhook-events':
      return html`
        ${check.state === 'failed' ? html`<p>${t.panel('check.webhook-events.failed')}</p>` : nothing}
        ${facts(check.events.map(({ event, lastSeenAt }) => [event, seen(lastSeenAt)]))}
      `;
  }
}

/** The command that an operation of Billecta carries out. */
function titleOf(operation: string, t: PanelTranslator): string {
  const command = commandNames.find((name) => name === operation);
  return command ? t.title(command) : operation;
}

/** Why there is nothing to show: no answer came, or the service asked refused us, which we have to fix. */
function unless(
  check: Pick<Extract<Check, { problem: unknown }>, 'state' | 'problem'>,
  refused: PanelKey,
  t: PanelTranslator,
): unknown {
  if (check.problem === null) return nothing;
  if (check.problem === 'lime-unreadable') return html`<p>${t.panel('remedy.check-lime-answers')}</p>`;
  if (check.state === 'failed') return html`<p>${t.panel(refused)}</p>`;
  return html`<p>${t.panel('check.unknown', { why: t.text(`problem.${check.problem}`) })}</p>`;
}

const list = (lines: readonly string[]) =>
  lines.length === 0
    ? nothing
    : html`<ul class="lines">${lines.map((line) => html`<li class="words">${line}</li>`)}</ul>`;

const facts = (pairs: ReadonlyArray<[string, string]>) =>
  html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

const copyable = (name: string, value: string, t: PanelTranslator) =>
  html`<div>
    <dt>${name}</dt>
    <dd>
      <code>${value}</code>
      <limel-button
        icon="copy"
        .label=${t.panel('action.copy')}
        aria-label="${t.panel('action.copy')}: ${name}"
        @click=${() => navigator.clipboard.writeText(value)}
      ></limel-button>
    </dd>
  </div>`;
