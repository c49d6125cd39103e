import { createHost, type Host } from '../../host/host';
import type { Sheet } from '../../host/workbook/sheet';
import type { Workbook } from '../../host/workbook/workbook';
import type { Settings } from '../../src/data/settings';
import type { Created, Opening } from '../../src/main';
import { builtAddOn, differences, makeReport } from '../support/reported';

const first = makeReport({ period: { start: '2025-01-01', end: '2025-12-31' }, compare: 'previous' });
first.host.run('tagColumns');

/** What the report on the sample company gives while nobody has touched the file. */
export const untouched: Created = first.created;

/** A file with the sample company and its report, for one test to work in. */
export const reportedFile = (): Workbook => first.host.workbook.copy({ metadata: 'kept' });

/** The add-on in a file, as one more person opens it. */
export const openIn = (workbook: Workbook): Host =>
  createHost({ dist: builtAddOn(), workbook, now: () => new Date('2026-01-15T12:00:00Z') });

/** What the sidebar opens with. */
export const opening = (host: Host, report?: string): Opening =>
  host.run('openWizard', false, ...(report === undefined ? [] : [report])) as unknown as Opening;

/** Makes the report of these settings, and tags the columns, as the sidebar does. */
export function create(host: Host, settings: Settings): Created {
  const created = host.run('createReport', JSON.parse(JSON.stringify(settings))) as unknown as Created;
  if (created.isTagged) return created;
  const { notices } = host.run('tagColumns') as unknown as Pick<Created, 'notices'>;
  return { ...created, notices: [...created.notices, ...notices] };
}

/** The figures without the names of headers. */
export function figuresOf({ figures }: Created): Omit<Created['figures'], 'mapping'> {
  const { mapping: _, ...others } = figures;
  return others;
}

/** The live cells of a report that do not show what they should. */
export const wrongCells = (workbook: Workbook, { tab, cells }: Created): unknown[] =>
  differences(cells, (cell) => workbook.value(tab, cell));

/** The settings tab, and the row (from 1) in which a setting stands. */
export const settingsTab = (workbook: Workbook): Sheet => workbook.sheet('Leakproof settings');
export function rowOf(workbook: Workbook, setting: string, name: string): number {
  const { rows } = workbook.extent(settingsTab(workbook).id);
  const cells = workbook.values('Leakproof settings', `A1:B${rows}`);
  return cells.findIndex(([one, other]) => one === setting && other === name) + 1;
}

/** Inserts, deletes or moves columns of a tab; counted from 0. */
export const insertColumns = (workbook: Workbook, tab: string, at: number, count = 1): void =>
  workbook.restructure(workbook.sheet(tab), { kind: 'insert', axis: 'columns', at, count });
export const deleteColumn = (workbook: Workbook, tab: string, at: number): void =>
  workbook.restructure(workbook.sheet(tab), { kind: 'delete', axis: 'columns', at, count: 1 });
export const moveColumn = (workbook: Workbook, tab: string, at: number, to: number): void =>
  workbook.restructure(workbook.sheet(tab), { kind: 'move', axis: 'columns', at, count: 1, to });
