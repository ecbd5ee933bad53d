import { html } from 'lit';

/** What a state means to the user: all right, to be watched, to be fixed, or none of these. */
export type Tone = 'ok' | 'warning' | 'error' | 'quiet';

const icons: Record<Tone, { name: string; color: string }> = {
  ok: { name: 'ok', color: 'rgb(var(--color-green-default))' },
  warning: { name: 'hourglass', color: 'rgb(var(--color-amber-default))' },
  error: { name: 'error', color: 'rgb(var(--color-red-default))' },
  quiet: { name: 'question', color: 'rgb(var(--contrast-1000))' },
};

/** A state in a word, with an icon, so that colour is not needed to recognise it. */
export const stateChip = (tone: Tone, text: string, icon = icons[tone].name): unknown =>
  html`<limel-chip
    readonly
    size="small"
    data-tone=${tone}
    .text=${text}
    .icon=${{ ...icons[tone], name: icon }}
  ></limel-chip>`;
