import iconv from 'iconv-lite';

/** The encodings that a text file is read in. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'iso-8859-2';

/**
 * The letters beyond ASCII of the languages that still write old encodings, most frequent first: a text is taken for the
 * encoding in which its letters best fit one language.
 */
const LETTERS: readonly { language: string; encodings: readonly Encoding[]; letters: string }[] = [
  { language: 'pl', encodings: ['windows-1250', 'iso-8859-2'], letters: 'łąęóżśćńź' },
  { language: 'cs', encodings: ['windows-1250', 'iso-8859-2'], letters: 'íáěéřžčšýůúňóťď' },
  { language: 'sk', encodings: ['windows-1250', 'iso-8859-2'], letters: 'áíéčžýúšľťôňóäďŕĺ' },
  { language: 'hu', encodings: ['windows-1250', 'iso-8859-2'], letters: 'áéőöóüúíű' },
  { language: 'ro', encodings: ['windows-1250', 'iso-8859-2'], letters: 'ăîşâţ' },
  { language: 'hr', encodings: ['windows-1250', 'iso-8859-2'], letters: 'čšžćđ' },
  { language: 'de', encodings: ['windows-1252'], letters: 'üäöß' },
  { language: 'fr', encodings: ['windows-1252'], letters: 'éèàêçôîùâûïëœ' },
  { language: 'es', encodings: ['windows-1252'], letters: 'óíáéñúü¿¡' },
  { language: 'pt', encodings: ['windows-1252'], letters: 'ãáçéíóêõúâàô' },
  { language: 'it', encodings: ['windows-1252'], letters: 'àèùòìé' },
  { language: 'sv', encodings: ['windows-1252'], letters: 'äöåé' },
  { language: 'da', encodings: ['windows-1252'], letters: 'åøæé' },
  { language: 'nl', encodings: ['windows-1252'], letters: 'ëéïöüè' },
  { language: 'ru', encodings: ['windows-1251'], letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё' },
  { language: 'uk', encodings: ['windows-1251'], letters: 'оанівтеирскулдмпяьзбгйчхжєшцїюфщґ' },
  { language: 'be', encodings: ['windows-1251'], letters: 'аніыеоярстклдумвпзуьгцбчйхўжшэюфё' },
  { language: 'bg', encodings: ['windows-1251'], letters: 'аеиотнрсвлкдпмзгуъябчщжцхйшюфь' },
];
const TYPOGRAPHY = '\u00a0–—„”“’‘«»…€§°№£©®™·';
const SAMPLE = 300_000;

/** Which encoding these bytes are in: byte order mark, UTF-16, UTF-8, or the old one whose letters fit; locale breaks ties. */
export function detectEncoding(bytes: Uint8Array, locale: string): Encoding {
  return markedEncoding(bytes) ?? utf16Order(bytes) ?? (isUtf8(bytes) ? 'utf-8' : legacyEncoding(bytes, locale));
}

/** The text of these bytes, without byte order mark. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(bytes, encoding);
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark shows by zero bytes in every second place: digits, delimiters and line ends are ASCII. */
function utf16Order(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const enough = length / 20;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return undefined;
}

/** Valid UTF-8, apart from the odd broken character (a file cut off in the middle of one). */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    const whole = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
    return broken * 50 <= whole;
  }
}

function legacyEncoding(bytes: Uint8Array, locale: string): Encoding {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const sample = bytes.subarray(Math.max(0, first - 50), first + SAMPLE);
  const counts = new Map<Encoding, CharacterCounts>();
  const ranked = LETTERS.flatMap(({ language, encodings, letters }) =>
    encodings.map((encoding) => {
      const counted = counts.get(encoding) ?? countCharacters(decodeText(sample, encoding));
      counts.set(encoding, counted);
      return { encoding, fit: likelihood(counted, letters) + (locale.startsWith(language) ? 3 : 0) };
    }),
  );
  return ranked.reduce((best, next) => (next.fit > best.fit ? next : best)).encoding;
}

/** How often each lower-case character beyond ASCII stands in a text, and how many of them cannot stand where they do. */
interface CharacterCounts {
  readonly plausible: ReadonlyMap<string, number>;
  readonly impossible: number;
}

function countCharacters(text: string): CharacterCounts {
  const plausible = new Map<string, number>();
  let impossible = 0;
  for (const { 0: run, index } of text.matchAll(/[^\0-\x7f]+/g)) {
    // A word of Latin and Cyrillic letters is the surest sign of the wrong encoding; so are control characters.
    const inLatinWord = /[a-z]/i.test((text[index - 1] ?? '') + (text[index + run.length] ?? ''));
    for (const character of run) {
      if (CONTROL.test(character) || (inLatinWord && CYRILLIC.test(character))) impossible++;
      else plausible.set(character.toLowerCase(), (plausible.get(character.toLowerCase()) ?? 0) + 1);
    }
  }
  return { plausible, impossible };
}

const CONTROL = /[\x80-\x9f\ufffd]/;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Log-likelihood of the characters in a language whose letters' frequencies fall with their rank. */
function likelihood({ plausible, impossible }: CharacterCounts, letters: string): number {
  const total = [...letters].reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  let sum = impossible * -14;
  for (const [character, count] of plausible) {
    const rank = letters.indexOf(character);
    const log = rank >= 0 ? Math.log(1 / (rank + 1) / total) : TYPOGRAPHY.includes(character) ? -5 : -9;
    sum += count * log;
  }
  return sum;
}
