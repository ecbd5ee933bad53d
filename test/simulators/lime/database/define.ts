import { emptyOptionKey, type Option, type Property } from './property.ts';

/** Short forms for writing down limetypes. */
const plain = (type: Property['type']) => (name: string, localname: string) =>
  ({ name, localname, type, required: false }) satisfies Property;

export const string = (name: string, localname: string, length = 64): Property => ({
  ...plain('string')(name, localname),
  length,
});
export const required = (property: Property): Property => ({ ...property, required: true });
export const phone = (name: string, localname: string, length = 32): Property => ({
  ...plain('phone')(name, localname),
  length,
});
export const link = (name: string, localname: string, length = 128): Property => ({
  ...plain('link')(name, localname),
  length,
});
export const integer = plain('integer');
export const decimal = plain('decimal');
export const percent = plain('percent');
export const yesno = plain('yesno');
export const date = plain('date');
export const time = plain('time');

/** The property has the name of the limetype that it leads to. */
export const belongsTo = (relatedType: string, localname: string): Property => ({
  ...plain('belongsto')(relatedType, localname),
  relatedType,
});

/** `inverse` is the `belongsto` of the related type that points back. */
export const hasMany = (name: string, localname: string, relatedType: string, inverse: string): Property => ({
  ...plain('hasmany')(name, localname),
  relatedType,
  inverse,
});

/** An option property; `texts` is key to text. The empty option is what a new object gets. */
export function option(
  name: string,
  localname: string,
  firstId: number,
  texts: Record<string, string>,
): Property {
  const options = Object.entries<string>({ [emptyOptionKey]: '', ...texts }).map(
    ([key, text], index): Option => ({ id: firstId + index, key, text, inactive: false }),
  );
  return { ...plain('option')(name, localname), options };
}
