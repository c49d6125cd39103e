import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthMode } from './google/authorisation';
import type { CallCounter } from './google/calls';
import { enumValue } from './google/enumeration';
import { type Bundle, type LoadedScript, loadScript, readBundle, type ScriptFunction } from './google/load';
import { type MenuBarEntry, type MenuItem, Platform } from './google/platform';
import { carry, type Wire } from './google/wire';
import type { CustomFunctions } from './workbook/types';
import type { Workbook } from './workbook/workbook';

/** What the host needs: the folder with the built add-on, a file, and what is known of the user. */
export interface HostOptions {
  /** Folder with Code.js, appsscript.json and the HTML files. */
  readonly dist: string;
  readonly workbook: Workbook;
  /** The user's language, "en" by default. */
  readonly userLocale?: string;
  /** The clock that the script reads. */
  readonly now?: () => Date;
  /** Mode in which the file is opened: NONE before the add-on was ever used in it, LIMITED (default) afterwards. */
  readonly authMode?: 'NONE' | 'LIMITED';
}

/** The add-on at work on a workbook, without Google. */
export interface Host {
  readonly workbook: Workbook;
  /** Calls a function of the script as the sidebar does; throws the script's message. */
  run(name: string, ...parameters: unknown[]): Wire;
  /** Opens the file: onOpen runs. */
  open(): void;
  /** Runs a function as an installed clock trigger does: nobody in front, and perhaps no active file. */
  trigger(name: string, options?: { attended?: boolean }): void;
  /** Menus as they stand in the menu bar, and what happens on choosing one of their items by its label. */
  readonly menu: { readonly entries: readonly MenuBarEntry[]; choose(label: string): void };
  /** What a script has shown, said and stored so far. */
  readonly sidebar: Platform['sidebar'];
  readonly dialog: Platform['dialog'];
  readonly triggers: Platform['triggers'];
  readonly properties: Platform['properties'];
  /** All of that, and what tests set: locks of others, answers to alerts. */
  readonly platform: Platform;
  /** Functions that can be typed into cells, with their JSDoc. */
  readonly customFunctions: readonly ScriptFunction[];
  /** Names of the functions that the sidebar may call. */
  readonly callable: readonly string[];
  readonly calls: CallCounter;
  /** Makes the n-th service call from now on fail, once. */
  failAt(call: number | undefined): void;
}

/** Loads a built add-on and binds it to a workbook, whose cells know its custom functions from now on. */
export function createHost(options: HostOptions): Host {
  const { dist, workbook, userLocale = 'en', now = () => new Date(), authMode = 'LIMITED' } = options;
  const bundle = readBundle(dist);
  const readHtml = (name: string) => {
    const path = join(dist, `${name}.html`);
    return /^[\w-]+$/.test(name) && existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const platform = new Platform(workbook, bundle.manifest, readHtml, userLocale, () => now().getTime());
  const customFunctions = bundle.functions.filter(isCustomFunction);
  workbook.useCustomFunctions(bindCustomFunctions(bundle, platform, customFunctions));
  const call = (name: string, parameters: readonly unknown[], mode: AuthMode = 'FULL', attended = true) => {
    requireCallable(bundle, name);
    return loadScript(bundle, platform, mode, attended).call(name, parameters);
  };
  return {
    workbook,
    platform,
    customFunctions,
    callable: bundle.functions.map(({ name }) => name).filter((name) => !name.endsWith('_')),
    calls: platform.calls,
    failAt: (at) => platform.calls.failAt(at),
    run: (name, ...parameters) => {
      const given = parameters.map((parameter, index) => carry(parameter, `parameter ${index + 1}`));
      return carry(call(name, given), 'result');
    },
    open: () => open(bundle, platform, authMode),
    trigger: (name, { attended = true } = {}) => void call(name, [{}], 'FULL', attended),
    menu: {
      get entries() {
        return platform.menus;
      },
      choose: (label) => void call(findItem(platform.menus, label), []),
    },
    get sidebar() {
      return platform.sidebar;
    },
    get dialog() {
      return platform.dialog;
    },
    get triggers() {
      return platform.triggers;
    },
    properties: platform.properties,
  };
}

function isCustomFunction({ documentation }: ScriptFunction): boolean {
  return /@customfunction\b/i.test(documentation);
}

function requireCallable(bundle: Bundle, name: string): void {
  if (name.endsWith('_') || !bundle.functions.some((declared) => declared.name === name)) {
    throw new Error(`Script function not found: ${name}`);
  }
}

/** Google loads the script anew for every cell; one context serves them all here, for a sheet may have thousands. */
function bindCustomFunctions(
  bundle: Bundle,
  platform: Platform,
  customFunctions: readonly ScriptFunction[],
): CustomFunctions {
  const names = new Map(customFunctions.map(({ name }) => [name.toUpperCase(), name]));
  let script: LoadedScript | undefined;
  return (typed) => {
    const name = names.get(typed.toUpperCase());
    if (name === undefined) return undefined;
    return (...parameters) => {
      script ??= loadScript(bundle, platform, 'CUSTOM_FUNCTION');
      return script.execution.take(script.call(name, parameters));
    };
  };
}

function open(bundle: Bundle, platform: Platform, mode: 'NONE' | 'LIMITED'): void {
  if (!bundle.functions.some(({ name }) => name === 'onOpen')) return;
  const script = loadScript(bundle, platform, mode);
  const event = { authMode: enumValue('AuthMode', mode) };
  const source = mode === 'NONE' ? {} : { source: script.execution.objects.spreadsheet() };
  script.call('onOpen', [{ ...event, ...source }]);
}

function findItem(menus: readonly MenuBarEntry[], label: string): string {
  const items: MenuItem[] = menus.flatMap((menu) => menu.items);
  for (const item of items) {
    if ('separator' in item) continue;
    if ('items' in item) items.push(...item.items);
    else if (item.label === label) return item.functionName;
  }
  throw new Error(`No menu has an item ${JSON.stringify(label)}.`);
}
