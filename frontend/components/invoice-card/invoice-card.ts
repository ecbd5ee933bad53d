import { html, nothing, type PropertyValues } from 'lit';
import type { ProcessingState } from '../../../bff/contract/admin/processing.ts';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { SeenInput } from '../../../bff/contract/invoice-status.ts';
import { readProcessing } from '../../bff/admin/processing.ts';
import type { InvoiceEntry } from '../../bff/invoice-entry.ts';
import { invoiceLimetype } from '../../bff/invoice-limetype.ts';
import { pageStatuses } from '../../bff/page-statuses.ts';
import { platformPort } from '../../host/platform-port.ts';
import { withoutCommands } from '../../shared/commands/command-meta.ts';
import { commandClasses } from '../../shared/commands/commands.ts';
import { ReloadController } from '../../shared/controllers/reload.ts';
import { Resource } from '../../shared/controllers/resource.ts';
import { StatusController } from '../../shared/controllers/status.ts';
import { InvoiceElement } from '../../shared/invoice-element.ts';
import { SeenController } from '../invoice-notices/seen-controller.ts';
import { TimelineController } from '../invoice-timeline/timeline-controller.ts';

/**
 * The invoice as Billecta has it, for Lime's card view: state, amounts, what happens next, and the commands.
 *
 * Connects the view beside it with the page's statuses and with Lime's command bus; shows nothing itself, and nothing
 * at all on other records than invoices.
 */
export class InvoiceCard extends InvoiceElement {
  readonly #status = new StatusController(this);
  readonly #seen = new SeenController(this);
  readonly #timeline = new TimelineController(this);
  /** Paused is seldom, and lasts: it need not be known at once. */
  readonly #processing = new Resource<ProcessingState>(this, 60_000);
  readonly #reload = new ReloadController(this, (limeId) => this.#written(limeId));

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { application, record } = this;
    if (record.kind !== 'other') void import('./define-invoice-card-view.ts');
    if (!application || record.kind !== 'invoice') {
      this.#status.leave();
      this.#reload.follow(undefined);
      return;
    }
    const { name } = application;
    const statuses = pageStatuses(name, record.limetype);
    this.#processing.follow(name, () => readProcessing(name));
    this.#status.follow(statuses, record.id);
    this.#reload.follow(statuses);
    this.#seen.follow(statuses, record.id);
    const { entry } = this.#status;
    if (entry.kind === 'known') this.#timeline.follow(statuses.client, entry.status);
  }

  protected override render(): unknown {
    if (this.record.kind === 'other') return nothing;
    return html`<lwc-limepkg-billecta-integration-invoice-card-view
      .entry=${this.#entry}
      .timeline=${this.#timeline.pages}
      .unsaved=${this.record.kind === 'unsaved'}
      .readonly=${!this.#commandable()}
      .processingPaused=${this.#processing.data?.paused ?? null}
      .marking=${this.#seen.marking}
      .t=${this.t}
      @command=${this.#run}
      @seen=${({ detail }: CustomEvent<SeenInput>) => void this.#seen.mark(detail)}
      @log-in=${() => location.reload()}
      @retry=${this.#retry}
      @more-timeline=${() => this.#timeline.more()}
      @retry-timeline=${() => this.#timeline.retry()}
    ></lwc-limepkg-billecta-integration-invoice-card-view>`;
  }

  /** Somebody who may only read is offered no command. */
  get #entry(): InvoiceEntry {
    const { record, hostPlatform } = this;
    const { entry } = this.#status;
    const readsOnly =
      hostPlatform && record.kind === 'invoice' && platformPort(hostPlatform).mayOnlyRead(record.limetype);
    return readsOnly && entry.kind === 'known' ? { ...entry, status: withoutCommands(entry.status) } : entry;
  }

  #commandable(): boolean {
    const { hostPlatform } = this;
    return hostPlatform !== undefined && platformPort(hostPlatform).takesCommands();
  }

  #run(event: CustomEvent<CommandName>): void {
    const { hostPlatform, record } = this;
    if (!hostPlatform || record.kind !== 'invoice') return;
    const command = new commandClasses[event.detail]();
    command.context = { limetype: record.limetype, id: record.id };
    platformPort(hostPlatform).runCommand(command);
  }

  /** Lime shows its own fields of the invoice as they were read; now they are others. */
  #written(limeId: number): void {
    const { hostPlatform, record } = this;
    if (!hostPlatform || record.kind !== 'invoice' || limeId !== record.id) return;
    platformPort(hostPlatform).reloadObject(record.limetype, limeId);
  }

  #retry(): void {
    const { application, record } = this;
    if (!application || record.kind !== 'invoice') return;
    void invoiceLimetype(application.name).known();
    pageStatuses(application.name, record.limetype).retry(record.id);
  }
}
