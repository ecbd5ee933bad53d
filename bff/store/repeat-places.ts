/** So many events with one key are told apart; more are stored without a key, and repetitions of them not noticed. */
const alikeAtMost = 8;

/** The unique key of the n-th event (from 0) among several that have the same one and are no repetitions. */
export const placeOf = (key: string | null, nth: number): string | null =>
  key === null || nth >= alikeAtMost ? null : nth === 0 ? key : `${key}#${nth}`;

/** The unique keys of all events with the same one. */
export const placesOf = (key: string): string[] => [
  key,
  ...Array.from({ length: alikeAtMost - 1 }, (_, place) => `${key}#${place + 1}`),
];

/** The last stored event with a key; `place` is its own unique key. */
export interface Holder {
  id: number;
  place: string;
  /** Null once it has been deleted. */
  body: string | null;
}

/** How many events with the key there are, by the last of them. */
export const countUpTo = (key: string, { place }: Holder): number => placesOf(key).indexOf(place) + 1;
