import type { Chart } from '../workbook/types';
import { hexColor } from './color';
import { ENUMS, type EnumValue, enumValue } from './enumeration';
import type { Execution } from './execution';
import { defineInterface, GoogleError, type Interface, notEmulated, Service } from './interface';
import type { Range } from './range';

type ChartDraft = Omit<Chart, 'id'> & { readonly id?: number };

const EMPTY: ChartDraft = {
  type: 'COLUMN',
  ranges: [],
  anchor: { row: 0, column: 0, x: 0, y: 0 },
  headers: 0,
  transposed: false,
  mergeStrategy: 'MERGE_COLUMNS',
  hiddenStrategy: 'IGNORE_BOTH',
  options: {},
};

const EMBEDDED = defineInterface<EmbeddedChart>('SpreadsheetApp', 'EmbeddedChart', {
  getChartId: [''],
  getContainerInfo: [''],
  getHiddenDimensionStrategy: [''],
  getMergeStrategy: [''],
  getNumHeaders: [''],
  getOptions: [''],
  getRanges: [''],
  getTransposeRowsAndColumns: [''],
  modify: [''],
});

/** A chart, in a sheet or ready to be put into one. */
export class EmbeddedChart extends Service {
  readonly face = EMBEDDED;

  constructor(
    private readonly execution: Execution,
    readonly chart: ChartDraft,
  ) {
    super();
  }

  getChartId(): number | null {
    return this.chart.id ?? null;
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.chart.anchor);
  }

  getHiddenDimensionStrategy(): EnumValue {
    return enumValue('ChartHiddenDimensionStrategy', this.chart.hiddenStrategy);
  }

  getMergeStrategy(): EnumValue {
    return enumValue('ChartMergeStrategy', this.chart.mergeStrategy);
  }

  getNumHeaders(): number {
    return this.chart.headers;
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.chart.options);
  }

  getRanges(): Range[] {
    const { workbook, objects } = this.execution;
    return this.chart.ranges.map((area) => objects.range(workbook.sheet(area.sheet), area));
  }

  getTransposeRowsAndColumns(): boolean {
    return this.chart.transposed;
  }

  modify(): ChartBuilder {
    return new ChartBuilder(this.execution, this.chart);
  }
}

const OPTIONS = defineInterface<ChartOptions>('Charts', 'ChartOptions', { get: ['str'] }, { local: true });

/** The options of a chart as it was built. */
class ChartOptions extends Service {
  readonly face = OPTIONS;

  constructor(private readonly options: Chart['options']) {
    super();
  }

  get(option: string): unknown {
    return this.options[option] ?? null;
  }
}

const CONTAINER = defineInterface<ContainerInfo>(
  'SpreadsheetApp',
  'ContainerInfo',
  { getAnchorColumn: [''], getAnchorRow: [''], getOffsetX: [''], getOffsetY: [''] },
  { local: true },
);

/** Where a chart lies. */
class ContainerInfo extends Service {
  readonly face = CONTAINER;

  constructor(private readonly anchor: Chart['anchor']) {
    super();
  }

  getAnchorColumn(): number {
    return this.anchor.column + 1;
  }

  getAnchorRow(): number {
    return this.anchor.row + 1;
  }

  getOffsetX(): number {
    return this.anchor.x;
  }

  getOffsetY(): number {
    return this.anchor.y;
  }
}

const COMMON = {
  addRange: ['Range'],
  asAreaChart: [''],
  asBarChart: [''],
  asColumnChart: [''],
  asComboChart: [''],
  asLineChart: [''],
  asPieChart: [''],
  asScatterChart: [''],
  build: [''],
  clearRanges: [''],
  getChartType: [''],
  getContainer: [''],
  getRanges: [''],
  removeRange: ['Range'],
  setChartType: ['ChartType'],
  setHiddenDimensionStrategy: ['ChartHiddenDimensionStrategy'],
  setMergeStrategy: ['ChartMergeStrategy'],
  setNumHeaders: ['int'],
  setOption: ['str,any'],
  setPosition: ['int,int,int,int'],
  setTransposeRowsAndColumns: ['bool'],
} as const;

const LOOKS = {
  setBackgroundColor: ['str'],
  setColors: ['str[]'],
  setLegendPosition: ['Position'],
  setLegendTextStyle: ['TextStyle'],
  setTitle: ['str'],
  setTitleTextStyle: ['TextStyle'],
} as const;

const AXES = {
  setXAxisTextStyle: ['TextStyle'],
  setXAxisTitle: ['str'],
  setXAxisTitleTextStyle: ['TextStyle'],
  setYAxisTextStyle: ['TextStyle'],
  setYAxisTitle: ['str'],
  setYAxisTitleTextStyle: ['TextStyle'],
} as const;

const STACKS = { reverseCategories: [''], setRange: ['num,num'], setStacked: [''], useLogScale: [''] } as const;

function builderOf(name: string, methods: Parameters<typeof defineInterface<ChartBuilder>>[2]): Interface {
  return defineInterface<ChartBuilder>('SpreadsheetApp', name, methods, { local: true });
}

/** The builder's interface: which methods there are depends on the kind of chart chosen. */
const BUILDERS = {
  PLAIN: builderOf('EmbeddedChartBuilder', COMMON),
  AREA: builderOf('EmbeddedAreaChartBuilder', { ...COMMON, ...LOOKS, ...AXES, ...STACKS }),
  BAR: builderOf('EmbeddedBarChartBuilder', { ...COMMON, ...LOOKS, ...AXES, ...STACKS, reverseDirection: [''] }),
  COLUMN: builderOf('EmbeddedColumnChartBuilder', { ...COMMON, ...LOOKS, ...AXES, ...STACKS }),
  COMBO: builderOf('EmbeddedComboChartBuilder', { ...COMMON, ...LOOKS, ...AXES, ...STACKS }),
  LINE: builderOf('EmbeddedLineChartBuilder', {
    ...COMMON,
    ...LOOKS,
    ...AXES,
    reverseCategories: [''],
    setCurveStyle: ['CurveStyle'],
    setPointStyle: ['PointStyle'],
    setRange: ['num,num'],
    useLogScale: [''],
  }),
  PIE: builderOf('EmbeddedPieChartBuilder', { ...COMMON, ...LOOKS, reverseCategories: [''], set3D: [''] }),
  SCATTER: builderOf('EmbeddedScatterChartBuilder', { ...COMMON, ...LOOKS, ...AXES, setPointStyle: ['PointStyle'] }),
};

/** A chart while it is being made. Each as…Chart() gives a builder that knows the methods of that kind. */
export class ChartBuilder extends Service {
  readonly face: Interface;

  constructor(
    private readonly execution: Execution,
    private draft: ChartDraft = EMPTY,
    kind: keyof typeof BUILDERS = 'PLAIN',
  ) {
    super();
    this.face = BUILDERS[kind];
  }

  build(): EmbeddedChart {
    return new EmbeddedChart(this.execution, this.draft);
  }

  asAreaChart(): ChartBuilder {
    return this.#as('AREA');
  }

  asBarChart(): ChartBuilder {
    return this.#as('BAR');
  }

  asColumnChart(): ChartBuilder {
    return this.#as('COLUMN');
  }

  asComboChart(): ChartBuilder {
    return this.#as('COMBO');
  }

  asLineChart(): ChartBuilder {
    return this.#as('LINE');
  }

  asPieChart(): ChartBuilder {
    return this.#as('PIE');
  }

  asScatterChart(): ChartBuilder {
    return this.#as('SCATTER');
  }

  addRange(range: Range): this {
    return this.#with({ ranges: [...this.draft.ranges, range.area] });
  }

  clearRanges(): this {
    return this.#with({ ranges: [] });
  }

  removeRange(range: Range): this {
    const removed = JSON.stringify(range.area);
    return this.#with({ ranges: this.draft.ranges.filter((area) => JSON.stringify(area) !== removed) });
  }

  getRanges(): Range[] {
    return this.build().getRanges();
  }

  getContainer(): ContainerInfo {
    return this.build().getContainerInfo();
  }

  getChartType(): EnumValue {
    return enumValue('ChartType', this.draft.type);
  }

  setChartType(type: EnumValue): this {
    return this.#with({ type: type.label });
  }

  setHiddenDimensionStrategy(strategy: EnumValue): this {
    return this.#with({ hiddenStrategy: strategy.label });
  }

  setMergeStrategy(strategy: EnumValue): this {
    return this.#with({ mergeStrategy: strategy.label });
  }

  setNumHeaders(headers: number): this {
    return this.#with({ headers });
  }

  setTransposeRowsAndColumns(transposed: boolean): this {
    return this.#with({ transposed });
  }

  setPosition(row: number, column: number, x: number, y: number): this {
    if (row < 1 || column < 1) throw new GoogleError('The position of the chart is outside the sheet.');
    return this.#with({ anchor: { row: row - 1, column: column - 1, x, y } });
  }

  setOption(name: string, value: unknown): this {
    if (value instanceof Service) throw notEmulated(`setOption of ${name} with ${value.face.name}`);
    return this.#with({ options: { ...this.draft.options, [name]: value } });
  }

  setTitle(title: string): this {
    return this.setOption('title', title);
  }

  setTitleTextStyle(style: ChartTextStyle): this {
    return this.setOption('titleTextStyle', style.style);
  }

  setBackgroundColor(color: string): this {
    return this.setOption('backgroundColor', hexColor(color));
  }

  setColors(colors: string[]): this {
    return this.setOption('colors', colors.map(hexColor));
  }

  setLegendPosition(position: EnumValue): this {
    return this.setOption('legend.position', position.label.toLowerCase());
  }

  setLegendTextStyle(style: ChartTextStyle): this {
    return this.setOption('legend.textStyle', style.style);
  }

  setStacked(): this {
    return this.setOption('isStacked', true);
  }

  /** The value axis of a bar chart lies below, of all others on the left. */
  setRange(start: number, end: number): this {
    const axis = this.draft.type === 'BAR' ? 'hAxis' : 'vAxis';
    return this.setOption(`${axis}.viewWindow`, { min: start, max: end });
  }

  useLogScale(): this {
    return this.setOption(this.draft.type === 'BAR' ? 'hAxis.logScale' : 'vAxis.logScale', true);
  }

  reverseCategories(): this {
    return this.setOption('reverseCategories', true);
  }

  reverseDirection(): this {
    return this.setOption('hAxis.direction', -1);
  }

  set3D(): this {
    return this.setOption('is3D', true);
  }

  setCurveStyle(style: EnumValue): this {
    return this.setOption('curveType', style.label === 'SMOOTH' ? 'function' : 'none');
  }

  setPointStyle(style: EnumValue): this {
    const sizes: Record<string, number> = { NONE: 0, TINY: 2, MEDIUM: 7, LARGE: 10, HUGE: 14 };
    return this.setOption('pointSize', sizes[style.label]);
  }

  setXAxisTitle(title: string): this {
    return this.setOption('hAxis.title', title);
  }

  setXAxisTextStyle(style: ChartTextStyle): this {
    return this.setOption('hAxis.textStyle', style.style);
  }

  setXAxisTitleTextStyle(style: ChartTextStyle): this {
    return this.setOption('hAxis.titleTextStyle', style.style);
  }

  setYAxisTitle(title: string): this {
    return this.setOption('vAxis.title', title);
  }

  setYAxisTextStyle(style: ChartTextStyle): this {
    return this.setOption('vAxis.textStyle', style.style);
  }

  setYAxisTitleTextStyle(style: ChartTextStyle): this {
    return this.setOption('vAxis.titleTextStyle', style.style);
  }

  #as(type: Exclude<keyof typeof BUILDERS, 'PLAIN'>): ChartBuilder {
    return new ChartBuilder(this.execution, { ...this.draft, type }, type);
  }

  #with(change: Partial<ChartDraft>): this {
    this.draft = { ...this.draft, ...change };
    return this;
  }
}

const TEXT_STYLE = defineInterface<ChartTextStyle>(
  'Charts',
  'TextStyle',
  { getColor: [''], getFontName: [''], getFontSize: [''] },
  { local: true },
);

/** How texts of a chart are set, in the words of its options. */
class ChartTextStyle extends Service {
  readonly face = TEXT_STYLE;

  constructor(readonly style: { readonly color?: string; readonly fontName?: string; readonly fontSize?: number }) {
    super();
  }

  getColor(): string | null {
    return this.style.color ?? null;
  }

  getFontName(): string | null {
    return this.style.fontName ?? null;
  }

  getFontSize(): number | null {
    return this.style.fontSize ?? null;
  }
}

const TEXT_STYLE_BUILDER = defineInterface<ChartTextStyleBuilder>(
  'Charts',
  'TextStyleBuilder',
  { build: [''], setColor: ['str'], setFontName: ['str'], setFontSize: ['num'] },
  { local: true },
);

/** Such a style while it is being made. */
class ChartTextStyleBuilder extends Service {
  readonly face = TEXT_STYLE_BUILDER;
  #style: ChartTextStyle['style'] = {};

  build(): ChartTextStyle {
    return new ChartTextStyle(this.#style);
  }

  setColor(color: string): this {
    this.#style = { ...this.#style, color: hexColor(color) };
    return this;
  }

  setFontName(fontName: string): this {
    this.#style = { ...this.#style, fontName };
    return this;
  }

  setFontSize(fontSize: number): this {
    this.#style = { ...this.#style, fontSize };
    return this;
  }
}

const { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType, CurveStyle, PointStyle, Position } = ENUMS;
const CHARTS = defineInterface<Charts>(
  'Charts',
  'Charts',
  { newTextStyle: [''] },
  {
    enums: { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType, CurveStyle, PointStyle, Position },
    local: true,
  },
);

/** Charts: enums and text styles of charts. */
export class Charts extends Service {
  readonly face = CHARTS;

  newTextStyle(): ChartTextStyleBuilder {
    return new ChartTextStyleBuilder();
  }
}
