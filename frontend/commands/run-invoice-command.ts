import type { CommandName } from '../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../bff/contract/invoice-status.ts';
import { faultOf } from '../bff/bff-error.ts';
import { invoiceLimetype } from '../bff/invoice-limetype.ts';
import type { InvoiceStatuses } from '../bff/invoice-statuses.ts';
import { isInvoice } from '../bff/is-invoice.ts';
import { pageStatuses } from '../bff/page-statuses.ts';
import { serverTime } from '../bff/server-clock.ts';
import type { Follow } from '../components/command-dialog/late-outcome.ts';
import { type Host, platformPort } from '../host/platform-port.ts';
import type { LimeWebComponentPlatform } from '../host/types.ts';
import { faultSentence } from '../i18n/fault-text.ts';
import { loadTranslator } from '../i18n/load-translator.ts';
import { notAllowedText } from '../i18n/not-allowed-text.ts';
import type { Translator } from '../i18n/translator.ts';
import type { CommandDialogInput } from '../shared/commands/command-input.ts';
import { presetOf } from '../shared/commands/command-params.ts';
import type { InvoiceCommand } from '../shared/commands/commands.ts';
import { limeIdOf } from '../shared/lime-id.ts';
import { confirmCommand } from './confirm-command.ts';
import { liftedText } from './lifted-text.ts';
import { showOutcome } from './show-outcome.ts';
import { UnderWay } from './under-way.ts';

const underWay = new UnderWay<number>();

/** What was filled in and not sent, by command and invoice, as long as the page is there. */
const drafts = new Map<string, CommandDialogInput>();

/**
 * Runs one of the four commands on one invoice: says why when it is not allowed, asks for confirmation when it
 * is, and shows the result. Resolves when the user is done with it; never rejects for what the BFF answers.
 */
export async function runInvoiceCommand(
  platform: LimeWebComponentPlatform,
  name: CommandName,
  command: InvoiceCommand,
): Promise<void> {
  const host = platformPort(platform);
  const { name: application, language } = host.application();
  const t = await loadTranslator(language);
  const limetype = command.context?.limetype;
  if (!limetype || !(await isInvoice(application, limetype)))
    return host.notify(t.text('problem.not-an-invoice'));
  if (host.mayOnlyRead(limetype))
    return host.alert(t.title(name), t.text('reason.forbidden'), t.text('action.close'));
  const id = limeIdOf(command.context?.id);
  if (id === null) return host.notify(t.text('command.unsaved'));
  const end = underWay.begin(id);
  if (!end) return;
  try {
    const statuses = pageStatuses(application, limetype);
    const status = await allowedStatus(host, t, { statuses, name, id });
    if (!status) return;
    const isEndChange = changesEnd(name, status);
    const draft = `${application}/${limetype}/${id}/${isEndChange ? 'change-end' : name}`;
    const start = isEndChange ? endOf(status) : presetOf(command, serverTime());
    const value = { ...start, ...drafts.get(draft) };
    const keep = (filled: CommandDialogInput) => void drafts.set(draft, filled);
    const commentsGo = await invoiceLimetype(application).commentsGo();
    const run = (input: CommandDialogInput) => statuses.run(name, id, input);
    const follow: Follow = (listener) => statuses.subscribe(id, listener);
    const lifts = liftedText(statuses, id, name, t);
    const asked = { command: name, t, status, value, commentsGo, run, follow, lifts, keep };
    const answer = await confirmCommand(host, asked, end);
    if (!answer) return;
    drafts.delete(draft);
    const reload = () => host.reloadObject(limetype, id);
    void showOutcome({ host, t, statuses, reload }, status, answer);
    reload();
  } finally {
    end();
  }
}

/** The end of the pause can be changed when the invoice is paused already. */
const changesEnd = (name: CommandName, { paused, allowed }: InvoiceStatus): boolean =>
  name === 'pause' && paused !== null && allowed.resume.ok;

const endOf = ({ paused }: InvoiceStatus) => ({ changeEnd: true, until: paused?.until ?? undefined });

/** The invoice as it is now; undefined when a message has said why the command cannot be run. */
async function allowedStatus(
  host: Host,
  t: Translator,
  { statuses, name, id }: { statuses: InvoiceStatuses; name: CommandName; id: number },
): Promise<InvoiceStatus | undefined> {
  const refuse = (message: string) => host.alert(t.title(name), message, t.text('action.close'));
  try {
    const status = await statuses.refresh(id);
    const allowed = status.allowed[name];
    if (allowed.ok || changesEnd(name, status)) return status;
    await refuse(notAllowedText(allowed.reason, status.stage, t));
  } catch (error) {
    await refuse(faultSentence(faultOf(error), t));
  }
  return undefined;
}
