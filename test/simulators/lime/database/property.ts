/** All property types of Lime (facts 7), by Lime's names. */
export type PropertyType =
  | 'string'
  | 'text'
  | 'phone'
  | 'link'
  | 'integer'
  | 'decimal'
  | 'percent'
  | 'time'
  | 'date'
  | 'year'
  | 'quarter'
  | 'month'
  | 'yesno'
  | 'option'
  | 'set'
  | 'user'
  | 'xml'
  | 'file'
  | 'system'
  | 'belongsto'
  | 'hasone'
  | 'hasmany'
  | 'hasandbelongstomany';

export interface Option {
  id: number;
  key: string;
  text: string;
  inactive: boolean;
}

/** The key of an option property's empty option (facts 7). */
export const emptyOptionKey = 'empty';

/** A field of a limetype, as its metadata describes it. */
export interface Property {
  name: string;
  localname: string;
  type: PropertyType;
  required: boolean;
  /** Longest text accepted. */
  length?: number;
  options?: readonly Option[];
  /** Limetype that a relation leads to. */
  relatedType?: string;
  /** Of a `hasmany`: the `belongsto` of the related type that points back. Never on the wire. */
  inverse?: string;
}

/** Whether the property holds the id of one related object. */
export const isToOne = ({ type }: Property): boolean => type === 'belongsto' || type === 'hasone';

/** Whether the property leads to many objects. Such a property has links, and no value of its own. */
export const isToMany = ({ type }: Property): boolean => type === 'hasmany' || type === 'hasandbelongstomany';

/** What is stored: an option is its key, a relation the other object's id, dates and times are ISO 8601. */
export type PropertyValue = string | number | boolean | null;
export type PropertyValues = Record<string, PropertyValue>;

/** What a property holds until someone writes it. Lime's empty text is `""`, never null. */
export function emptyValue(property: Property): PropertyValue {
  switch (property.type) {
    case 'string':
    case 'text':
    case 'phone':
    case 'link':
      return '';
    case 'yesno':
      return false;
    case 'option':
      return emptyOptionKey;
    default:
      return null;
  }
}
