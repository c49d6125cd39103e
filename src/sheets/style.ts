import type { Format, Style } from '../report/model';

/** How cells of a style look: one typeface, one scale, one accent colour. */
export interface Look {
  readonly size: number;
  readonly weight: 'normal' | 'bold';
  readonly color: string;
  readonly background: string | null;
}

const ink = '#1f2933';
const grey = '#616e7c';
const accent = '#0b6e6e';

/** The looks of all styles. */
export const looks: Readonly<Record<Style, Look>> = {
  title: { size: 20, weight: 'bold', color: accent, background: null },
  lead: { size: 10, weight: 'normal', color: grey, background: null },
  input: { size: 10, weight: 'bold', color: accent, background: '#fff6d6' },
  section: { size: 14, weight: 'bold', color: accent, background: null },
  heading: { size: 9, weight: 'bold', color: grey, background: '#eef3f3' },
  group: { size: 10, weight: 'bold', color: ink, background: null },
  label: { size: 10, weight: 'normal', color: ink, background: null },
  body: { size: 10, weight: 'normal', color: ink, background: null },
  strong: { size: 10, weight: 'bold', color: ink, background: null },
  total: { size: 10, weight: 'bold', color: ink, background: null },
  muted: { size: 9, weight: 'normal', color: grey, background: null },
  bar: { size: 10, weight: 'normal', color: accent, background: null },
  chart: { size: 10, weight: 'normal', color: ink, background: null },
  note: { size: 9, weight: 'normal', color: grey, background: null },
};

/** Heights in pixels of rows that need more room than others. */
export const heights: Readonly<Partial<Record<Style, number>>> = { title: 40, section: 36 };

/** Number formats; Sheets shows them with the marks of the spreadsheet's locale. */
export const numberFormats: Readonly<Record<Exclude<Format, 'text'>, string>> = {
  count: '#,##0',
  plain: '0',
  share: '0.0%',
  change: '+0.0%;-0.0%;0.0%',
  money: '#,##0',
  cents: '#,##0.00',
  days: '#,##0.0',
  date: 'yyyy-mm-dd',
  month: 'mmm yyyy',
  points: '+0.0" pp";-0.0" pp";0.0" pp"',
  times: '0.00"×"',
};
