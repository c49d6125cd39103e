import type { EChartsOption } from 'echarts';
import { option } from '../files/xlsx-chart';
import type { Chart } from '../workbook/types';

/** Google's own size, and what is still a picture. */
const SIZE = { width: 600, height: 371, least: 40, most: 4000 };

/** Width and height of a chart's picture in pixels. */
export function sizeOf(chart: Chart): { width: number; height: number } {
  const side = (name: 'width' | 'height') => {
    const asked = Number(option(chart, name) ?? SIZE[name]);
    return Number.isFinite(asked) ? Math.min(SIZE.most, Math.max(SIZE.least, Math.round(asked))) : SIZE[name];
  };
  return { width: side('width'), height: side('height') };
}

/** Google's colours, in its order. */
const COLORS = ['#3366cc', '#dc3912', '#ff9900', '#109618', '#990099', '#0099c6', '#dd4477', '#66aa00'];
export const FONT = 'Roboto, Arial, sans-serif';
export const INK = '#444444';
export const LINE = '#cccccc';

/** Everything around the plot: ground, title, and a legend with these names. */
export function frameOf(chart: Chart, names: readonly string[]): EChartsOption {
  const title = String(option(chart, 'title') ?? '');
  const style = textStyle(chart, 'titleTextStyle');
  const place = legendPlace(chart);
  const isAside = place === 'right' || place === 'left';
  return {
    animation: false,
    backgroundColor: String(option(chart, 'backgroundColor') ?? '#ffffff'),
    color: COLORS,
    textStyle: { fontFamily: FONT },
    ...(title && {
      title: {
        text: title,
        left: 12,
        top: 10,
        textStyle: { fontSize: 16, fontWeight: 'normal', color: '#757575', ...style },
      },
    }),
    legend: {
      show: place !== 'none' && names.length > 0,
      data: [...names],
      type: 'plain',
      orient: isAside ? 'vertical' : 'horizontal',
      ...(place === 'bottom' ? { bottom: 8 } : { top: isAside ? 'middle' : title ? 36 : 10 }),
      ...(isAside ? { [place]: 10 } : { left: 'center' }),
      itemWidth: 14,
      textStyle: { color: INK, ...textStyle(chart, 'legend.textStyle') },
    },
  };
}

/** On which side the legend stands, or "none". */
export function legendPlace(chart: Chart): string {
  const place = String(option(chart, 'legend.position') ?? option(chart, 'legend') ?? 'right').toLowerCase();
  return ['none', 'top', 'bottom', 'left'].includes(place) ? place : 'right';
}

/** A style of texts in the words of the drawing library. */
export function textStyle(chart: Chart, name: string): Record<string, unknown> {
  const of = (key: string) => option(chart, `${name}.${key}`);
  const [color, size, font, bold, italic] = ['color', 'fontSize', 'fontName', 'bold', 'italic'].map(of);
  return {
    ...(typeof color === 'string' && { color }),
    ...(typeof size === 'number' && { fontSize: size }),
    ...(typeof font === 'string' && { fontFamily: font }),
    ...(bold !== undefined && { fontWeight: bold ? 'bold' : 'normal' }),
    ...(italic === true && { fontStyle: 'italic' }),
  };
}

/** Room for title and legend; labels of axes make their own. */
export function gridOf(chart: Chart): object {
  const place = legendPlace(chart);
  const title = option(chart, 'title') ? 40 : 12;
  return {
    top: title + (place === 'top' ? 30 : 8),
    bottom: (place === 'bottom' ? 34 : 8) + (option(chart, 'hAxis.title') ? 22 : 4),
    left: (place === 'left' ? 120 : 12) + (option(chart, 'vAxis.title') ? 22 : 0),
    right: place === 'right' && needsLegend(chart) ? 130 : 20,
    outerBoundsMode: 'same',
    outerBoundsContain: 'axisLabel',
  };
}

const needsLegend = (chart: Chart) => option(chart, 'legend.position') !== 'none';
