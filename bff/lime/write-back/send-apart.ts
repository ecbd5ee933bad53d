import type { Written } from './values-to-write.ts';

export type Values = ReadonlyMap<string, Written>;

/** Lime's answer to some values: it accepts all of them, or none. */
export type Sent = { kind: 'taken' } | { kind: 'refused'; text: string };

/** The result of values that were sent apart, by Lime's names. */
export interface SentApart {
  written: Values;
  /** Refused alone, so that the fault is that value's, or the object's. */
  refused: Values;
  /** Refused together with others, and not tried alone. */
  untried: Values;
}

/** The most calls for one object. */
const tries = 12;

/**
 * Sends values of which Lime has refused some, so that the good ones arrive: without those that Lime names, then halved
 * until the bad ones are alone. Gives up after a number of calls, with the rest untried.
 *
 * @param refusal - Lime's answer to all of them together
 */
export async function sendApart(
  values: Values,
  refusal: string,
  send: (some: Values) => Promise<Sent>,
): Promise<SentApart> {
  const written = new Map<string, Written>();
  const refused = new Map<string, Written>();
  let waiting = apart(values, refusal);
  if (values.size === 1) return { written, refused: values, untried: new Map() };
  for (let call = 0; call < tries; call += 1) {
    const [some, ...others] = waiting;
    if (!some) break;
    const sent = await send(some);
    waiting = others;
    if (sent.kind === 'taken') addAll(written, some);
    else if (some.size === 1) addAll(refused, some);
    else waiting = [...others, ...apart(some, sent.text)];
  }
  const untried = new Map<string, Written>();
  for (const some of waiting) addAll(untried, some);
  return { written, refused, untried };
}

/**
 * The values that Lime names, which are tried alone since a name may be a common word, and the others; or else two
 * halves.
 */
function apart(values: Values, refusal: string): Values[] {
  const all = [...values];
  const named = all.filter(([name]) => isNamed(name, refusal));
  if (named.length === 0 || named.length === all.length) {
    const half = Math.ceil(all.length / 2);
    return [new Map(all.slice(0, half)), new Map(all.slice(half))].filter(({ size }) => size > 0);
  }
  const others = all.filter(([name]) => !isNamed(name, refusal));
  return [new Map(others), ...named.map((each) => new Map([each]))];
}

/** Names of properties are words of letters, digits and low lines. */
const isNamed = (name: string, text: string) => text.split(/[^\p{L}\p{N}_]+/u).includes(name);

function addAll(to: Map<string, Written>, some: Values): void {
  for (const [name, written] of some) to.set(name, written);
}
