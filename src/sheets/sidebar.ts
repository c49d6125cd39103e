import { words } from '../text/words';
import { userLanguage } from './locale';

/** Puts the add-on's menu up. Before anybody has given permission it asks nothing, not even for a language. */
export function setMenu(event?: { readonly authMode?: GoogleAppsScript.Script.AuthMode }): void {
  const { menu } = words[event?.authMode === ScriptApp.AuthMode.NONE ? 'en' : userLanguage()];
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(menu.open, 'showSidebar')
    .addItem(menu.check, 'showDataCheck')
    .addToUi();
}

/** Opens the sidebar. */
export const openSidebar = (): void => showPage(HtmlService.createHtmlOutputFromFile('Sidebar'));

/** Opens the sidebar with the data check. */
export function openDataCheck(): void {
  const page = HtmlService.createHtmlOutputFromFile('Sidebar');
  showPage(page.setContent(page.getContent().replace('id="app"', 'id="app" data-page="data"')));
}

const showPage = (page: GoogleAppsScript.HTML.HtmlOutput): void =>
  SpreadsheetApp.getUi().showSidebar(page.setTitle('Leakproof'));
