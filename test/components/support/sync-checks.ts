import type { Check, Checks } from '../../../bff/contract/admin/checks.ts';

type One<Id extends Check['id']> = Extract<Check, { id: Id }>;

/** Everything is set up as it must be, but for what is given. */
export function someChecks(...others: Check[]): Checks {
  const usual: Check[] = [
    configuration(),
    { id: 'billecta-credential', state: 'ok', problem: null, says: null },
    creditors(),
    { id: 'lime-key', state: 'ok', problem: null, says: null },
    rights(),
    updateProof(),
    limeNames(),
    mapping(),
    webhookAddress(),
    webhookEvents(),
  ];
  const checks = usual.map((check) => others.find(({ id }) => id === check.id) ?? check);
  return { at: '2025-11-03T10:00:00.000Z', checks };
}

export function configuration(changes: Partial<One<'configuration'>> = {}): Check {
  return {
    id: 'configuration',
    state: 'ok',
    limeUrl: 'https://lime.example/testdb',
    billectaUrl: 'https://api.billecta.example',
    retentionDays: 90,
    unconfirmed: [],
    confirmed: [],
    ...changes,
  };
}

/** Two, of which one tells its name. */
export function creditors(changes: Partial<One<'billecta-creditors'>> = {}): Check {
  return {
    id: 'billecta-creditors',
    state: 'ok',
    problem: null,
    creditors: [
      { creditorPublicId: 'c-1', name: 'Acme AB' },
      { creditorPublicId: 'c-2', name: null },
    ],
    ...changes,
  };
}

export function rights(changes: Partial<One<'lime-rights'>> = {}): Check {
  return {
    id: 'lime-rights',
    state: 'ok',
    problem: null,
    rights: [{ limetype: 'invoice', right: 'update', granted: true }],
    ...changes,
  };
}

export function updateProof(changes: Partial<One<'update-proof'>> = {}): Check {
  return {
    id: 'update-proof',
    state: 'ok',
    problem: null,
    proofs: ['acl', 'write'],
    inForce: 'write',
    ...changes,
  };
}

export function limeNames(changes: Partial<One<'lime-names'>> = {}): Check {
  return { id: 'lime-names', state: 'ok', problem: null, faults: [], ...changes };
}

export function mapping(changes: Partial<One<'field-mapping'>> = {}): Check {
  return {
    id: 'field-mapping',
    state: 'ok',
    problem: null,
    kinds: [{ kind: 'invoice', limetype: 'invoice', usable: 9, faults: [] }],
    ...changes,
  };
}

export function webhookAddress(changes: Partial<One<'webhook-address'>> = {}): Check {
  return {
    id: 'webhook-address',
    state: 'ok',
    url: 'https://lime.example/testdb/limepkg-billecta-integration/webhooks/billecta',
    header: 'X-Api-Key',
    wrongKeys: 0,
    keys: [{ name: 'primary', lastUsedAt: '2025-11-03T09:59:00.000Z' }],
    creditors: [{ creditorPublicId: 'c-1', name: 'Acme AB', lastEventAt: null }],
    ...changes,
  };
}

export function webhookEvents(changes: Partial<One<'webhook-events'>> = {}): Check {
  return {
    id: 'webhook-events',
    state: 'ok',
    events: [{ event: 'InvoiceSent', lastSeenAt: '2025-11-03T09:00:00.000Z' }],
    ...changes,
  };
}
