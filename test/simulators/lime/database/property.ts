/** Property types of Lime that this stand-in knows; the names are Lime's. */
export type PropertyType =
  | 'string'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'yesno'
  | 'date'
  | 'time'
  | 'option'
  | 'belongsto';

export interface Option {
  id: number;
  key: string;
  text: string;
  inactive: boolean;
}

/** A field of a limetype, as its metadata describes it. */
export interface Property {
  name: string;
  localname: string;
  type: PropertyType;
  required: boolean;
  /** Longest text accepted. */
  length?: number;
  options?: readonly Option[];
  /** Limetype that a `belongsto` leads to. */
  relation?: string;
}

/** What is stored: an option is its key, a relation the other object's id, dates and times are ISO 8601. */
export type PropertyValue = string | number | boolean | null;
export type PropertyValues = Record<string, PropertyValue>;

/** What a property holds until someone writes it. Lime's empty text is `""`, never null. */
export function emptyValue(property: Property): PropertyValue {
  switch (property.type) {
    case 'string':
    case 'text':
      return '';
    case 'yesno':
      return false;
    case 'option':
      return property.options?.[0]?.key ?? null;
    default:
      return null;
  }
}
