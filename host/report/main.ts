import { join } from 'node:path';
import { formatISO } from 'date-fns';
import { report } from './command';

/** `npm run report`: paths are relative to where npm was started, the bundle stands beside this file's folder. */
report(process.argv.slice(2), {
  dist: join(__dirname, '..', 'dist'),
  folder: process.env.INIT_CWD ?? process.cwd(),
  today: formatISO(new Date(), { representation: 'date' }),
  print: (text) => console.log(text),
  complain: (sentence) => console.error(sentence),
}).then((code) => {
  process.exitCode = code;
});
