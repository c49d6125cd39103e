import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file of the page as it is sent. */
interface Asset {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The files of the page by their path, such as "/main.js". */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** What the page may do: its own scripts and styles, pictures that it makes itself, the sidebar's frame; nothing from elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Reads the built page once; only these files are ever sent, whatever is asked for. */
export function readAssets(folder: string): Assets {
  if (!existsSync(folder)) throw new Error(`there is no ${folder}: run "npm run build" first`);
  const names = readdirSync(folder).filter((name) => extname(name) in TYPES);
  return new Map(
    names.map((name) => [
      `/${name}`,
      {
        headers: {
          'Content-Type': TYPES[extname(name)] as string,
          ...(extname(name) === '.html' && { 'Content-Security-Policy': PAGE_POLICY }),
        },
        body: readFileSync(join(folder, name)),
      },
    ]),
  );
}
