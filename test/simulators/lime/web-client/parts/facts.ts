import { html, type TemplateResult } from 'lit';
import type { LimeObject } from '../platform/lime-object.ts';

/** A term and what it says of the object; a dash where it says nothing. */
export type Fact = [term: string, value: string | TemplateResult];

export const facts = (list: readonly Fact[]): TemplateResult => html`<dl>
  ${list.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value || '–'}</dd></div>`)}
</dl>`;

interface LimeOption {
  key: string;
  text: string;
}

/** The text of the option that an object has. */
export function optionText(object: LimeObject, name: string): string {
  const property = object.getLimetype()?.getProperty(name) as { options?: LimeOption[] } | undefined;
  const key = String(object[name] ?? '');
  return property?.options?.find((option) => option.key === key)?.text ?? key;
}
