import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { ProcessingState } from '../../../bff/contract/sync-processing.ts';
import { pageStatuses } from '../../bff/page-statuses.ts';
import { readProcessing } from '../../bff/processing.ts';
import { commandClasses } from '../../commands/commands.ts';
import { platformPort } from '../../host/platform-port.ts';
import { ConnectedElement } from '../connected-element.ts';
import { limeIdOf } from '../lime-id.ts';
import { ReloadController } from '../reload-controller.ts';
import { Resource } from '../resource.ts';
import { StatusController } from '../status-controller.ts';
import { TimelineController } from '../timeline-controller.ts';

/**
 * The invoice as Billecta has it, for Lime's card view: state, amounts, what happens next, and the commands.
 *
 * Connects the view beside it with the page's statuses and with Lime's command bus; shows nothing itself.
 *
 * @property limeId - the invoice's id in Lime; otherwise the record that the element stands on
 */
export class InvoiceCard extends ConnectedElement {
  @property({ type: Number, attribute: 'lime-id' }) limeId?: number;

  readonly #status = new StatusController(this);
  readonly #timeline = new TimelineController(this);
  /** Paused is seldom, and lasts: it need not be known at once. */
  readonly #processing = new Resource<ProcessingState>(this, 60_000);
  readonly #reload = new ReloadController(this, (limeId) => this.#written(limeId));

  override connectedCallback(): void {
    super.connectedCallback();
    void import('./define-invoice-card-view.ts');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.application) return;
    const { name } = this.application;
    const statuses = pageStatuses(name);
    this.#processing.follow(name, () => readProcessing(name));
    this.#status.follow(statuses, this.#invoice());
    this.#reload.follow(statuses);
    const { entry } = this.#status;
    if (entry.kind === 'known') this.#timeline.follow(statuses.client, entry.status);
  }

  protected override render(): unknown {
    return html`<lwc-limepkg-billecta-integration-invoice-card-view
      .entry=${this.#status.entry}
      .timeline=${this.#timeline.pages}
      .unsaved=${this.#invoice() === null}
      .processingPaused=${this.#processing.data?.paused ?? null}
      .t=${this.t}
      @command=${this.#run}
      @retry=${this.#retry}
      @more-timeline=${() => this.#timeline.more()}
      @retry-timeline=${() => this.#timeline.retry()}
    ></lwc-limepkg-billecta-integration-invoice-card-view>`;
  }

  #invoice(): number | null {
    return limeIdOf(this.limeId ?? this.context?.id);
  }

  #run(event: CustomEvent<CommandName>): void {
    if (!this.platform) return;
    const command = new commandClasses[event.detail]();
    command.context = { limetype: this.context?.limetype ?? 'invoice', id: this.#invoice() };
    platformPort(this.platform).runCommand(command);
  }

  /** Lime shows its own fields of the invoice as they were read; now they are others. */
  #written(limeId: number): void {
    const { platform, context } = this;
    if (!platform || !context?.limetype || limeId !== this.#invoice()) return;
    platformPort(platform).reloadObject(context.limetype, limeId);
  }

  #retry(): void {
    const limeId = this.#invoice();
    if (this.application && limeId !== null) pageStatuses(this.application.name).retry(limeId);
  }
}
