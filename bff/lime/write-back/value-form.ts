/** The forms that values of properties have over REST. */
export type ValueForm = 'text' | 'number' | 'yesno' | 'day' | 'instant' | 'option' | 'relation';

/**
 * Types of properties that are written, and the form of their values (docs/facts/lime.md 7). Relations to many, files,
 * sets, XML, users and system properties are not here, and nothing is written to them.
 */
const forms: Readonly<Record<string, ValueForm>> = {
  string: 'text',
  text: 'text',
  phone: 'text',
  link: 'text',
  integer: 'number',
  decimal: 'number',
  percent: 'number',
  yesno: 'yesno',
  date: 'day',
  year: 'day',
  quarter: 'day',
  month: 'day',
  time: 'instant',
  option: 'option',
  belongsto: 'relation',
};

/** Null for a type that is not written. */
export const formOf = (type: string): ValueForm | null => forms[type] ?? null;
