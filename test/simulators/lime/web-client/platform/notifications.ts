import { html, render, type TemplateResult } from 'lit';
import type { Words } from '../words/words.ts';

interface NotifyOptions {
  timeout?: number;
  actionText?: string;
  multiline?: boolean;
  dismissible?: boolean;
}

type Close<T> = (result: T) => void;

/** Shows something in an element of its own below `parent`, until it is closed with a result. */
function show<T>(template: (close: Close<T>) => TemplateResult, parent: Element = document.body): Promise<T> {
  const container = document.createElement('div');
  parent.append(container);
  return new Promise((resolve) => {
    const close: Close<T> = (result) => {
      container.remove();
      resolve(result);
    };
    render(template(close), container);
  });
}

/** Lime's notifications, with the real dialog, snackbar and banner. */
export class Notifications {
  constructor(
    private readonly words: Words,
    private readonly language: string,
  ) {}

  alert(title: string, message: string, { acceptText = this.words.ok } = {}): Promise<void> {
    return show<void>(
      (close) => html`
        <limel-dialog open .heading=${title} @close=${() => close()}>
          <p class="dialog-message">${message}</p>
          <limel-button slot="button" primary .label=${acceptText} @click=${() => close()}></limel-button>
        </limel-dialog>
      `,
    );
  }

  confirm(
    title: string,
    message: string,
    { acceptText = this.words.ok, cancelText = this.words.cancel } = {},
  ): Promise<boolean> {
    return show<boolean>(
      (close) => html`
        <limel-dialog open .heading=${title} @close=${() => close(false)}>
          <p class="dialog-message">${message}</p>
          <limel-button slot="button" .label=${cancelText} @click=${() => close(false)}></limel-button>
          <limel-button slot="button" primary .label=${acceptText} @click=${() => close(true)}></limel-button>
        </limel-dialog>
      `,
    );
  }

  /** @returns true when the action was pressed before the toast went away */
  notify(message: string, { timeout = 5000, actionText, dismissible = true }: NotifyOptions = {}) {
    return show<boolean>(
      (close) => html`
        <limel-snackbar
          open
          .message=${message}
          .timeout=${timeout}
          .actionText=${actionText}
          .dismissible=${dismissible}
          .language=${this.language}
          @action=${() => close(true)}
          @hide=${() => close(false)}
        ></limel-snackbar>
      `,
    );
  }

  /** @returns true when the action was pressed; the banner stays until then or until it is closed */
  async report(message: string, { actionText, icon }: { actionText?: string; icon?: string } = {}) {
    const place = document.querySelector('.banners') ?? document.body;
    const answer = show<boolean>(
      (close) => html`
        <limel-banner .message=${message} .icon=${icon}>
          <limel-button slot="buttons" .label=${this.words.close} @click=${() => close(false)}></limel-button>
          ${
            actionText &&
            html`<limel-button slot="buttons" .label=${actionText} @click=${() => close(true)}></limel-button>`
          }
        </limel-banner>
      `,
      place,
    );
    await openBanner(place.lastElementChild?.querySelector('limel-banner'));
    return answer;
  }
}

interface Banner extends HTMLElement {
  open(): Promise<void>;
}

async function openBanner(banner: Element | null | undefined): Promise<void> {
  await customElements.whenDefined('limel-banner');
  await (banner as Banner).open();
}
