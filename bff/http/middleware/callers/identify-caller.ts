import type { Context as HonoContext } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Credential } from '../../../services/ports/lime.ts';
import { credentialHash } from '../../../services/shared/credential-hash.ts';
import { Fault } from '../../../services/shared/fault.ts';
import { onBehalfOf } from '../../../services/shared/on-behalf-of.ts';
import type { Env } from '../../env.ts';
import { announcesBody } from '../requests/announces-body.ts';
import { sessionOf } from './session-cookies.ts';

/** How much of a credential's hash is stored and logged, digits. */
const shown = 12;

/** The types that the routes read as JSON; any other would reach the routes and fail there. */
const json = /^application\/json(; *[a-z0-9-]+=[^;]+)*$/i;

/** Reads the caller's own Lime credential. Lime decides on its validity when it is used. */
export const identifyCaller = createMiddleware<Env>(async (c, next) => {
  const { context, publicOrigins, callerSalt } = c.var.tenant;
  const credential = readCredential(c);
  if (c.req.method === 'POST') refuseForgery(c, credential, publicOrigins);
  const owner = credentialHash(callerSalt, credential);
  c.set('caller', {
    ...context,
    billecta: onBehalfOf(owner, context.billecta),
    credential,
    owner,
    caller: `${credential.kind}:${owner.slice(0, shown)}`,
  });
  await next();
});

function readCredential(c: HonoContext<Env>): Credential {
  const apiKey = c.req.header('x-api-key');
  if (apiKey) return { kind: 'api-key', value: apiKey };
  const cookie = sessionOf(c.req.header('cookie') ?? '', c.var.tenant.sessionCookies);
  if (cookie) return { kind: 'cookie', value: cookie };
  throw new Fault('unauthenticated', 'Log in to Lime, or send an x-api-key.');
}

/**
 * A browser sends its cookie along with posts from other sites; those never come from Lime's own pages. No page can set
 * `Sec-Fetch-Site`, and it is valid under every address by which the browser knows Lime.
 */
function refuseForgery(c: HonoContext<Env>, { kind }: Credential, publicOrigins: readonly string[]): void {
  const type = c.req.header('content-type');
  const isRefused = type === undefined ? kind === 'cookie' || announcesBody(c) : !json.test(type);
  if (isRefused) {
    throw new Fault('unsupported-media-type', 'Send the body as application/json.');
  }
  if (kind !== 'cookie') return;
  if (c.req.header('sec-fetch-site') === 'same-origin') return;
  const origin = c.req.header('origin');
  if (publicOrigins.includes(origin ?? '')) return;
  const known = `${publicOrigins.join(', ')} (LIME_PUBLIC_ORIGINS, or else the origin of LIME_URL)`;
  throw new Fault(
    'cross-origin',
    `Commands are taken from Lime's own pages only. This one came from ${origin?.slice(0, 200) ?? 'no page'}; Lime is at ${known}.`,
  );
}
