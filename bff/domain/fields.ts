/** What a field of Billecta comes to: amounts in whole units, date-times as instants (ISO 8601, UTC), the rest as it came. */
export type FieldValue = string | number | boolean | null;

/**
 * Fields by Billecta's own names, dotted where they stand inside another (`State.NextEvent`), and by ours where Billecta
 * has no such field (`Status.Stage`). A field that Billecta did not send is left out; one that it sent empty is null.
 */
export type Fields = Readonly<Record<string, FieldValue>>;
