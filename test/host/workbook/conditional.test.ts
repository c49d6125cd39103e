import { createPainter } from '../../../host/workbook/conditional';
import type { ConditionalRule, ConditionValue, Scalar } from '../../../host/workbook/types';
import { createWorkbook } from '../../../host/workbook/workbook';

const STYLE = { background: '#ff0000' };
const DAY = 45_658;

/** A workbook with values in column A, and the cells of it that rules of column A paint. */
function painted(values: readonly Scalar[], ...rules: Omit<ConditionalRule, 'ranges'>[]) {
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Etc/UTC', sheets: ['Data'] });
  const sheet = workbook.sheet('Data');
  workbook.write(
    sheet,
    0,
    0,
    values.map((value) => [{ value }]),
  );
  const ranges = [{ sheet: sheet.id, top: 0, left: 0, bottom: values.length - 1, right: 0 }];
  sheet.conditionalRules = rules.map((rule) => ({ ranges, ...rule }));
  const paint = createPainter(workbook, sheet);
  return values.map((_, row) => paint(row, 0));
}

test.each<[string, ConditionValue[], readonly Scalar[], number[]]>([
  ['NUMBER_GREATER_THAN', [5], [4, 5, 6, '6', null, true], [2]],
  ['NUMBER_GREATER_THAN_OR_EQUAL_TO', [5], [4, 5, 6], [1, 2]],
  ['NUMBER_LESS_THAN', [5], [4, 5, null, 'x'], [0]],
  ['NUMBER_LESS_THAN_OR_EQUAL_TO', [5], [4, 5, 6], [0, 1]],
  ['NUMBER_EQUAL_TO', [5], [5, '5', 5.1], [0]],
  ['NUMBER_NOT_EQUAL_TO', [5], [5, 6], [1]],
  ['NUMBER_BETWEEN', [2, 4], [1, 2, 4, 5], [1, 2]],
  ['NUMBER_NOT_BETWEEN', [2, 4], [1, 2, 4, 5], [0, 3]],
  ['NUMBER_GREATER_THAN', ['=A$1'], [4, 5, 3], [1]],
  ['NUMBER_EQUAL_TO', [{ sheet: 0, top: 0, left: 0, bottom: 0, right: 0 }], [4, 4, 3], [0, 1]],
  ['DATE_EQUAL_TO', [DAY], [DAY, DAY + 0.5, DAY + 1], [0, 1]],
  ['DATE_AFTER', [DAY], [DAY + 0.5, DAY + 1], [1]],
  ['DATE_BEFORE', [DAY], [DAY - 0.5, DAY], [0]],
  ['TEXT_CONTAINS', ['on'], ['Won', 'WON', 'lost', 5], [0, 1]],
  ['TEXT_DOES_NOT_CONTAIN', ['on'], ['Won', 'lost'], [1]],
  ['TEXT_STARTS_WITH', ['w'], ['Won', 'owing'], [0]],
  ['TEXT_ENDS_WITH', ['N'], ['Won', 'not'], [0]],
  ['TEXT_EQUAL_TO', ['won'], ['Won', 'Won '], [0]],
  ['CELL_EMPTY', [], [null, '', 0, 'x'], [0, 1]],
  ['CELL_NOT_EMPTY', [], [null, '', 0, 'x'], [2, 3]],
  ['CUSTOM_FORMULA', ['=A1>A$1'], [4, 5, 3, 9], [1, 3]],
  ['CUSTOM_FORMULA', ['=ISEVEN(ROW())'], [1, 1, 1, 1], []],
  ['CUSTOM_FORMULA', ['=MOD(ROW();2)=0'], [1, 1, 1, 1], [1, 3]],
  ['CUSTOM_FORMULA', ['=nonsense('], [1], []],
  ['CUSTOM_FORMULA', ['=1/0'], [1], []],
])('%s %j paints the cells that meet it', (criteria, values, cells, expected) => {
  const styles = painted(cells, { condition: { criteria, values }, style: STYLE });
  expect(styles.flatMap((style, row) => (style ? [row] : []))).toEqual(expected);
});

test('of two rules that apply the first one counts', () => {
  const first = { condition: { criteria: 'NUMBER_GREATER_THAN', values: [5] }, style: { bold: true } };
  const second = { condition: { criteria: 'CELL_NOT_EMPTY', values: [] }, style: STYLE };
  expect(painted([1, 9], first, second)).toEqual([STYLE, { bold: true }]);
});

test('a colour scale runs from the lowest to the highest number', () => {
  const gradient = { min: { color: '#ffffff', type: 'MIN' }, max: { color: '#000000', type: 'MAX' } } as const;
  const backgrounds = painted([0, 5, 10, 'x', null], { gradient }).map((style) => style?.background);
  expect(backgrounds).toEqual(['#ffffff', '#808080', '#000000', undefined, undefined]);
});

test('a colour scale with a middle and fixed points stays within them', () => {
  const point = (color: string, value: string) => ({ color, type: 'NUMBER', value }) as const;
  const gradient = { min: point('#ff0000', '0'), mid: point('#ffffff', '10'), max: point('#0000ff', '20') };
  const backgrounds = painted([-5, 0, 5, 10, 20, 99], { gradient }).map((style) => style?.background);
  expect(backgrounds).toEqual(['#ff0000', '#ff0000', '#ff8080', '#ffffff', '#0000ff', '#0000ff']);
});

test('a formula of a rule leaves no trace in the calculation', () => {
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Etc/UTC', sheets: ['Data'] });
  workbook.type('Data', 'A1', '1');
  const at = { sheet: workbook.sheet('Data').id, row: 1, column: 1 };
  expect(workbook.evaluate('=A1+1', at, { rows: 0, columns: 0 })).toBe(2);
  workbook.type('Data', 'A1', '5');
  expect(workbook.evaluate('=A1+1', at, { rows: 0, columns: 0 })).toBe(6);
  expect(workbook.evaluate('=A1+1', at, { rows: 1, columns: 0 })).toBe(1);
  expect(workbook.value('Data', 'B2')).toBeNull();
});
