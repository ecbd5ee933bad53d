import { words } from '../host.ts';
import { type Fact, optionText } from '../parts/facts.ts';
import type { LimeObject } from '../platform/lime-object.ts';

const fields = [
  'ssnregno',
  'contactname',
  'email',
  'maincontactphone',
  'address',
  'zipcode',
  'city',
] as const;

export const debtorFacts = (debtor: LimeObject): Fact[] => [
  ...fields.map((field): Fact => [words[field], String(debtor[field])]),
  [words.autogirostate, optionText(debtor, 'autogirostate')],
  [words.billectaid, String(debtor.debtorpublicid)],
];
