import { distance } from 'fastest-levenshtein';

/** The names most similar to a word, most similar first, whatever the case. */
export function nearest(word: string, names: readonly string[], limit: number): string[] {
  const like = (name: string) => distance(word.toLowerCase(), name.toLowerCase());
  return [...names].sort((one, other) => like(one) - like(other)).slice(0, limit);
}

/** The name that a word is a slip of, with so many letters wrong at most. */
export function meant(word: string, names: readonly string[], most: number): string | undefined {
  const [name] = nearest(word, names, 1);
  return name !== undefined && distance(word.toLowerCase(), name.toLowerCase()) <= most ? name : undefined;
}
