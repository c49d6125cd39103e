import * as z from 'zod/mini';
import type { Parsed } from './request';
import { parseSettings, type Settings } from './settings';

/** What somebody has changed in the sidebar and not yet made a report of. */
export interface Draft {
  readonly settings: Settings;
  /** What the sidebar needs to go on where it was, as JSON of its own. */
  readonly view: string;
}

const draftSchema = z.strictObject({ settings: z.unknown(), view: z.string() });

/** A draft that came from outside; null says that there is none any more, nothing that the kept one counts. */
export function parseDraft(json: unknown): Parsed<Draft | null | undefined> {
  if (json === null || json === undefined) return { value: json };
  const outer = draftSchema.safeParse(json);
  if (!outer.success) return { problem: { code: 'request_invalid', params: { what: 'draft' } } };
  const inner = parseSettings(outer.data.settings);
  return 'problem' in inner ? inner : { value: { settings: inner.settings, view: outer.data.view } };
}

/** Characters that take up to three bytes each, so that a value keeps below Google's limit of 9 kB. */
const LONGEST_VALUE = 3000;
/** A draft beyond these is not kept: half a megabyte has to do for all files of a person. */
const LONGEST_DRAFT = 150_000;

/** The draft as texts that can be stored one by one; undefined where it is too long to be kept. */
export function draftToTexts(draft: Draft): string[] | undefined {
  // A character of two units could fall in two.
  const json = JSON.stringify(draft).replace(/[\uD800-\uDFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
  if (json.length > LONGEST_DRAFT) return undefined;
  const whole = `${json.length}:${json}`;
  return Array.from({ length: Math.ceil(whole.length / LONGEST_VALUE) }, (_, part) =>
    whole.slice(part * LONGEST_VALUE, (part + 1) * LONGEST_VALUE),
  );
}

/** The draft in stored texts; undefined where they are no whole one. */
export function draftFromTexts(texts: readonly string[]): Draft | undefined {
  const [, length, json = ''] = /^(\d+):([\s\S]*)$/.exec(texts.join('')) ?? [];
  if (json.length !== Number(length)) return undefined;
  try {
    const parsed = parseDraft(JSON.parse(json));
    return 'value' in parsed ? (parsed.value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
