import { createHash } from 'node:crypto';
import { supportedEvents } from './billecta/webhook/webhook-events.ts';
import type { Config } from './config/config.ts';
import type { Tenant } from './http/env.ts';
import type { Setup } from './services/ports/setup.ts';
import type { Context } from './services/shared/context.ts';

/** The dependencies of requests for one Lime database. @param callerSalt - of fingerprints of credentials */
export function tenantOf(context: Context, { lime, webhooks }: Config, callerSalt: string): Tenant {
  return {
    context,
    publicOrigins: lime.publicOrigins,
    sessionCookies: lime.sessionCookies,
    callerSalt,
    webhookBodyLimit: webhooks.bodyLimit,
    invoiceLimetype: lime.names.invoiceLimetype,
    webhookKeyHeader: webhooks.keyHeader,
    webhookKeys: webhooks.keys.map(({ name, key }) => ({
      name,
      hash: createHash('sha256').update(key).digest(),
    })),
  };
}

/** The part of the configuration that an administrator may know. */
export function setupOf({ lime, billecta, webhooks, reconciliation, retentionDays }: Config): Setup {
  const [origin] = lime.publicOrigins;
  const mount = `${origin}/${encodeURIComponent(lime.database)}/limepkg-billecta-integration`;
  return {
    limeUrl: lime.url,
    billectaUrl: billecta.url,
    retentionDays,
    reconcileEveryMinutes: reconciliation.everyMinutes,
    unconfirmed: Object.entries(billecta.operations).flatMap(([name, { certainty }]) =>
      certainty === 'to-confirm' ? [name] : [],
    ),
    webhooks: {
      url: `${mount}/billecta-webhook-receiver`,
      header: webhooks.keyHeader,
      keyNames: webhooks.keys.map(({ name }) => name),
    },
    events: [...supportedEvents.keys()],
  };
}
