import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const Headers = z.record(z.string(), z.string());

/** One request and its answer, as they cross the wire; see README.md beside this file. */
const WireExample = z.strictObject({
  what: z.string().min(1),
  source: z.string().min(1),
  certainty: z.enum(['verified', 'inferred', 'recorded']),
  request: z.strictObject({
    method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
    path: z.string().startsWith('/'),
    headers: Headers.default({}),
    body: z.unknown().optional(),
  }),
  answer: z.strictObject({
    status: z.int().min(100).max(599),
    headers: Headers.default({}),
    body: z.unknown().optional(),
  }),
});
export type WireExample = z.infer<typeof WireExample>;

export type WireSystem = 'lime' | 'billecta';

/** @throws ZodError when the file is no wire example */
export const readWire = (system: WireSystem, name: string): WireExample =>
  WireExample.parse(JSON.parse(readFileSync(new URL(`${system}/${name}.json`, import.meta.url), 'utf8')));

/** The names of all examples of a system, in alphabetical order. */
export const wireNames = (system: WireSystem): string[] =>
  readdirSync(new URL(`${system}/`, import.meta.url))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
