import { option } from '../files/xlsx-chart';
import { displayText } from '../workbook/display';
import type { Chart } from '../workbook/types';
import type { Series } from './chart-data';
import { INK, LINE, sizeOf, textStyle } from './chart-frame';

/** Width of a letter of an axis on average, in pixels. */
const LETTER = 6.2;

/** An axis with a name for every category; `axis` is hAxis below and vAxis at the side. */
export function categoryAxis(chart: Chart, axis: string, categories: readonly string[]): object {
  const isUpright = axis === 'hAxis';
  const longest = categories.reduce((most, { length }) => Math.max(most, length), 0);
  const room = (sizeOf(chart).width - 120) / Math.max(1, categories.length);
  const isSlanted = isUpright && categories.length <= 40 && longest * LETTER > room;
  const isFloating = option(chart, `${isUpright ? 'vAxis' : 'hAxis'}.gridlines.count`) === 0;
  const isReversed = option(chart, 'reverseCategories') === true;
  return {
    type: 'category',
    data: [...categories],
    // Lying bars are listed from the top down.
    inverse: isUpright === isReversed,
    ...axisTitle(chart, axis),
    axisTick: { show: false },
    // Where bars stand on invisible ones, the line would only show between them.
    axisLine: { show: !isFloating, lineStyle: { color: LINE } },
    axisLabel: {
      show: option(chart, `${axis}.textPosition`) !== 'none',
      color: INK,
      hideOverlap: true,
      ...(isSlanted && { rotate: 40, interval: 0 }),
      ...(!isUpright && { width: 180, overflow: 'truncate', interval: categories.length <= 60 ? 0 : 'auto' }),
      ...textStyle(chart, `${axis}.textStyle`),
    },
  };
}

function axisTitle(chart: Chart, axis: string): object {
  const title = option(chart, `${axis}.title`);
  if (typeof title !== 'string' || title === '') return {};
  return {
    name: title,
    nameLocation: 'middle',
    nameTextStyle: { color: INK, fontStyle: 'italic', ...textStyle(chart, `${axis}.titleTextStyle`) },
  };
}

/** An axis of numbers, written like those of a series unless the chart says how. */
export function valueAxis(
  chart: Chart,
  axis: string,
  like: Pick<Series, 'numberFormat' | 'values'> | undefined,
  locale: string,
): object {
  const of = (key: string) => option(chart, `${axis}.${key}`);
  const bound = (key: 'min' | 'max') => {
    const value = of(`viewWindow.${key}`) ?? of(`${key}Value`);
    return typeof value === 'number' && { [key]: value };
  };
  const isWhole = like?.values.every((value) => value === null || Number.isInteger(value)) ?? false;
  const asked = of('format');
  const named: Readonly<Record<string, string>> = { percent: '0%', decimal: '#,##0.###', none: 'General' };
  const format = typeof asked === 'string' ? (named[asked] ?? asked) : (like?.numberFormat ?? 'General');
  return {
    type: of('logScale') === true ? 'log' : 'value',
    inverse: of('direction') === -1,
    ...axisTitle(chart, axis),
    ...bound('min'),
    ...bound('max'),
    ...(isWhole && { minInterval: 1 }),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: of('gridlines.count') !== 0, lineStyle: { color: '#e6e6e6' } },
    axisLabel: {
      show: of('textPosition') !== 'none',
      color: INK,
      hideOverlap: true,
      formatter: (value: number) => displayText(Number(value.toPrecision(12)), format, locale),
      ...textStyle(chart, `${axis}.textStyle`),
    },
  };
}
