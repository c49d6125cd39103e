import { columnLetters } from '../../workbook/address';
import type { MenuEntry } from '../protocol';
import { activeLook, download, format, redo, runMenu, startAgain, toggleFormat, undo } from './commands';
import { clipboardItems, keysOf, lineItems } from './context-menu';
import type { Desk } from './desk';
import type { MenuItem } from './menu-item';
import { fill, LANGUAGES } from './text';

const LINE: MenuItem = { line: true };

/** Locales of spreadsheets that can be tried, in their own language. */
const LOCALES = {
  en_US: 'United States',
  en_GB: 'United Kingdom',
  pl_PL: 'Polska',
  ru_RU: 'Россия',
  de_DE: 'Deutschland',
};

/** Number formats that the menu offers; dates are written as the language does. */
const FORMATS = { number: '#,##0.00', percent: '0.00%', date: 'yyyy-mm-dd' } as const;

/** A menu of the menu bar. */
export interface BarMenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** The menus of the menu bar as they stand now. */
export function barMenus(desk: Desk): BarMenu[] {
  const { words, book } = desk.session;
  return [
    {
      label: words.file,
      items: [
        { label: words.open, keys: keysOf('O'), run: () => desk.openFiles() },
        { label: words.download, keys: keysOf('S'), run: () => void download(desk) },
        LINE,
        { label: words.startAgain, run: () => void startAgain(desk) },
      ],
    },
    { label: words.edit, items: [...historyItems(desk), LINE, ...clipboardItems(desk)] },
    { label: words.view, items: viewItems(desk) },
    { label: words.insert, items: [...lineItems(desk, 'rows'), LINE, ...lineItems(desk, 'columns')] },
    { label: words.format, items: formatItems(desk) },
    {
      label: words.extensions,
      items: book.menus.map(({ label, items }) => ({ label, items: scriptItems(desk, items) })),
    },
  ];
}

function historyItems({ session }: Desk): MenuItem[] {
  const { words, book } = session;
  return [
    {
      label: words.undo,
      keys: keysOf('Z'),
      disabled: book.undo === null,
      run: () => void undo(session),
    },
    {
      label: words.redo,
      keys: keysOf('Y'),
      disabled: book.redo === null,
      run: () => void redo(session),
    },
  ];
}

function viewItems({ session }: Desk): MenuItem[] {
  const { words, book, sheet, selection } = session;
  const { row, column } = selection.active;
  const freeze = (axis: 'rows' | 'columns', count: number) => () =>
    void session.change('lines', { sheet: sheet.id, axis, kind: 'freeze', count });
  return [
    {
      label: words.freeze,
      items: [
        { label: words.noRows, run: freeze('rows', 0) },
        { label: fill(words.rowsUpTo, { row: row + 1 }), run: freeze('rows', row + 1) },
        LINE,
        { label: words.noColumns, run: freeze('columns', 0) },
        { label: fill(words.columnsUpTo, { column: columnLetters(column) }), run: freeze('columns', column + 1) },
      ],
    },
    {
      label: words.language,
      items: Object.entries(LANGUAGES).map(([language, label]) => ({
        label,
        checked: book.language === language,
        run: () => void session.change('settings', { language: language as keyof typeof LANGUAGES }),
      })),
    },
    {
      label: words.locale,
      items: Object.entries(LOCALES).map(([locale, label]) => ({
        label,
        checked: book.locale === locale,
        run: () => void session.change('settings', { locale }),
      })),
    },
  ];
}

function formatItems(desk: Desk): MenuItem[] {
  const { words } = desk.session;
  const look = activeLook(desk.session);
  const numbers = (label: string, numberFormat: string | null): MenuItem => ({
    label,
    run: () => void format(desk, { numberFormat }),
  });
  const align = (label: string, horizontal: 'left' | 'center' | 'right'): MenuItem => ({
    label,
    checked: look?.horizontal === horizontal,
    run: () => void format(desk, { horizontal }),
  });
  return [
    {
      label: words.number,
      items: [
        numbers(words.automatic, null),
        numbers(words.plainText, '@'),
        LINE,
        numbers(words.number, FORMATS.number),
        numbers(words.percent, FORMATS.percent),
        numbers(words.date, FORMATS.date),
      ],
    },
    LINE,
    { label: words.bold, keys: keysOf('B'), checked: look?.bold === true, run: () => void toggleFormat(desk, 'bold') },
    {
      label: words.italic,
      keys: keysOf('I'),
      checked: look?.italic === true,
      run: () => void toggleFormat(desk, 'italic'),
    },
    {
      label: words.strikethrough,
      checked: look?.strikethrough === true,
      run: () => void toggleFormat(desk, 'strikethrough'),
    },
    LINE,
    align(words.left, 'left'),
    align(words.center, 'center'),
    align(words.right, 'right'),
    {
      label: words.wrap,
      checked: look?.wrap === 'WRAP',
      run: () => void format(desk, { wrap: look?.wrap === 'WRAP' ? null : 'WRAP' }),
    },
  ];
}

function scriptItems(desk: Desk, entries: readonly MenuEntry[]): MenuItem[] {
  return entries.map((entry) => {
    if ('separator' in entry) return LINE;
    if ('items' in entry) return { label: entry.label, items: scriptItems(desk, entry.items) };
    return { label: entry.label, run: () => void runMenu(desk, entry.label) };
  });
}
