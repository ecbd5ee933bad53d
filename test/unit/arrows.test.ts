import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each part of the house may import of the others; a part may always import of itself. */
const arrows: ReadonlyArray<[part: string, mayImport: readonly string[]]> = [
  ['bff/contract', ['bff/domain']],
  ['bff/domain', []],
  ['bff/signals', []],
  ['bff/services', ['bff/domain', 'bff/contract', 'bff/signals']],
  ['bff/resilience', ['bff/services', 'bff/domain', 'bff/signals']],
  ['bff/billecta', ['bff/services', 'bff/domain', 'bff/resilience', 'bff/signals']],
  ['bff/lime', ['bff/services', 'bff/domain', 'bff/resilience', 'bff/signals']],
  ['bff/store', ['bff/services', 'bff/domain']],
  ['bff/http', ['bff/services', 'bff/contract', 'bff/signals']],
];

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

/** The project's own files that a file imports, by path from the top. */
function imports(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /(import|export)\s+(type\s)?[^'"();]*?from\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]/g,
  );
  return [...found].map(([, , type, from, dynamic]) => ({
    from: file,
    to: relative(root, normalize(join(root, dirname(file), from ?? dynamic ?? ''))),
    typeOnly: type !== undefined,
  }));
}

const within = (part: string) => (path: string) => path.startsWith(`${part}/`);

const everyImport = [...sources('bff'), ...sources('frontend')].flatMap(imports);

test('the arrows are looked for in files that are there', () => {
  expect(everyImport.length).toBeGreaterThan(100);
  for (const [part] of arrows) expect(everyImport.some(({ to }) => within(part)(to))).toBe(true);
});

test.each(arrows)('%s imports only what it may', (part, mayImport) => {
  const allowed = [part, ...mayImport];
  const strays = everyImport.filter(
    ({ from, to }) => within(part)(from) && !allowed.some((each) => within(each)(to)),
  );
  expect(strays).toEqual([]);
});

/** The floors of a room, the lowest first: what is on one imports only what is below it, and itself. */
const floors: ReadonlyArray<[room: string, floors: ReadonlyArray<readonly string[]>]> = [
  [
    'bff/services',
    [
      ['ports', 'shared'],
      ['invoices', 'webhooks', 'retention', 'write-back'],
      ['commands', 'events', 'reconciliation'],
      ['tasks', 'admin'],
    ],
  ],
  ['frontend', [['bff', 'host', 'i18n'], ['shared'], ['components'], ['commands', 'sync-panel']]],
];

describe.each(floors)('%s', (room, levels) => {
  const all = levels.flat();
  const partOf = (path: string) => all.find((part) => within(`${room}/${part}`)(path));
  const inside = everyImport.filter(({ from, to }) => within(room)(from) && within(room)(to));
  const levelOf = (part: string) => levels.findIndex((level) => level.includes(part));

  test('every folder has its floor', () => {
    const folders = sources(room)
      .map((file) => file.slice(room.length + 1).split('/'))
      .flatMap(([folder, ...rest]) => (folder !== undefined && rest.length > 0 ? [folder] : []));
    expect(new Set(folders)).toEqual(new Set(all));
  });

  test('no arrow goes up, and none to the folder beside but within the lowest floor', () => {
    const strays = inside.filter(({ from, to }) => {
      const [above, below] = [partOf(from), partOf(to)];
      if (above === undefined || above === below) return false;
      if (below === undefined) return true;
      const [high, low] = [levelOf(above), levelOf(below)];
      return low > high || (low === high && high > 0);
    });
    expect(strays).toEqual([]);
  });
});

test('there is no circle between files', () => {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of everyImport)
    if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
    if (done.has(file) || path.includes(file)) return;
    for (const each of next.get(file) ?? []) visit(each, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test('services know adapters by their ports only', () => {
  const adapters = ['bff/billecta', 'bff/lime', 'bff/store', 'bff/resilience'];
  const strays = everyImport.filter(
    ({ from, to }) => within('bff/services')(from) && adapters.some((adapter) => within(adapter)(to)),
  );
  expect(strays).toEqual([]);
});

test('the frontend takes nothing but types from the contract, and nothing else of the BFF', () => {
  const strays = everyImport.filter(
    ({ from, to, typeOnly }) =>
      within('frontend')(from) && within('bff')(to) && !(typeOnly && within('bff/contract')(to)),
  );
  expect(strays).toEqual([]);
});

test('only the app and what composes it import http, and nothing imports main', () => {
  const ofHttp = everyImport.filter(
    ({ from, to }) =>
      within('bff/http')(to) &&
      !within('bff/http')(from) &&
      !['bff/app.ts', 'bff/compose.ts', 'bff/tenant.ts'].includes(from),
  );
  expect(ofHttp).toEqual([]);
  expect(everyImport.filter(({ to }) => to === 'bff/main.ts')).toEqual([]);
  expect(everyImport.filter(({ to }) => to === 'bff/serve.ts').map(({ from }) => from)).toEqual([
    'bff/main.ts',
  ]);
});
