import { randomUUID } from 'node:crypto';

/** How far an approval of direct debits has come, by Billecta's names (facts 8.4). */
export type AutogiroStage = 'Pending' | 'Approved' | 'Failed' | 'Removed';

export interface Debtor {
  readonly publicId: string;
  readonly created: Date;
  name: string;
  orgNo: string;
  email: string;
  phone: string;
  address: string;
  zipCode: string;
  city: string;
  externalId: string | null;
  /** Null when autogiro has never been spoken of. */
  autogiro: AutogiroStage | null;
}

/** What a test or the demo cares to say of a debtor; the rest is made up. */
export interface DebtorSeed {
  publicId?: string;
  name?: string;
  orgNo?: string;
  email?: string;
  phone?: string;
  address?: string;
  zipCode?: string;
  city?: string;
  externalId?: string;
  autogiro?: AutogiroStage;
}

/** What a portal user can change of a debtor. */
export type DebtorChanges = Omit<DebtorSeed, 'publicId' | 'autogiro'>;

export function newDebtor(seed: DebtorSeed, created: Date): Debtor {
  return {
    publicId: seed.publicId ?? randomUUID(),
    created,
    name: seed.name ?? 'Björkens Bygg AB',
    orgNo: seed.orgNo ?? '559999-0016',
    email: seed.email ?? 'ekonomi@bjorkensbygg.example',
    phone: seed.phone ?? '08-555 010 20',
    address: seed.address ?? 'Storgatan 12',
    zipCode: seed.zipCode ?? '111 22',
    city: seed.city ?? 'Stockholm',
    externalId: seed.externalId ?? null,
    autogiro: seed.autogiro ?? null,
  };
}
