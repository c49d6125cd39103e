import type { Language } from '../src/data/settings';
import type { Text } from './text';
import { en } from './text-en';
import { pl } from './text-pl';
import { ru } from './text-ru';

/** All words by language. The build puts `unpack` and the packed words in the place of this. */
export const loadWords = async (): Promise<Readonly<Record<Language, Text>>> => ({ en, pl, ru });
