import type { CellEdit } from '../../src/data/fix';
import { applyEdits } from '../../src/sheets/edit';
import { openServices } from '../support/services';

const day = { value: { date: '2025-12-31', time: 0 }, numberFormat: 'yyyy-mm-dd' };

/** A cell of this format after an edit: its value as Google hands it over, and its format. */
function edited(format: string, before: string | number, edit: Pick<CellEdit, 'value' | 'numberFormat'>) {
  const { spreadsheet } = openServices();
  const cell = spreadsheet.getRange('Data!B3').setNumberFormat(format).setValue(before);
  expect(applyEdits(spreadsheet, [{ tab: 'Data', row: 3, column: 2, ...edit }])).toBe(1);
  return { value: cell.getValue(), format: cell.getNumberFormat() };
}

describe('an edited cell', () => {
  test.each([
    ['0', 'yyyy-mm-dd'],
    ['#,##0.00 "days"', 'yyyy-mm-dd'],
    ['[$zł-415] 0', 'yyyy-mm-dd'],
    ['@', 'yyyy-mm-dd'],
    ['General', 'yyyy-mm-dd'],
    ['h:mm', 'yyyy-mm-dd'],
    ['dd.mm.yyyy', 'dd.mm.yyyy'],
    ['mmmm', 'mmmm'],
    ['d mmm yyyy hh:mm', 'd mmm yyyy hh:mm'],
  ])('of format %s that becomes a date has format %s, and holds a date', (before, after) => {
    const { value, format } = edited(before, '31 gru 2025', day);
    expect(Object.prototype.toString.call(value)).toBe('[object Date]');
    expect(format).toBe(after);
  });

  test.each([
    ['@', 'General'],
    ['yyyy-mm-dd', 'General'],
    ['[h]:mm', 'General'],
    ['0.00" h"', '0.00" h"'],
    ['#,##0 [$zł-415]', '#,##0 [$zł-415]'],
    ['[Red]0', '[Red]0'],
  ])('of format %s that becomes a number has format %s, and holds a number', (before, after) => {
    expect(edited(before, '12,5 zł', { value: 12.5, numberFormat: 'General' })).toEqual({ value: 12.5, format: after });
  });

  test.each(['00123', '1/2', '2025-12-31', 'true', '12', '1 maj'])('keeps the text %s text', (text) => {
    expect(edited('General', `${text} `, { value: text }).value).toBe(text);
  });

  test.each(['=1+1', '+48 22 123', '-5 %', '@team'])('keeps the text %s text, and no formula', (text) => {
    expect(edited('@', 'x', { value: text }).value).toBe(text);
    expect(edited('General', 'x', { value: text }).value).toBe(text);
  });

  test('of a label keeps its format, and one that is emptied is empty', () => {
    expect(edited('0.00', 'won ', { value: 'Won' })).toEqual({ value: 'Won', format: '0.00' });
    expect(edited('0.00', 5, { value: null })).toEqual({ value: '', format: '0.00' });
  });
});
