import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './refusal';

/** The bytes of a file; throws Refusal where there is none or it cannot be read. `option` is how it was asked for. */
export function readBytes(option: string, path: string): Uint8Array {
  const found = existsSync(path) ? statSync(path) : undefined;
  if (!found) throw new Refusal(`${option}: there is no file ${path}.`);
  if (found.isDirectory()) throw new Refusal(`${option}: ${path} is a folder: name a file in it.`);
  return attempt(`${option}: ${path} cannot be read`, () => readFileSync(path));
}

/** The content of a JSON file; throws Refusal where there is none. */
export function readJson(option: string, path: string): unknown {
  const content = new TextDecoder().decode(readBytes(option, path));
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Refusal(`${option}: ${path} is not JSON (${(error as Error).message.replace(/\s+/g, ' ')}).`);
  }
}

/** Throws Refusal unless a file can be made at this path: its folder has to be there. */
export function requireFolder(option: string, path: string): void {
  if (!existsSync(dirname(path))) throw new Refusal(`${option}: there is no folder ${dirname(path)}: make it first.`);
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new Refusal(`${option}: ${path} is a folder: name a file in it.`);
  }
}

/** Writes a file; throws Refusal where the system does not let it. */
export function writeBytes(option: string, path: string, content: Uint8Array | string): void {
  attempt(`${option}: ${path} cannot be written`, () => writeFileSync(path, content));
}

/** Does something with a file, and says what failed in one sentence where the system refuses it. */
function attempt<Result>(failure: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall !== undefined) throw new Refusal(`${failure} (${message}).`);
    throw error;
  }
}
