/**
 * The value of a field of Billecta: amounts in whole units, date-times as instants (ISO 8601, UTC), the rest unchanged.
 */
export type FieldValue = string | number | boolean | null;

/**
 * Fields by Billecta's own names, dotted where they are nested (`State.NextEvent`), and by the service's where Billecta
 * has no such field (`Status.Stage`). A field that Billecta did not send is left out; one that it sent empty is null.
 */
export type Fields = Readonly<Record<string, FieldValue>>;
