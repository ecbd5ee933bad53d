import { z } from 'zod';
import { code } from './markdown.ts';

/** One environment variable, as its row in docs/configuration.md. */
export interface Variable {
  name: string;
  description: string;
  form: string;
  /** What holds when it is not set: a default, or `required`. */
  unset: string;
}

/**
 * Reads what the schema of a variable says of it.
 *
 * @throws Error when the schema has no description, or no form that can be found out
 */
export function describeVariable(name: string, schema: z.ZodType): Variable {
  const layers = layersOf(schema);
  const text = (key: string) =>
    layers.map((layer) => layer.meta()?.[key]).find((value): value is string => typeof value === 'string');
  const description = text('description');
  const form = text('form') ?? layers.map(choices).find((found) => found !== undefined);
  if (!description || !form)
    throw new Error(`${name} in the configuration schema has no description or no form`);
  return { name, description, form, unset: text('unset') ?? defaultOf(layers) };
}

/** The schema and all that it wraps, the outermost first. */
function layersOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return [schema, ...layersOf(schema.unwrap() as z.ZodType)];
  if (schema instanceof z.ZodPipe) return [schema, ...layersOf(schema.in as z.ZodType)];
  return [schema];
}

const choices = (layer: z.ZodType) =>
  layer instanceof z.ZodEnum ? layer.options.map((option) => code(String(option))).join(', ') : undefined;

function defaultOf(layers: readonly z.ZodType[]): string {
  const layer = layers.find((each) => each instanceof z.ZodDefault);
  if (!layer) return layers.some((each) => each instanceof z.ZodOptional) ? 'none' : '**required**';
  const value = layer.def.defaultValue;
  return code(Array.isArray(value) ? value.join(',') : String(value));
}
