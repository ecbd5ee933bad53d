import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tooOld } from '../../../../bff/process/node-version.ts';

test.each(['18.20.4', '20.18.1', '16.0.0'])('Node %s is told to be too old', (version) => {
  expect(tooOld(version)).toBe(`Node 20.19 or later is needed, and this is ${version}.`);
});

test.each(['20.19.0', '22.0.0', '24.3.1'])('Node %s will do', (version) => {
  expect(tooOld(version)).toBeUndefined();
});

test('the package asks for the same', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(tooOld(engines.node.replace('>=', ''))).toBeUndefined();
  expect(tooOld('20.18.9')).toContain(engines.node.replace('>=', ''));
});

test('nothing else is imported before it is known', () => {
  const text = readFileSync('bff/main.ts', 'utf8');
  expect(text.match(/^import .*/gm)).toEqual(["import { tooOld } from './process/node-version.ts';"]);
});
