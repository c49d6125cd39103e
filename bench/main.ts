import { benchCalls } from './calls';
import { benchDetect } from './detect';
import { benchKpi } from './kpi';
import { drawPictures } from './pictures';
import { drawPlayground } from './pictures-playground';
import { drawSidebar } from './pictures-sidebar';

/** What can be measured or drawn, by the name on the command line. Each says whether its figures keep within their limit. */
const benches: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  kpi: benchKpi,
  calls: benchCalls,
  detect: () => benchDetect(process.argv[3]),
  pictures: async () => {
    const [, , , what, language] = process.argv;
    if (what === undefined || what === 'sidebar') await drawSidebar('docs');
    if (what === undefined || what === 'playground') await drawPlayground('docs');
    if (what === undefined) await drawPictures('docs', language);
    else if (what !== 'sidebar' && what !== 'playground') await drawPictures(what, language);
    return true;
  },
};

async function main(name: string): Promise<number> {
  const bench = benches[name];
  if (bench) return (await bench()) ? 0 : 1;
  console.error(`Name what to measure: ${Object.keys(benches).join(', ')}.`);
  return 2;
}

const [name = ''] = process.argv.slice(2);
main(name).then((code) => {
  process.exitCode = code;
});
