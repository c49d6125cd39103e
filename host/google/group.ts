import type { Sheet as Tab } from '../workbook/sheet';
import type { Axis, Group as Lines } from '../workbook/types';
import type { Execution } from './execution';
import { defineInterface, GoogleError, Service } from './interface';
import type { Range } from './range';

const GROUP = defineInterface<Group>('SpreadsheetApp', 'Group', {
  collapse: [''],
  expand: [''],
  getControlIndex: [''],
  getDepth: [''],
  getRange: [''],
  isCollapsed: [''],
  remove: [''],
});

/** A group of rows or columns that can be collapsed. */
export class Group extends Service {
  readonly face = GROUP;

  constructor(
    private readonly execution: Execution,
    private readonly tab: Tab,
    private readonly axis: Axis,
    private readonly lines: Lines,
  ) {
    super();
  }

  collapse(): this {
    this.#track().collapse(this.#current(), true);
    return this;
  }

  expand(): this {
    this.#track().collapse(this.#current(), false);
    return this;
  }

  getControlIndex(): number {
    return this.tab.groupButtonBefore[this.axis] ? this.lines.first : this.lines.last + 2;
  }

  getDepth(): number {
    return this.lines.depth;
  }

  getRange(): Range {
    const { first, last } = this.lines;
    const { rows, columns } = this.tab.size;
    const block =
      this.axis === 'rows'
        ? { top: first, bottom: last, left: 0, right: columns - 1 }
        : { top: 0, bottom: rows - 1, left: first, right: last };
    return this.execution.objects.range(this.tab, block);
  }

  isCollapsed(): boolean {
    return this.#current().collapsed;
  }

  remove(): void {
    const { first, last } = this.#current();
    for (let index = first; index <= last; index++) this.#track().shiftDepth(index, -1);
  }

  #track() {
    return this.tab.tracks[this.axis];
  }

  #current(): Lines {
    const { first, depth } = this.lines;
    const group = this.#track()
      .groups()
      .find((one) => one.first === first && one.depth === depth);
    if (!group) throw new GoogleError('The group no longer exists.');
    return group;
  }
}
