import { words } from '../text/words';
import { userLanguage } from './locale';

/** Puts the add-on's menu up. Before anybody has given permission it asks nothing, not even for a language. */
export function setMenu(event?: { readonly authMode?: GoogleAppsScript.Script.AuthMode }): void {
  const { menu } = words[event?.authMode === ScriptApp.AuthMode.NONE ? 'en' : userLanguage()];
  SpreadsheetApp.getUi().createAddonMenu().addItem(menu.open, 'showSidebar').addToUi();
}

/** Opens the sidebar. */
export function openSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Leakproof'));
}
