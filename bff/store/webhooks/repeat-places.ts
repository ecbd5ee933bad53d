/** How many events with one key are compared; more are stored without a key, and repetitions of them go unnoticed. */
export const alikeAtMost = 32;

/** The unique key of the n-th event (from 0) among several that have the same one and are no repetitions. */
export const placeOf = (key: string | null, nth: number): string | null =>
  key === null || nth >= alikeAtMost ? null : nth === 0 ? key : `${key}#${nth}`;

/** The unique keys of all events with the same one. */
export const placesOf = (key: string): string[] => [
  key,
  ...Array.from({ length: alikeAtMost - 1 }, (_, place) => `${key}#${place + 1}`),
];

/** A stored event with a key; `place` is its own unique key. */
export interface Holder {
  id: number;
  place: string;
  /** Null once it has been deleted. */
  body: string | null;
}

/** The first free place of a key. */
export const freePlace = (key: string, holders: readonly Holder[]): number =>
  Math.max(0, ...holders.map(({ place }) => placesOf(key).indexOf(place) + 1));
