import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Comment, parse } from 'acorn';
import { require as loadScripts } from 'gas-local';
import type { AuthMode } from './authorisation';
import { Execution } from './execution';
import { makeGlobals, makeObjects } from './globals';
import { tag } from './interface';
import type { Manifest, Platform } from './platform';
import { createRealm, type Realm } from './realm';

/** A function that stands at the top level of the script. */
export interface ScriptFunction {
  readonly name: string;
  /** The JSDoc right before it, without its frame; "" if there is none. */
  readonly documentation: string;
}

/** The built add-on, read once: its folder, functions, manifest. */
export interface Bundle {
  readonly folder: string;
  readonly functions: readonly ScriptFunction[];
  readonly manifest: Manifest;
}

/** Reads a folder with Code.js and appsscript.json; throws where one is missing or broken. */
export function readBundle(folder: string): Bundle {
  const manifest = JSON.parse(readFileSync(join(folder, 'appsscript.json'), 'utf8'));
  return {
    folder,
    functions: listFunctions(readFileSync(join(folder, 'Code.js'), 'utf8')),
    manifest: { timeZone: manifest.timeZone ?? 'Etc/UTC', scopes: manifest.oauthScopes ?? [] },
  };
}

/** Functions that the script declares at its top level, with their JSDoc. */
function listFunctions(code: string): ScriptFunction[] {
  const comments: Comment[] = [];
  const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'script', onComment: comments });
  return body.flatMap((statement) => {
    if (statement.type !== 'FunctionDeclaration') return [];
    const before = comments.findLast(({ end }) => end <= statement.start);
    const adjacent = before?.type === 'Block' && code.slice(before.end, statement.start).trim() === '';
    return { name: statement.id.name, documentation: adjacent && before.value.startsWith('*') ? before.value : '' };
  });
}

/** A script that has been loaded into a context of its own. */
export interface LoadedScript {
  readonly execution: Execution;
  /** Calls a top-level function with values of the host; the result is the script's own. Errors keep their message. */
  call(name: string, parameters: readonly unknown[]): unknown;
}

/** Loads the script as Google does for every call: fresh globals, its top level run in the caller's mode. */
export function loadScript(bundle: Bundle, platform: Platform, mode: AuthMode, attended = true): LoadedScript {
  let realm: Realm | undefined;
  const execution = new Execution(platform, mode, () => realm as Realm, makeObjects, attended);
  const globals = makeGlobals(execution);
  realm = createRealm(globals, platform.now);
  const script = rethrow(() => loadScripts(bundle.folder, globals));
  return {
    execution,
    call: (name, parameters) => {
      const given = parameters.map((parameter) => execution.give(parameter));
      const declared = script[name] as (...all: unknown[]) => unknown;
      return rethrow(() => declared(...given));
    },
  };
}

/** An error of the script's own context becomes an error of the host with the same message and name. */
function rethrow<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Error) throw error;
    if (tag(error) !== 'Error') throw new Error(String(error));
    const { message, name } = error as Error;
    throw Object.assign(new Error(message), { name });
  }
}
