import type { CurrencySign, LocaleRules } from './locale';

/** A number as typed, with the number format that the way of typing asks for. */
export interface TypedNumber {
  readonly value: number;
  readonly numberFormat?: string;
}

const patterns = new WeakMap<LocaleRules, RegExp>();

/** Reads a number as the locale writes it: groups, percent, scientific, money; undefined where the text is not one. */
export function readNumber(text: string, rules: LocaleRules): TypedNumber | undefined {
  const found = patternOf(rules).exec(text)?.groups;
  if (!found) return undefined;
  const { sign, before, inner, plain, grouped, fraction, exponent, after } = found;
  const whole = plain ?? grouped?.replace(/\D/g, '') ?? '';
  const marks = [before, after].filter((mark) => mark !== undefined);
  if (whole + (fraction ?? '') === '' || (sign && inner) || marks.length > 1) return undefined;
  if (exponent && (grouped || marks.length)) return undefined;
  const mark = marks[0];
  const power = exponent ?? (mark === '%' ? '-2' : '0');
  const value = Number(`${sign || (inner ?? '')}${whole || '0'}.${fraction || '0'}e${power}`);
  if (!Number.isFinite(value)) return undefined;
  const digits = { grouped: grouped !== undefined, decimals: fraction !== undefined };
  const numberFormat = exponent ? '0.00E+00' : formatOf(digits, mark, before !== undefined, rules);
  return numberFormat ? { value, numberFormat } : { value };
}

function formatOf(
  { grouped, decimals }: { grouped: boolean; decimals: boolean },
  mark: string | undefined,
  before: boolean,
  rules: LocaleRules,
): string | undefined {
  if (mark === '%') return `${grouped ? '#,##0' : '0'}${decimals ? '.00' : ''}%`;
  const digits = decimals ? '#,##0.00' : '#,##0';
  if (mark === undefined) return grouped ? digits : undefined;
  const { format } = rules.currencies.find(({ sign }) => sign === mark) as CurrencySign;
  return before ? `${format}${digits}` : `${digits}\\ ${format}`;
}

function patternOf(rules: LocaleRules): RegExp {
  let pattern = patterns.get(rules);
  if (!pattern) {
    pattern = buildPattern(rules);
    patterns.set(rules, pattern);
  }
  return pattern;
}

function buildPattern(rules: LocaleRules): RegExp {
  const signs = rules.currencies.map(({ sign }) => escapeText(sign)).join('|');
  const space = '[ \\u00a0\\u202f]?';
  const before = `(?:(?<before>${signs})${rules.currencyPlace === 'before' && rules.currencySpace ? space : ''})?`;
  const after = `(?:${space}(?<after>%${rules.currencyPlace === 'after' ? `|${signs}` : ''}))?`;
  const whole = rules.groups.length ? `(?:(?<plain>\\d+)|(?<grouped>${groupedDigits(rules)}))?` : '(?<plain>\\d+)?';
  const fraction = `(?:${escapeText(rules.decimal)}(?<fraction>\\d+))?(?:[eE](?<exponent>[+-]?\\d{1,3}))?`;
  return new RegExp(`^(?<sign>[+-]?)${before}(?<inner>-)?${whole}${fraction}${after}$`);
}

function groupedDigits(rules: LocaleRules): string {
  const group = `[${rules.groups.map(escapeText).join('')}]`;
  const thousands = `\\d{1,3}(?:${group}\\d{3})+`;
  return rules.indianGroups ? `${thousands}|\\d{1,2}(?:${group}\\d{2})*${group}\\d{3}` : thousands;
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}
