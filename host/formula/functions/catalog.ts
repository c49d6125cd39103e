import { ARRAY } from './array';
import { CONDITIONAL } from './conditional';
import { DATE } from './date';
import type { Definition } from './define';
import { LOGIC } from './logic';
import { LOOKUP } from './lookup';
import { MATH } from './math';
import { STATISTICS } from './statistics';
import { TEXT } from './text';

/** Every native function by its name in capitals. */
export const FUNCTIONS: Readonly<Record<string, Definition>> = Object.assign(
  Object.create(null),
  LOGIC,
  MATH,
  STATISTICS,
  CONDITIONAL,
  DATE,
  TEXT,
  LOOKUP,
  ARRAY,
);
