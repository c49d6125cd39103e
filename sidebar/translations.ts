import type { Text } from './text';
import { pl } from './text-pl';
import { ru } from './text-ru';

/** The words in the other languages. The build puts `unpack` and the packed words in the place of this. */
export const translations = async (): Promise<Readonly<Record<'pl' | 'ru', Text>>> => ({ pl, ru });
