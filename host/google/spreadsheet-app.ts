import { ConditionalFormatRuleBuilder } from './conditional-format';
import { DataValidationBuilder } from './data-validation';
import { ENUMS } from './enumeration';
import type { Execution } from './execution';
import { defineInterface, GoogleError, Service } from './interface';
import type { Range } from './range';
import { RichTextValueBuilder } from './rich-text';
import type { Selection } from './selection';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import { TextStyleBuilder } from './text-style';
import { Ui } from './ui';

const {
  BooleanCriteria,
  BorderStyle,
  CopyPasteType,
  DataValidationCriteria,
  DeveloperMetadataLocationType,
  DeveloperMetadataVisibility,
  Dimension,
  Direction,
  GroupControlTogglePosition,
  InterpolationType,
  ProtectionType,
  SheetType,
  WrapStrategy,
} = ENUMS;

const SPREADSHEET_APP = defineInterface<SpreadsheetApp>(
  'SpreadsheetApp',
  'SpreadsheetApp',
  {
    flush: [''],
    getActive: [''],
    getActiveRange: [''],
    getActiveSheet: [''],
    getActiveSpreadsheet: [''],
    getCurrentCell: [''],
    getSelection: [''],
    getUi: [''],
    newConditionalFormatRule: [''],
    newDataValidation: [''],
    newRichTextValue: [''],
    newTextStyle: [''],
    setActiveRange: ['Range'],
    setActiveSheet: ['Sheet', 'Sheet,bool'],
  },
  {
    enums: {
      BooleanCriteria,
      BorderStyle,
      CopyPasteType,
      DataValidationCriteria,
      DeveloperMetadataLocationType,
      DeveloperMetadataVisibility,
      Dimension,
      Direction,
      GroupControlTogglePosition,
      InterpolationType,
      ProtectionType,
      SheetType,
      WrapStrategy,
    },
  },
);

/** SpreadsheetApp, bound to one file: without a user in front of it there is no active spreadsheet and no user interface. */
export class SpreadsheetApp extends Service {
  readonly face = SPREADSHEET_APP;

  constructor(private readonly execution: Execution) {
    super();
  }

  getActive(): Spreadsheet | null {
    return this.execution.attended ? this.execution.objects.spreadsheet() : null;
  }

  getActiveSpreadsheet(): Spreadsheet | null {
    return this.getActive();
  }

  getActiveSheet(): Sheet | null {
    return this.getActive()?.getActiveSheet() ?? null;
  }

  getActiveRange(): Range | null {
    return this.getActive()?.getActiveRange() ?? null;
  }

  getCurrentCell(): Range | null {
    return this.getActive()?.getActiveCell() ?? null;
  }

  getSelection(): Selection | null {
    return this.getActive()?.getSelection() ?? null;
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  /** Nothing waits to be written: every change of the host is there at once. */
  flush(): void {}

  getUi(): Ui {
    if (!this.execution.attended) throw new GoogleError('Cannot call SpreadsheetApp.getUi() from this context.');
    return new Ui(this.execution);
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.execution);
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.execution);
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }
}
