import * as z from 'zod/mini';
import { DATASET_NAMES, type DatasetName } from './fields';
import type { FindingCode } from './finding';
import type { Choice } from './fix';
import type { Problem, ReportSettings } from './settings';
import { day, textLike } from './shapes';

const suggestionSchema = z.strictObject({
  tabs: z.exactOptional(z.partialRecord(z.enum(DATASET_NAMES), z.string())),
  overrides: z.exactOptional(z.unknown()),
  options: z.exactOptional(
    z.strictObject({
      language: z.exactOptional(z.enum(['en', 'pl', 'ru'])),
      currency: z.exactOptional(z.string()),
      margin: z.exactOptional(z.number()),
      period: z.exactOptional(z.strictObject({ start: z.exactOptional(day), end: z.exactOptional(day) })),
      compare: z.exactOptional(z.enum(['previous', 'year', 'none'])),
    }),
  ),
});

/** What a suggestion is asked for: which tab holds which dataset, what a mapping file says, what the report is to show. */
export interface SuggestionRequest {
  readonly tabs?: Readonly<Partial<Record<DatasetName, string>>>;
  readonly overrides?: unknown;
  readonly options?: Readonly<Partial<Pick<ReportSettings, 'language' | 'currency' | 'margin' | 'period' | 'compare'>>>;
}

const choicesSchema = z.nullable(
  z.array(
    z.strictObject({
      code: z.string(),
      dataset: z.enum(DATASET_NAMES),
      field: z.exactOptional(z.string()),
      answer: z.exactOptional(z.string()),
    }),
  ),
);

const labels = z.array(z.string());
const checkSchema = z.strictObject({
  today: z.exactOptional(day),
  assumed: z.exactOptional(z.strictObject({ stages: labels, statuses: labels })),
});

/** How the data check is asked: the day that counts as today, and labels whose meaning is only assumed. */
export type CheckRequest = Readonly<z.infer<typeof checkSchema>>;

const cellsSchema = z.strictObject({
  tab: z.string(),
  ranges: z.array(textLike(/^[A-Z]+\d+(:[A-Z]+\d+)?$/)),
});

/** A value that came from outside, or what is wrong with it. */
export type Parsed<T> = { readonly value: T } | { readonly problem: Problem };

function parsed<T>(result: { success: true; data: T } | { success: false; error: z.core.$ZodError }): Parsed<T> {
  if (result.success) return { value: result.data };
  return { problem: { code: 'request_invalid', params: { what: (result.error.issues[0]?.path ?? []).join('.') } } };
}

export const parseSuggestion = (json: unknown): Parsed<SuggestionRequest> =>
  parsed(suggestionSchema.safeParse(json ?? {}));

/** The fixes that were chosen; null: all that need no question. */
export function parseChoices(json: unknown): Parsed<Choice[] | null> {
  const result = parsed(choicesSchema.safeParse(json ?? null));
  if ('problem' in result) return result;
  // A code that no finding has is a choice of nothing.
  return { value: result.value?.map((choice) => ({ ...choice, code: choice.code as FindingCode })) ?? null };
}

export const parseCheck = (json: unknown): Parsed<CheckRequest> => parsed(checkSchema.safeParse(json ?? {}));

export const parseCells = (json: unknown): Parsed<{ tab: string; ranges: string[] }> =>
  parsed(cellsSchema.safeParse(json));
