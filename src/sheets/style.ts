import type { Format, Mark, Style } from '../report/model';

/** How cells of a style look: one typeface, one scale, one accent colour. */
export interface Look {
  readonly size: number;
  readonly weight: 'normal' | 'bold';
  readonly color: string;
  readonly background: string | null;
}

/** The colour of text. */
export const ink = '#1f2933';
const grey = '#5b6875';
/** The one accent colour. */
export const accent = '#0b6e6e';
/** The colour of lines. */
export const rule = '#a9bcbc';

const text = (size: number, color: string, weight: Look['weight'] = 'normal'): Look => ({
  size,
  weight,
  color,
  background: null,
});

/** The looks of all styles. */
export const looks: Readonly<Record<Style, Look>> = {
  title: text(20, accent, 'bold'),
  lead: text(10, grey),
  input: { ...text(10, accent, 'bold'), background: '#fff6d6' },
  section: text(14, accent, 'bold'),
  heading: text(9, grey, 'bold'),
  group: text(10, accent, 'bold'),
  label: text(10, ink),
  body: text(10, ink),
  strong: text(10, ink, 'bold'),
  total: text(10, ink, 'bold'),
  muted: text(9, grey),
  bar: text(10, accent),
  chart: text(10, ink),
  note: text(9, grey),
};

/** Ground of every other row of a table. */
export const stripe = '#f4f8f8';

/** What a marked cell says by its colour, and by its sign for whoever does not see that: better, nearly there, worse. */
export const verdicts = { good: accent, near: '#8a5a00', bad: '#b3261e' } as const;

/** Number formats; Sheets shows them with the marks of the spreadsheet's locale. */
const numberFormats: Readonly<Record<Exclude<Format, 'text' | 'date'>, string>> = {
  count: '#,##0',
  plain: '0',
  share: '0.0%',
  change: '+0.0%;-0.0%;0.0%',
  money: '#,##0',
  // A column has no room for the cents of large sums.
  cents: '[>=1000000]#,##0;#,##0.00',
  days: '#,##0.0',
  month: 'mmm yyyy',
  points: '+0.0;-0.0;0.0',
  times: '0.00"×"',
};

/** How days are written, by language; where that is not known, as everybody can read them. */
const dayFormats: Readonly<Record<string, string>> = {
  'dd.mm.yyyy': 'pl ru de uk cs sk fi nb no da tr ro et lv',
  'dd/mm/yyyy': 'en es fr it pt',
};

/** The format of a day in a spreadsheet's locale, such as `pl_PL`. */
export function dayFormat(locale: string): string {
  if (locale === 'en_US') return 'm/d/yyyy';
  const language = locale.slice(0, 2);
  const known = Object.entries(dayFormats).find(([, languages]) => languages.split(' ').includes(language));
  return known?.[0] ?? 'yyyy-mm-dd';
}

/** A civil date as the spreadsheet's locale writes it. */
export function dayText(date: string, locale: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const parts: Readonly<Record<string, string>> = { yyyy: year, mm: month, dd: day, m: `${+month}`, d: `${+day}` };
  return dayFormat(locale).replace(/\w+/g, (part) => parts[part] ?? part);
}

/** Words of ours to the right of a number keep a distance from it. Not a format of plain text, in which a formula would stay one. */
export const indented = '0;0;0;"   "@';

/** Filled triangles for the better, hollow ones for the worse. */
const triangles = { up_is_good: ['▲', '▽'], down_is_good: ['△', '▼'] } as const;

/** The number format of a cell, with the sign of its mark before the number and the name of percentage points behind. */
export function numberFormat(format: keyof typeof numberFormats, mark: Mark | undefined, points: string): string {
  const unit = format === 'points' ? `" ${points}"` : '';
  const signs = mark === 'up_is_good' || mark === 'down_is_good' ? triangles[mark] : [];
  const parts = numberFormats[format].split(';');
  return parts.map((part, at) => (signs[at] ? `"${signs[at]} "${part}` : part) + unit).join(';');
}
