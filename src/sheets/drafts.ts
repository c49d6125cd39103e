import { type Draft, draftFromTexts, draftToTexts } from '../data/draft';

const PREFIX = 'draft ';

/** The drafts of one person: one a file, in as many values as it takes, each with a number behind the id of its file. */
const store = (): GoogleAppsScript.Properties.Properties => PropertiesService.getUserProperties();

const keyOf = (file: string, part: number): string => `${PREFIX}${file} ${part}`;

/** The draft that the person at the screen left in this file. */
export function readDraft(file: string): Draft | undefined {
  const values = store().getProperties();
  const texts: string[] = [];
  for (let text = values[keyOf(file, 0)]; text !== undefined; text = values[keyOf(file, texts.length)])
    texts.push(text);
  return draftFromTexts(texts);
}

/** Keeps a draft in place of the one before, or none. False where it is too long to be kept; the one before then goes, too. */
export function keepDraft(file: string, draft: Draft | null): boolean {
  const properties = store();
  const texts = draft ? draftToTexts(draft) : [];
  const kept = texts ?? [];
  if (kept.length > 0) putIn(properties, file, kept);
  for (const key of properties.getKeys()) {
    const [, part] = key.split(`${PREFIX}${file} `);
    if (part !== undefined && Number(part) >= kept.length) properties.deleteProperty(key);
  }
  return texts !== undefined;
}

/** One write does it, so that no half is left. Where there is no more room, the drafts of other files go. */
function putIn(properties: GoogleAppsScript.Properties.Properties, file: string, texts: readonly string[]): void {
  const values = Object.fromEntries(texts.map((text, part) => [keyOf(file, part), text]));
  try {
    properties.setProperties(values);
  } catch {
    for (const key of properties.getKeys()) if (key.startsWith(PREFIX)) properties.deleteProperty(key);
    properties.setProperties(values);
  }
}
