import type { StoreKind } from '../support/databases.ts';
import type { BenchEnvironment } from './support/bench-environment.ts';

/** What one measurement found. */
export interface Measured {
  value: number;
  /** What a reader of the table should know of how it came about. */
  note: string;
}

/** One promise, or one figure worth knowing, and how it is measured. */
export interface Row {
  name: string;
  unit: string;
  /** null for a figure that nothing is promised about. */
  limit: { most: number } | { least: number } | null;
  /** Bounded in time, whatever the service does. */
  measure(benchEnvironment: BenchEnvironment): Promise<Measured>;
}

/** A row as `--json` prints it. */
export interface Result {
  name: string;
  store: StoreKind;
  value: number | null;
  unit: string;
  limit: number | null;
  ok: boolean;
}

/** @param measured - null when measuring failed */
export function toResult({ name, unit, limit }: Row, store: StoreKind, measured: number | null): Result {
  const value = measured === null ? null : Number(measured.toPrecision(3));
  const bound = limit === null ? null : 'most' in limit ? limit.most : limit.least;
  return { name, store, value, unit, limit: bound, ok: value !== null && keeps(limit, value) };
}

function keeps(limit: Row['limit'], value: number): boolean {
  if (limit === null) return true;
  return 'most' in limit ? value <= limit.most : value >= limit.least;
}

/** `≤ 15`, `≥ 0.85`, or nothing. */
export function limitInWords(limit: Row['limit']): string {
  if (limit === null) return '';
  return 'most' in limit ? `≤ ${limit.most}` : `≥ ${limit.least}`;
}
