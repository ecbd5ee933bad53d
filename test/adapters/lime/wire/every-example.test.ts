import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wireNames } from '../../../wire/read.ts';

/** Calls that our client does not make, and why. */
const notOurs: Readonly<Record<string, string>> = {
  'api-root': 'the set-up checks ask for what is needed, which needs the key too',
  delete: 'nothing is deleted in Lime',
  languages: 'the web client knows its language',
  'limetypes-with-properties': 'limetypes are asked for one by one; the tests take what it describes',
  'list-embedded': 'related objects are looked up by their Billecta ids',
  'list-empty': 'as list-without-read-right',
  'list-last-page': 'one object of a list is enough',
  'object-with-embedded-relation': 'related objects are looked up by their Billecta ids',
  'object-without-slash': 'our addresses have the slash',
  relation: 'related objects are looked up by their Billecta ids',
};

test('every example is read by our client here, or is none of its calls', () => {
  const here = readdirSync(import.meta.dirname)
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join();
  const read = wireNames('lime').filter((name) => !(name in notOurs));
  // A name stands in a test as a text, in a title or as what is read.
  expect(read.filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(here))).toEqual([]);
  expect(Object.keys(notOurs).filter((name) => !wireNames('lime').includes(name))).toEqual([]);
});
