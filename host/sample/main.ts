import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sampleCompany, toCsv } from './company';

/** Writes the sample company as four CSV files into the folder of the first argument, `sample` by default. */
const folder = resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? 'sample');
mkdirSync(folder, { recursive: true });
for (const [name, table] of Object.entries(sampleCompany())) {
  writeFileSync(join(folder, `${name}.csv`), toCsv(table));
  console.log(`${join(folder, `${name}.csv`)}: ${table.rows.length} rows`);
}
