import type { LimeKind } from '../../domain/lime-kind.ts';

/** The configuration, as far as an administrator may know it: contains no secret. */
export interface Setup {
  limeUrl: string;
  billectaUrl: string;
  retentionDays: number;
  /** 0: lists are compared only on request. */
  reconcileEveryMinutes: number;
  /** Calls of Billecta's whose form is inferred, by name. */
  unconfirmed: readonly string[];
  webhooks: { url: string; header: string; keyNames: readonly string[] };
  /** The events that are supported. */
  events: readonly string[];
}

export interface LimeRight {
  limetype: string;
  right: 'read' | 'update' | 'create';
  /** Null when Lime's metadata does not say. */
  granted: boolean | null;
}

export interface MappingCheck {
  kind: LimeKind;
  limetype: string;
  usable: number;
  faults: ReadonlyArray<{ limeField: string; billectaField: string; why: string }>;
}

/** The proof that callers may update invoices. */
export interface UpdateProofCheck {
  /** The accepted proofs, as configured. */
  proofs: readonly ProofName[];
  /** The one that decides with Lime as it is; null when no caller can prove anything. */
  inForce: ProofName | null;
}
export type ProofName = 'acl' | 'write';

/** A limetype or a field that a variable names, and that Lime does not have; without a field it is the limetype. */
export interface NameFault {
  variable: string;
  limetype: string;
  field: string | null;
  /** The fields of the limetype that are most like it. */
  known: string[];
}

/** Lime, asked with the service's own key whether the service can do its work. */
export interface LimeSetup {
  /** @throws Fault as Lime answers */
  rights(signal: AbortSignal): Promise<LimeRight[]>;
  /** @throws Fault as Lime answers */
  updateProof(signal: AbortSignal): Promise<UpdateProofCheck>;
  /** Names that are configured and that Lime does not have. @throws Fault as Lime answers */
  names(signal: AbortSignal): Promise<NameFault[]>;
  /** @throws Fault as Lime answers */
  mapping(signal: AbortSignal): Promise<MappingCheck[]>;
}
