import type { Property } from './database/property.ts';

/**
 * What Lime CRM's documents leave open. Each has a default, and each can be switched so that a test can run
 * against every possibility.
 */
export interface Candidates {
  /** Limetype metadata carries an `acl` for the calling user. No sample of Lime's REST shows one (facts 7). */
  metadataAcl: boolean;
  /** The key by which a query filter names the object's own id. */
  filterKey: 'id' | '_id' | 'both';
  /** The key in the filter that the web client's table hands to a bulk command. */
  selectionKey: 'id' | '_id';
  /** What a missing or bad credential is answered. */
  unauthenticated: 401 | 404;
  /** How a limetype that the caller may not read looks: missing, refused, or there without any object. */
  unreadableLimetype: 'hidden' | 'forbidden' | 'empty';
  /** Body of an error answer. */
  errorBody: 'text' | 'json';
  /** What an update answers: the object as it is now, or nothing. */
  updateAnswer: 'object' | 'empty';
  /** The status of what is not valid: facts 7 say 4xx. */
  invalidStatus: 400 | 422;
  /** Whether a date may be written as `2026-01-31`; a full instant is always taken. */
  bareDay: 'refused' | 'taken';
  /**
   * What, written to an option property, clears it. Facts 7: an empty option is answered with the key `empty`, so
   * that writing this key is inferred; null is unknown; nothing speaks for `""`, which is refused.
   */
  optionClearedBy: readonly ('empty' | 'null')[];
  /** Metadata lists the empty option among the others. */
  emptyOptionListed: boolean;
  /** `_id` as a number, as the samples show it, or as a text. */
  idFormat: 'number' | 'text';
  /** How `Retry-After` is written; both forms are HTTP's. */
  retryAfter: 'seconds' | 'date' | 'absent';
  /** Which generation of the web client hosts our package; decides its service set. */
  hostVersion: '2.1' | '4.53' | '7';
  /** How `platform` and `context` reach an element. */
  platformDelivery: 'properties' | 'context-request';
  /** Whether Lime Admin has the command bus of the web client. */
  adminCommandBus: boolean;
  /** What the page may load and run: anything, or only files of its own origin, and no styles in the markup. */
  contentSecurity: 'none' | 'strict';
}

export const defaultCandidates: Candidates = {
  metadataAcl: false,
  filterKey: 'both',
  selectionKey: 'id',
  unauthenticated: 401,
  unreadableLimetype: 'empty',
  errorBody: 'text',
  updateAnswer: 'object',
  invalidStatus: 400,
  bareDay: 'refused',
  optionClearedBy: ['empty', 'null'],
  emptyOptionListed: true,
  idFormat: 'number',
  retryAfter: 'seconds',
  hostVersion: '7',
  platformDelivery: 'properties',
  adminCommandBus: true,
  contentSecurity: 'none',
};

/** So many requests are answered in each window, counted per client address. */
export interface RateLimit {
  requests: number;
  /** Length of the window, ms. */
  windowMs: number;
}

export const cloudRateLimit: RateLimit = { requests: 3000, windowMs: 5 * 60 * 1000 };

export interface LimeSimulatorOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  port?: number;
  /** Application name, the first path segment of every URL. Default `lime-demo`. */
  database?: string;
  /** Folder with `lwc.config.json` and the built package. Default: this repository's `dist/frontend`. */
  bundleDirectory?: string;
  /** Origin of the BFF that gets everything below `/{database}/limepkg-billecta-integration/`. */
  mountTarget?: string;
  candidates?: Partial<Candidates>;
  rateLimit?: RateLimit;
  /** Properties that a customer has added to `invoice`. */
  invoiceProperties?: readonly Property[];
  /** What the web client offers packages as `state.configs`, by key. */
  configs?: Readonly<Record<string, unknown>>;
  /** The clock behind `_createdtime` and `_timestamp`. */
  now?: () => Date;
}
