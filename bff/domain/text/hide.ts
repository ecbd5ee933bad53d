/** Replaces a secret. */
const hidden = '[secret]';

/** A shorter text is like many a word. */
const shortest = 6;

/** Removes secrets from a text that came from outside, or is about to leave. */
export type Hide = (text: string) => string;

/**
 * @param secrets - what must not be shown, stored or logged; each is looked for as it is, as JSON has it, and
 *   percent-encoded
 */
export function hiding(secrets: readonly string[]): Hide {
  const all = [
    ...new Set(
      secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]),
    ),
  ]
    .filter((secret) => secret.length >= shortest)
    .sort((one, other) => other.length - one.length);
  return (text) =>
    all.reduce((left, secret) => (left.includes(secret) ? left.replaceAll(secret, hidden) : left), text);
}

/** A header's value, what follows its scheme, and what that is base64 of, in whole and by parts. */
export function partsOf(authorization: string): string[] {
  const [, token = ''] = authorization.split(' ');
  const plain = Buffer.from(token, 'base64').toString('utf8');
  return [authorization, token, plain, ...plain.split(':')];
}
