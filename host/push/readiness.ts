import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Project = z.object({ scriptId: z.optional(z.string()) });
/** clasp keeps a token per named user; older versions kept one token, or its parts, at the top. */
const Credentials = z.object({
  tokens: z.optional(z.record(z.string(), z.unknown())),
  token: z.optional(z.unknown()),
  access_token: z.optional(z.string()),
});

/**
 * Says in one sentence what is missing before the project in `folder` can be pushed by clasp: a script id in
 * `.clasp.json`, or a login in clasp's credentials file (a path, or the folder that holds it). Undefined: nothing.
 */
export function missingForPush(folder: string, credentials: string): string | undefined {
  if (!hasScriptId(join(folder, '.clasp.json'))) {
    return (
      'There is no script to push to yet: log in with "npx clasp login", then make a spreadsheet with its script by ' +
      '"npx clasp create-script --type sheets --title Leakproof --rootDir dist", or copy the script ID of an existing ' +
      'one (in the Apps Script editor under Project Settings) into .clasp.json as "scriptId"; then run "npm run push" again.'
    );
  }
  if (!hasLogin(credentials)) {
    return (
      'Nobody is logged in to Google: run "npx clasp login", switch the Apps Script API on at ' +
      'https://script.google.com/home/usersettings, and run "npm run push" again.'
    );
  }
  return undefined;
}

function hasScriptId(path: string): boolean {
  const project = Project.safeParse(readJson(path));
  return project.success && (project.data.scriptId ?? '').trim() !== '';
}

function hasLogin(path: string): boolean {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  const stored = Credentials.safeParse(readJson(isFolder ? join(path, '.clasprc.json') : path));
  if (!stored.success) return false;
  const { tokens = {}, token, access_token } = stored.data;
  return Boolean(tokens.default ?? token ?? access_token);
}

/** The content of a JSON file; undefined where there is no such file, or no JSON in it. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
