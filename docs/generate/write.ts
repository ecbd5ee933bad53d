import { readFile, writeFile } from 'node:fs/promises';

/** A file below `docs/` and the text that it must have. */
export interface Page {
  name: string;
  text: string;
}

/**
 * Writes a generated page, or with `--check` compares it with the file: a stale one is named on standard error and
 * sets the exit code 1.
 */
export async function write({ name, text }: Page): Promise<void> {
  const file = new URL(`../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) return writeFile(file, text);
  const current = await readFile(file, 'utf8').catch(() => '');
  if (current === text) return;
  process.stderr.write(`docs/${name} is stale: run \`npm run docs\`.\n`);
  process.exitCode = 1;
}

/** A hand-written template from `docs/generate/templates/`, with each `{{name}}` replaced. */
export async function fill(template: string, values: Readonly<Record<string, string>>): Promise<string> {
  const text = await readFile(new URL(`templates/${template}`, import.meta.url), 'utf8');
  return text.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`${template} asks for ${name}, which the generator does not have`);
    return value;
  });
}
