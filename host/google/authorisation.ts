import type { Interface } from './interface';

/** How much a script may do: nothing but menus, the active file, a cell's function, or everything granted. */
export type AuthMode = 'NONE' | 'CUSTOM_FUNCTION' | 'LIMITED' | 'FULL';

const SCOPE = 'https://www.googleapis.com/auth/';
const READS = /^(get|is|has|can|find|with|offset|on[A-Z]|create\w*Finder$|flush$)/;
const FREE = new Set(['Utilities', 'Logger', 'console', 'Session', 'Charts']);

/** The sentence with which Google refuses a call in a mode and with these scopes; undefined where it is allowed. */
export function refusal(
  face: Interface,
  method: string,
  mode: AuthMode,
  scopes: readonly string[],
): string | undefined {
  if (FREE.has(face.service)) return undefined;
  const path = `${face.service === 'Ui' ? 'Ui' : face.name}.${method}`;
  if (method === 'getUi' && mode === 'CUSTOM_FUNCTION') return `Cannot call SpreadsheetApp.getUi() from this context.`;
  if (!modeAllows(face, method, mode)) return `You do not have permission to call ${path}`;
  const missing = requiredScope(face, method).filter((scope) => scopes.includes(scope));
  const required = requiredScope(face, method);
  if (required.length > 0 && missing.length === 0) {
    return `You do not have permission to call ${path}. Required permissions: ${required.join(' || ')}`;
  }
  return undefined;
}

function modeAllows(face: Interface, method: string, mode: AuthMode): boolean {
  if (mode === 'FULL') return true;
  if (face.name === 'Ui') return method === 'createMenu' || method === 'createAddonMenu';
  if (face.name === 'Menu' || method === 'getUi') return mode !== 'CUSTOM_FUNCTION';
  if (mode === 'NONE' || face.service === 'ScriptApp') return false;
  if (mode === 'LIMITED') return true;
  if (face.service === 'SpreadsheetApp') return face.local || READS.test(method);
  if (face.name === 'PropertiesService') return method === 'getUserProperties';
  return face.name !== 'Properties' || method.startsWith('get');
}

/** Scopes of which one has to be in the manifest. */
function requiredScope(face: Interface, method: string): string[] {
  if (face.service === 'ScriptApp') return [`${SCOPE}script.scriptapp`];
  if (face.name === 'Ui' && /^(show|alert|prompt)/.test(method)) return [`${SCOPE}script.container.ui`];
  if (face.service !== 'SpreadsheetApp' || face.local || face.name === 'SpreadsheetApp') return [];
  return [`${SCOPE}spreadsheets.currentonly`, `${SCOPE}spreadsheets`];
}
