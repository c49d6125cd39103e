import type { Assumption } from './parity-assumption';

/** What is assumed of Google where no script can look: in the sidebar's own page, and in what the user sees of the grid. */
export const UNTESTED: readonly Omit<Assumption, 'check'>[] = [
  {
    id: 'bridge-values',
    behaviour:
      'google.script.run carries numbers, booleans, texts, null, and lists and plain objects of them; a Date, a function or any other object is refused at once by an exception.',
    source: 'documented',
  },
  {
    id: 'bridge-undefined',
    behaviour: 'What is undefined arrives as null in a list or as an argument, and is left out of an object.',
    source: 'documented',
  },
  {
    id: 'bridge-no-number',
    behaviour: 'NaN and infinite numbers arrive as null.',
    source: 'believed',
  },
  {
    id: 'bridge-names',
    behaviour:
      'google.script.run offers the top-level functions of the script whose names do not end in "_", and no others.',
    source: 'documented',
  },
  {
    id: 'bridge-ten-calls',
    behaviour: 'Ten calls of google.script.run run at a time, and the others wait for their turn.',
    source: 'documented',
  },
  {
    id: 'bridge-handlers',
    behaviour:
      'withSuccessHandler, withFailureHandler and withUserObject answer with a new runner and leave the one that they were called on as it was.',
    source: 'believed',
  },
  {
    id: 'bridge-failure',
    behaviour:
      'A failure handler gets an Error whose message is that of the exception, without its name; without a handler the failure is written to the console.',
    source: 'documented',
  },
  {
    id: 'first-conditional-format',
    behaviour: 'Of several conditional formats that apply to a cell the first one in the list is shown.',
    source: 'documented',
  },
  {
    id: 'cut-takes-references',
    behaviour:
      'Cutting and pasting a block keeps what its formulas read, and formulas that read cells of it alone follow it, to another sheet, too.',
    source: 'believed',
  },
];
