/** The meaning of Node's and OpenSSL's codes, in words. */
const words: ReadonlyArray<[code: RegExp, why: string]> = [
  [/^(ENOTFOUND|EAI_AGAIN|EAI_FAIL)$/, 'its name is not known'],
  [/^ECONNREFUSED$/, 'nothing listens at its address'],
  [/^(EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, 'there is no way to its address'],
  [/HAS_EXPIRED/, 'its certificate has expired'],
  [/ALTNAME/, 'its certificate is for another name'],
  [/CERT|SELF_SIGNED|ISSUER|UNABLE_TO_VERIFY/, 'its certificate is not trusted'],
  [/SSL|TLS|EPROTO/, 'it does not speak TLS as we do'],
];

/** The code of an error's cause, if any. */
export function codeOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return undefined;
}

/** Why a system cannot be reached, as a suffix: `: its name is not known (ENOTFOUND)`; empty when unknown. */
export function whyUnreachable(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) return '';
  const [, why] = words.find(([pattern]) => pattern.test(code)) ?? [];
  return why ? `: ${why} (${code})` : ` (${code})`;
}
