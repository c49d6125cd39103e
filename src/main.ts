import { openDataCheck, openSidebar, setMenu } from './sheets/sidebar';

export { type Answers, answerSidebar } from './actions/answer';
export { callFunction as call } from './actions/cell-function';
export { checkData, type FindingView, fixData, selectCells } from './actions/check';
export type { Notice } from './actions/explain';
export { type CarriedView, type LabelField, type LabelsView, type LabelView, readLabels } from './actions/labels';
export { type ColumnView, type KpiView, type Opening, openWizard, type TabView } from './actions/open';
export { type Created, createReport, deleteReport, freezeReport, tagColumns } from './actions/report';
export { suggestSettings, suggestWithNotes } from './actions/suggest';

/** What Google calls when a file with the add-on is opened. */
export const onOpen = (event?: Parameters<typeof setMenu>[0]): void => setMenu(event);

/** What Google calls when the add-on was installed while the file is open. */
export const onInstall = (event?: Parameters<typeof setMenu>[0]): void => setMenu(event);

/** The menu item: opens the sidebar. */
export const showSidebar = (): void => openSidebar();

/** The menu item: opens the sidebar with the data check. */
export const showDataCheck = (): void => openDataCheck();
