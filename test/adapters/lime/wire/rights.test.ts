import { expect, test } from 'vitest';
import { LimeClient } from '../../../../bff/lime/client/client.ts';
import { defaultNames } from '../../../../bff/lime/client/names.ts';
import { rememberIdentity } from '../../../../bff/lime/identity/remember-identity.ts';
import type { Credential } from '../../../../bff/services/ports/lime.ts';
import { readWire } from '../../../wire/read.ts';
import { patient } from '../start-lime.ts';
import { wireLime } from './wire-lime.ts';

const reader: Credential = { kind: 'api-key', value: 'a-key-that-may-read' };
const writer: Credential = { kind: 'api-key', value: 'a-key-that-may-write' };
const invoice = { limeId: 1001, actionPublicId: '4f0c1c52-6f0e-4a53-9d43-1f1f3c0a7a11' };
const object = readWire('lime', 'object').answer.body;

async function start(names: readonly string[], changes?: (name: string, body: unknown) => unknown) {
  const lime = await wireLime(names, changes);
  const port = rememberIdentity(lime.client, { updateProof: ['acl', 'write'], now: () => 0 });
  return { ...lime, port };
}

test('metadata as in limetype tells nothing of rights, and that the caller is known', async () => {
  const { client, port, askedAs } = await start(['limetype']);
  expect(await client.toldUpdateRight(writer, patient())).toBe('unproven');
  await expect(port.requireKnown(writer, patient())).resolves.toBeUndefined();
  expect(askedAs('limetype')).toBeDefined();
});

test('a caller whose write is answered as in update may update', async () => {
  // The example writes other values; what it answers to an unchanged one is the object as it is.
  const { port, askedAs } = await start(['limetype', 'object', 'update'], (name, body) =>
    name === 'update' ? object : body,
  );
  expect(await port.updateRight(writer, [invoice], patient())).toBe('proven');
  expect(askedAs('update')?.body).toEqual({ actionpublicid: invoice.actionPublicId });
});

test('a caller whose write is answered as in update-without-right may not', async () => {
  const { port } = await start(['limetype', 'object', 'update-without-right']);
  expect(await port.updateRight(reader, [invoice], patient())).toBe('denied');
});

test('an answer that holds another id than was written, as update does, is no proof', async () => {
  const { port } = await start(['limetype', 'object', 'update']);
  expect(await port.updateRight(writer, [invoice], patient())).toBe('unproven');
});

test('a caller to whom Lime shows nothing, as in list-without-read-right, is no administrator', async () => {
  const { port, askedAs } = await start(['list-without-read-right']);
  await expect(port.provesAdministrator(reader, patient())).rejects.toMatchObject({ code: 'forbidden' });
  expect(askedAs('list-without-read-right')).toBeDefined();
});

test('a caller to whom Lime shows objects, as in list-first-page, is an administrator', async () => {
  const { body } = readWire('lime', 'list-first-page').answer;
  const { http } = await start(['list-without-read-right'], () => body);
  const client = new LimeClient(http, defaultNames);
  await expect(client.provesAdministrator(writer, patient())).resolves.toBeUndefined();
});
