import type { Execution } from './execution';
import { defineInterface, Service } from './interface';
import type { Range } from './range';
import { RangeList } from './range-list';
import type { Sheet } from './sheet';

const SELECTION = defineInterface<Selection>('SpreadsheetApp', 'Selection', {
  getActiveRange: [''],
  getActiveRangeList: [''],
  getActiveSheet: [''],
  getCurrentCell: [''],
});

/** What the user has selected in the sheet in front. */
export class Selection extends Service {
  readonly face = SELECTION;

  constructor(private readonly execution: Execution) {
    super();
  }

  getActiveSheet(): Sheet {
    return this.execution.objects.sheet(this.execution.workbook.activeSheet);
  }

  getActiveRange(): Range {
    return this.#ranges().at(-1) as Range;
  }

  getActiveRangeList(): RangeList {
    return new RangeList(this.execution, this.#ranges());
  }

  getCurrentCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  #ranges(): Range[] {
    const { activeSheet } = this.execution.workbook;
    return activeSheet.selection.map((block) => this.execution.objects.range(activeSheet, block));
  }
}
