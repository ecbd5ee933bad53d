import type { Language } from '../boot.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { nl } from './nl.ts';
import { no } from './no.ts';
import { sv } from './sv.ts';

/** The client's own words, by key. */
export type Words = Record<keyof typeof en, string>;

export const wordsIn: Readonly<Record<Language, Words>> = { sv, en, no, da, fi, de, nl };
