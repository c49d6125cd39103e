import { localeRules } from '../files/locale';
import { parseTyped } from '../files/typed-value';
import { displayText, isDate } from '../workbook/display';
import type { Content, Scalar } from '../workbook/types';

/** The text that, typed into the cell again in this locale, gives its content again; "" for a blank cell. */
export function editText(content: Content | undefined, numberFormat: string, locale: string): string {
  if (!content) return '';
  if ('formula' in content) return content.formula;
  const { value } = content;
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value === 'number') return numberText(value, numberFormat, locale);
  // A text that would be read as something else is typed with an apostrophe.
  const isText = numberFormat === '@' ? !value.startsWith("'") : givesBack(value, value, locale);
  return isText ? value : `'${value}`;
}

/** As somebody would type it: dates as dates, percentages as such, all digits; of several the first that is read back right. */
function numberText(value: number, numberFormat: string, locale: string): string {
  const rules = localeRules(locale);
  const plain = String(value).replace('.', rules.decimal);
  const candidates: string[] = [];
  if (isDate(numberFormat)) {
    const day = rules.padsDay ? 'dd' : 'd';
    const month = rules.padsMonth ? 'mm' : 'm';
    const parts = { d: day, m: month, y: 'yyyy' };
    const date = [...rules.order].map((part) => parts[part as 'd' | 'm' | 'y']).join(rules.dateSeparator);
    for (const pattern of [
      date,
      `${date} hh:mm`,
      `${date} hh:mm:ss`,
      'yyyy-mm-dd',
      'yyyy-mm-dd hh:mm:ss',
      'hh:mm:ss',
    ]) {
      candidates.push(displayText(value, pattern, locale));
    }
    candidates.push(displayText(value, numberFormat, locale));
  } else if (numberFormat.includes('%')) {
    candidates.push(`${String(Number((value * 100).toPrecision(15))).replace('.', rules.decimal)}%`);
  }
  return candidates.find((text) => givesBack(text, value, locale)) ?? plain;
}

function givesBack(text: string, value: Scalar, locale: string): boolean {
  const typed = parseTyped(text, locale);
  if ('formula' in typed) return false;
  if (typeof value === 'number' && typeof typed.value === 'number') return Math.abs(typed.value - value) < 1e-9;
  return typed.value === value;
}
