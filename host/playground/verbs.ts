import { localeRules } from '../files/locale';
import type { Block } from '../workbook/address';
import { copyBlock, copyValues, makeRoom, moveBlock } from '../workbook/block';
import type { Workbook } from '../workbook/workbook';
import { isTimeZone } from '../workbook/zone';
import { cellDetails, showCells } from './cells';
import { drawCharts } from './chart';
import { LIMITS, requireFewCells } from './limits';
import { changeLines } from './lines';
import type { Verb, Verbs } from './protocol';
import { Refusal } from './refusal';
import { sampleWorkbook } from './sample';
import { changeTabs } from './tabs';
import { changeLooks, typeRows } from './typing';
import type { Visitor } from './visitor';

/** How a verb is answered; those that carry files are answered elsewhere. */
type Answers = {
  readonly [Name in Exclude<Verb, 'hello' | 'upload' | 'download'>]: (
    visitor: Visitor,
    ask: Verbs[Name]['ask'],
  ) => Verbs[Name]['answer'];
};

/** A verb that changes the workbook in a way that can be taken back. */
function changing<Ask>(verb: Verb, action: (workbook: Workbook, ask: Ask) => void) {
  return (visitor: Visitor, ask: Ask) => {
    visitor.change(verb, () => action(visitor.workbook, ask));
    return visitor.report();
  };
}

/** What every verb does; faults are thrown as sentences. */
export const ANSWERS: Answers = {
  book: (visitor) => visitor.report(),
  cells(visitor, { sheet: id, ...block }) {
    requireFewCells(block, LIMITS.view, 'shown');
    const sheet = visitor.workbook.sheet(id);
    return { revision: visitor.revision, ...showCells(visitor.workbook, sheet, block, visitor.painter(sheet)) };
  },
  cell: (visitor, ask) => ({ revision: visitor.revision, ...cellDetails(visitor.workbook, ask) }),
  charts: (visitor, { sheet }) => ({ charts: drawCharts(visitor.workbook, visitor.workbook.sheet(sheet)) }),
  enter: changing<Verbs['enter']['ask']>('enter', (workbook, { sheet, rows, ...at }) =>
    typeRows(workbook, workbook.sheet(sheet), at, rows),
  ),
  clear: changing<Verbs['clear']['ask']>('clear', (workbook, { sheet: id, blocks }) => {
    const sheet = workbook.sheet(id);
    for (const block of blocks) workbook.clear(sheet, inside(workbook, id, block));
  }),
  paste: changing<Verbs['paste']['ask']>('paste', (workbook, { from, to, how }) => {
    requireFewCells(from, LIMITS.block, 'pasted');
    requireFewCells(to, LIMITS.block, 'pasted');
    makeRoom(workbook, workbook.sheet(from.sheet), from);
    const paste = { copy: copyBlock, cut: moveBlock, values: copyValues }[how];
    const { top, left, bottom, right } = paste(workbook, from, to);
    const sheet = workbook.sheet(to.sheet);
    workbook.activeSheet = sheet;
    sheet.selection = [{ top, left, bottom, right }];
  }),
  format: changing<Verbs['format']['ask']>('format', (workbook, { sheet, blocks, change }) =>
    changeLooks(workbook, workbook.sheet(sheet), blocks, change),
  ),
  lines: changing<Verbs['lines']['ask']>('lines', changeLines),
  tab: changing<Verbs['tab']['ask']>('tab', changeTabs),
  select({ workbook }, { sheet: id, blocks }) {
    const sheet = workbook.sheet(id);
    if (sheet.hidden) throw new Refusal(409, `The sheet ${sheet.name} is hidden.`);
    sheet.selection = blocks.map((block) => inside(workbook, id, block));
    workbook.activeSheet = sheet;
    return {};
  },
  undo(visitor) {
    if (!visitor.history.undo()) throw new Refusal(409, 'There is nothing to undo.');
    return visitor.report();
  },
  redo(visitor) {
    if (!visitor.history.redo()) throw new Refusal(409, 'There is nothing to redo.');
    return visitor.report();
  },
  menu(visitor, { label }) {
    visitor.choose(label);
    return visitor.report();
  },
  run(visitor, call) {
    const outcome = visitor.run(call);
    return { ...visitor.report(), outcome };
  },
  close(visitor) {
    visitor.close();
    return visitor.report();
  },
  settings(visitor, { language, locale, timeZone }) {
    const { workbook } = visitor;
    if (locale !== undefined) requireLocale(locale);
    if (timeZone !== undefined && !isTimeZone(timeZone)) throw new Refusal(400, `There is no time zone ${timeZone}.`);
    visitor.change('settings', () => workbook.setRegion(locale ?? workbook.locale, timeZone ?? workbook.timeZone));
    if (language !== undefined) visitor.speak(language);
    return visitor.report();
  },
  reset(visitor) {
    visitor.replace(sampleWorkbook());
    return visitor.report();
  },
};

/** The part of a block that lies on a sheet; throws Refusal if none does. */
function inside(workbook: Workbook, sheet: number, { top, left, bottom, right }: Block): Block {
  const { rows, columns } = workbook.size(sheet);
  if (top >= rows || left >= columns) throw new Refusal(400, 'Those cells are outside the sheet.');
  return { top, left, bottom: Math.min(bottom, rows - 1), right: Math.min(right, columns - 1) };
}

function requireLocale(locale: string): void {
  try {
    if (!/^[a-z]{2,3}_[A-Z]{2}$/.test(locale)) throw new RangeError(locale);
    localeRules(locale);
  } catch {
    throw new Refusal(400, `${locale} is no locale such as pl_PL.`);
  }
}
