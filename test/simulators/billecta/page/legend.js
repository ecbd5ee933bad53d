import { approvals, deeds, others } from './deeds.js';
import { element } from './element.js';

/** Says of every webhook which buttons send it. */
export function showLegend() {
  const labels = new Map();
  for (const { label, raises = [] } of [...deeds, ...others, ...approvals]) {
    for (const event of raises) labels.set(event, [...(labels.get(event) ?? []), label]);
  }
  const rows = [...labels].map(([event, its]) =>
    element('div', {}, element('dt', {}, event), element('dd', {}, its.join(' · '))),
  );
  document.getElementById('legend').replaceChildren(...rows);
}
