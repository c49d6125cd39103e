import * as z from 'zod/mini';
import type { Verb, Verbs } from './protocol';

const place = z.int().check(z.minimum(0), z.maximum(20_000_000));
const count = z.int().check(z.minimum(1), z.maximum(10_000_000));
const text = z.string();
const short = z.string().check(z.maxLength(1000));
const axis = z.enum(['rows', 'columns']);
const language = z.enum(['en', 'pl', 'ru']);
const nothing = z.strictObject({});

/** A block is closed, and its corners are in order. */
const corners = { top: place, left: place, bottom: place, right: place };
const inOrder = z.refine<{ top: number; left: number; bottom: number; right: number }>(
  ({ top, left, bottom, right }) => top <= bottom && left <= right,
  { error: 'the corners of a block have to be in order' },
);
const block = z.strictObject(corners).check(inOrder);
const area = z.strictObject({ sheet: place, ...corners }).check(inOrder);
const blocks = z.array(block).check(z.minLength(1), z.maxLength(100));
const cell = { sheet: place, row: place, column: place };
const color = z.nullable(z.string().check(z.regex(/^#[0-9a-f]{6}$/i)));

const look = z.strictObject({
  bold: z.exactOptional(z.boolean()),
  italic: z.exactOptional(z.boolean()),
  underline: z.exactOptional(z.boolean()),
  strikethrough: z.exactOptional(z.boolean()),
  color: z.exactOptional(color),
  background: z.exactOptional(color),
  horizontal: z.exactOptional(z.nullable(z.enum(['left', 'center', 'right']))),
  wrap: z.exactOptional(z.nullable(z.enum(['WRAP', 'OVERFLOW', 'CLIP']))),
  numberFormat: z.exactOptional(z.nullable(short)),
});

const line = { sheet: place, axis };
const lines = z.discriminatedUnion('kind', [
  z.strictObject({ ...line, kind: z.enum(['insert', 'delete', 'hide', 'show']), at: place, count }),
  z.strictObject({ ...line, kind: z.literal('move'), at: place, count, to: place }),
  z.strictObject({ ...line, kind: z.literal('resize'), at: place, count, pixels: z.nullable(z.number()) }),
  z.strictObject({ ...line, kind: z.literal('freeze'), count: place }),
  z.strictObject({ ...line, kind: z.enum(['collapse', 'expand']), first: place, depth: count }),
]);

const tab = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add') }),
  z.strictObject({ kind: z.literal('rename'), sheet: place, name: short }),
  z.strictObject({ kind: z.enum(['delete', 'duplicate', 'hide', 'show']), sheet: place }),
  z.strictObject({ kind: z.literal('move'), sheet: place, to: place }),
]);

type Questions = { readonly [Name in Verb]: z.ZodMiniType<Verbs[Name]['ask']> };

/** What may be asked, verb by verb: every question is read by its schema before anything else looks at it. */
export const QUESTIONS = {
  hello: z.strictObject({ language: z.exactOptional(language) }),
  book: nothing,
  cells: area,
  cell: z.strictObject(cell),
  charts: z.strictObject({ sheet: place }),
  enter: z.strictObject({ ...cell, rows: z.array(z.array(text)).check(z.minLength(1)) }),
  clear: z.strictObject({ sheet: place, blocks }),
  paste: z.strictObject({ from: area, to: area, how: z.enum(['copy', 'cut', 'values']) }),
  format: z.strictObject({ sheet: place, blocks, change: look }),
  lines,
  tab,
  select: z.strictObject({ sheet: place, blocks }),
  undo: nothing,
  redo: nothing,
  menu: z.strictObject({ label: short }),
  run: z.strictObject({ name: short, parameters: z.array(z.unknown()).check(z.maxLength(50)) }),
  close: nothing,
  settings: z.strictObject({
    language: z.exactOptional(language),
    locale: z.exactOptional(short),
    timeZone: z.exactOptional(short),
  }),
  upload: z.strictObject({ name: short, how: z.enum(['replace', 'add']) }),
  download: nothing,
  reset: nothing,
} satisfies Questions;
