/** The part of numfmt that the host uses. */
interface Numfmt {
  /** A value in a number format of ECMA-376. */
  format(pattern: string, value: number | string | boolean, options: FormatOptions): string;
  /** True if the pattern shows dates or times. */
  isDateFormat(pattern: string): boolean;
}

interface FormatOptions {
  /** A BCP 47 tag such as "pl-PL". */
  readonly locale: string;
  readonly throws: boolean;
  readonly leap1900: boolean;
  readonly nbsp: boolean;
}

// An import would make tsc read the declarations that numfmt 3.2.5 brings, and they do not parse.
const numfmt: Numfmt = require('numfmt');

/** Number formats as spreadsheets understand them. */
export const { format, isDateFormat } = numfmt;
