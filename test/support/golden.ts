import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compares text with a file of test/golden; UPDATE_GOLDEN=1 writes the file anew instead. */
export function expectGolden(name: string, text: string): void {
  const file = join(__dirname, '../golden', name);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `no ${name}: run the test with UPDATE_GOLDEN=1`);
}
