import { describe, expect, test } from 'vitest';
import { defaultNames } from '../../../bff/lime/client/names.ts';
import { readMapping } from '../../../bff/lime/setup/field-mapping.ts';
import { LimeSetupCheck } from '../../../bff/lime/setup/setup.ts';
import type { ProofName } from '../../../bff/services/ports/setup.ts';
import { scriptedLime } from './scripted-lime.ts';
import { patient } from './start-lime.ts';

const text = (name: string) => ({ name, type: 'string' });
const fields: Readonly<Record<string, string>> = {
  invoice: 'actionpublicid',
  debtor: 'debtorpublicid',
  payment: 'paymentpublicid',
};

interface Script {
  acl?: object;
  /** Limetypes that answer something else. */
  odd?: Readonly<Record<string, number | unknown>>;
  updateProof?: readonly ProofName[];
}

async function start({ acl, odd = {}, updateProof = ['acl', 'write'] }: Script = {}) {
  const lime = await scriptedLime(({ path }) => {
    const [, limetype = ''] = /^limetype\/(\w+)\//.exec(path) ?? [];
    const instead = odd[limetype];
    if (typeof instead === 'number') return { status: instead };
    if (instead !== undefined) return { body: instead };
    const properties = [text(fields[limetype] ?? ''), text('email')];
    return { body: { name: limetype, ...(acl && { acl }), _embedded: { properties } } };
  });
  const setup = new LimeSetupCheck({
    http: lime.http,
    names: defaultNames,
    mapping: readMapping('{"debtor":[{"billecta_field":"Email","lime_field":"email"}]}'),
    creates: ['payment', 'debtor'],
    updateProof,
  });
  return { ...lime, setup };
}

describe('rights of the service', () => {
  test('are unknown where metadata does not tell of them', async () => {
    const { setup } = await start();
    const granted = (await setup.rights(patient())).map((right) => right.granted);
    expect(new Set(granted)).toEqual(new Set([null]));
  });

  test('are what an acl says, and missing where a limetype may not be read', async () => {
    const { setup } = await start({ acl: { read: true, update: false }, odd: { payment: 403 } });
    expect(await setup.rights(patient())).toEqual([
      { limetype: 'invoice', right: 'read', granted: true },
      { limetype: 'invoice', right: 'update', granted: false },
      { limetype: 'payment', right: 'read', granted: false },
      { limetype: 'payment', right: 'create', granted: false },
      { limetype: 'debtor', right: 'read', granted: true },
      { limetype: 'debtor', right: 'create', granted: null },
    ]);
  });
});

test.each<[string, Script, ProofName | null]>([
  ['an acl where there is one', { acl: { update: false } }, 'acl'],
  ['a write where there is none', {}, 'write'],
  ['a write where an acl does not tell of updating', { acl: { read: true } }, 'write'],
  ['nothing where only an acl counts and there is none', { updateProof: ['acl'] }, null],
])('the proof in force is %s', async (_what, script, inForce) => {
  const { setup } = await start(script);
  expect(await setup.updateProof(patient())).toMatchObject({ inForce });
});

describe('names that are configured', () => {
  test('are in Lime', async () => {
    expect(await (await start()).setup.names(patient())).toEqual([]);
  });

  test('are told by their variables when Lime does not have them', async () => {
    const invoice = { name: 'invoice', _embedded: { properties: [text('billecta_id')] } };
    const { setup } = await start({ odd: { invoice, payment: 404 } });
    expect(await setup.names(patient())).toEqual([
      {
        variable: 'LIME_ACTION_PUBLIC_ID_FIELD',
        limetype: 'invoice',
        field: 'actionpublicid',
        known: ['billecta_id'],
      },
      { variable: 'LIME_PAYMENT_LIMETYPE', limetype: 'payment', field: null, known: [] },
    ]);
  });
});

test('metadata of another form is told as such', async () => {
  const { setup } = await start({ odd: { debtor: { name: 'debtor', properties: [] } } });
  await expect(setup.mapping(patient())).rejects.toMatchObject({ code: 'lime-unreadable' });
});

test('checks that are made together ask for each limetype once', async () => {
  const { setup, asked } = await start();
  await Promise.all([setup.rights(patient()), setup.names(patient())]);
  expect(asked).toHaveLength(3);
});
