import { quoted } from '../kpi/formula';
import type { Language } from '../text/words';

/** What stands between thousands and before decimals, in text that every locale shows alike. */
const marks: Readonly<Record<Language, readonly [thousands: string, decimal: string]>> = {
  en: [',', '.'],
  pl: ['\u00a0', ','],
  ru: ['\u00a0', ','],
};

/**
 * The formula of a cell's number as text, with two decimals where it is not whole; of a `count` none are looked for. Functions that write
 * numbers go by the locale, each program in its own way: digits are set apart by arithmetic.
 */
export function numberFormula(cell: string, language: Language, kind?: 'count'): string {
  const [thousand, decimal] = marks[language].map(quoted);
  // Half a cent is half a cent whatever crumbs arithmetic left below it.
  const size = kind ? cell : `ROUND(ABS(${cell})+1/10^9;2)`;
  const whole = kind ? `${cell}&""` : `INT(${size})`;
  const group = (number: string) => `${thousand}&RIGHT("00"&INT(MOD(${number};1000));3)`;
  const millions = `INT(${size}/1000000)&${group(`${size}/1000`)}`;
  const digits = `IF(${size}<1000;${whole};IF(${size}<1000000;INT(${size}/1000);${millions})&${group(size)})`;
  if (kind) return digits;
  const cents = `${decimal}&RIGHT("0"&ROUND(MOD(${size};1)*100;0);2)`;
  return `IF(AND(${cell}<0;${size}>0);"−";"")&${digits}&IF(${size}=${whole};"";${cents})`;
}

/** The same text of a number that is known. */
export function numberSaid(value: number, language: Language): string {
  const [thousand, decimal] = marks[language];
  const hundredths = Math.round((Math.abs(value) + 1e-9) * 100);
  const whole = Math.floor(hundredths / 100);
  const last = (number: number, digits: number) => String(number).padStart(digits, '0');
  const group = (number: number) => thousand + last(number % 1000, 3);
  const [thousands, millions] = [Math.floor(whole / 1000), Math.floor(whole / 1_000_000)];
  const grouped = (millions > 0 ? millions + group(thousands) : thousands) + group(whole);
  const cents = hundredths % 100 === 0 ? '' : decimal + last(hundredths % 100, 2);
  return (value < 0 && hundredths > 0 ? '−' : '') + (thousands > 0 ? grouped : whole) + cents;
}
