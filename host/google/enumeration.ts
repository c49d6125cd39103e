/** A value of one of Google's enums: compared by identity, prints its name. */
export class EnumValue {
  constructor(
    readonly enumeration: string,
    readonly label: string,
    readonly position: number,
  ) {}

  name(): string {
    return this.label;
  }

  ordinal(): number {
    return this.position;
  }

  compareTo(other: EnumValue): number {
    return this.position - other.position;
  }

  toString(): string {
    return this.label;
  }

  toJSON(): string {
    return this.label;
  }
}

/** The values of one enum by name. */
export type Enumeration = Readonly<Record<string, EnumValue>>;

function enumeration(name: string, labels: string): Enumeration {
  const values = labels.split(' ').map((label, position) => [label, new EnumValue(name, label, position)] as const);
  return Object.freeze(Object.fromEntries(values));
}

/** Every enum that the host knows, by name. */
export const ENUMS = {
  AuthMode: enumeration('AuthMode', 'NONE CUSTOM_FUNCTION LIMITED FULL'),
  BooleanCriteria: enumeration(
    'BooleanCriteria',
    'CELL_EMPTY CELL_NOT_EMPTY DATE_AFTER DATE_BEFORE DATE_EQUAL_TO DATE_AFTER_RELATIVE DATE_BEFORE_RELATIVE ' +
      'DATE_EQUAL_TO_RELATIVE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO ' +
      'NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS ' +
      'TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_STARTS_WITH TEXT_ENDS_WITH CUSTOM_FORMULA',
  ),
  BorderStyle: enumeration('BorderStyle', 'DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE'),
  Button: enumeration('Button', 'CLOSE OK CANCEL YES NO'),
  ButtonSet: enumeration('ButtonSet', 'OK OK_CANCEL YES_NO YES_NO_CANCEL'),
  ChartHiddenDimensionStrategy: enumeration(
    'ChartHiddenDimensionStrategy',
    'IGNORE_BOTH IGNORE_ROWS IGNORE_COLUMNS SHOW_BOTH',
  ),
  ChartMergeStrategy: enumeration('ChartMergeStrategy', 'MERGE_COLUMNS MERGE_ROWS'),
  ChartType: enumeration(
    'ChartType',
    'TIMELINE AREA BAR BUBBLE CANDLESTICK COLUMN COMBO GAUGE GEO HISTOGRAM RADAR LINE ORG PIE SCATTER SPARKLINE ' +
      'STEPPED_AREA TABLE TREEMAP WATERFALL',
  ),
  CopyPasteType: enumeration(
    'CopyPasteType',
    'PASTE_NORMAL PASTE_NO_BORDERS PASTE_FORMAT PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_VALUES ' +
      'PASTE_CONDITIONAL_FORMATTING PASTE_COLUMN_WIDTHS',
  ),
  CurveStyle: enumeration('CurveStyle', 'NORMAL SMOOTH'),
  DataValidationCriteria: enumeration(
    'DataValidationCriteria',
    'DATE_AFTER DATE_BEFORE DATE_BETWEEN DATE_EQUAL_TO DATE_IS_VALID_DATE DATE_NOT_BETWEEN DATE_ON_OR_AFTER ' +
      'DATE_ON_OR_BEFORE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO ' +
      'NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS ' +
      'TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_IS_VALID_EMAIL TEXT_IS_VALID_URL VALUE_IN_LIST VALUE_IN_RANGE ' +
      'CUSTOM_FORMULA CHECKBOX',
  ),
  DeveloperMetadataLocationType: enumeration('DeveloperMetadataLocationType', 'SPREADSHEET SHEET ROW COLUMN'),
  DeveloperMetadataVisibility: enumeration('DeveloperMetadataVisibility', 'DOCUMENT PROJECT'),
  Dimension: enumeration('Dimension', 'COLUMNS ROWS'),
  Direction: enumeration('Direction', 'UP DOWN PREVIOUS NEXT'),
  EventType: enumeration('EventType', 'CLOCK ON_OPEN ON_EDIT ON_FORM_SUBMIT ON_CHANGE ON_EVENT_UPDATED'),
  GroupControlTogglePosition: enumeration('GroupControlTogglePosition', 'BEFORE AFTER'),
  InterpolationType: enumeration('InterpolationType', 'NUMBER PERCENT PERCENTILE MIN MAX'),
  PointStyle: enumeration('PointStyle', 'NONE TINY MEDIUM LARGE HUGE'),
  Position: enumeration('Position', 'TOP RIGHT BOTTOM NONE'),
  ProtectionType: enumeration('ProtectionType', 'RANGE SHEET'),
  SandboxMode: enumeration('SandboxMode', 'EMULATED IFRAME NATIVE'),
  SheetType: enumeration('SheetType', 'GRID OBJECT'),
  TriggerSource: enumeration('TriggerSource', 'SPREADSHEETS CLOCK FORMS DOCUMENTS CALENDAR'),
  WeekDay: enumeration('Weekday', 'SUNDAY MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY'),
  WrapStrategy: enumeration('WrapStrategy', 'WRAP OVERFLOW CLIP'),
  XFrameOptionsMode: enumeration('XFrameOptionsMode', 'ALLOWALL DEFAULT'),
} satisfies Record<string, Enumeration>;

/** The value of an enum with this name; throws if there is none. */
export function enumValue(name: keyof typeof ENUMS, label: string): EnumValue {
  const value = (ENUMS[name] as Enumeration)[label];
  if (!value) throw new TypeError(`${name} has no ${label}`);
  return value;
}
