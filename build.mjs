/**
 * Builds what is pushed to Google (`dist/`) and what runs without Google (`build/`).
 * Options: --quiet says nothing; --out DIR puts the add-on there instead of into dist/, and builds nothing else;
 * --docs writes the reference page of the functions, and builds nothing.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: { quiet: { type: 'boolean' }, out: { type: 'string' }, docs: { type: 'boolean' } },
});
const dist = values.out ?? join(root, 'dist');
const tools = join(root, 'build');

/** Functions of src/main.ts that Google calls by name: triggers, menu items, and what the sidebar may call. */
const entryPoints = [
  'onOpen(event)',
  'onInstall(event)',
  'showSidebar()',
  'showDataCheck()',
  'answerSidebar(name, given)',
  'openWizard(whole, report, draft)',
  'suggestSettings(request)',
  'suggestWithNotes(request)',
  'readLabels(settings)',
  'checkData(settings, options)',
  'fixData(settings, chosen)',
  'createReport(settings, options)',
  'freezeReport(name)',
  'deleteReport(name)',
  'tagColumns()',
  'selectCells(tab, ranges)',
];

/** Tools that run in Node: packages stay outside. */
async function buildTools() {
  const entryPoints = {
    report: 'host/report/main.ts',
    sample: 'host/sample/main.ts',
    push: 'host/push/main.ts',
    playground: 'host/playground/main.ts',
    bench: 'bench/main.ts',
  };
  await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entryPoints).map(([out, path]) => ({ in: path, out })),
    outdir: tools,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: [
      'echarts',
      'esbuild',
      '@google/clasp',
      'gas-local',
      'iconv-lite',
      'papaparse',
      'numfmt',
      'playwright-core',
    ],
    logLevel: 'warning',
  });
}

/** The playground's page, as files that its server sends. */
async function buildPage() {
  const outdir = join(tools, 'playground');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: join(root, 'host/playground/page'),
    entryPoints: ['main.ts'],
    outdir,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  cpSync(join(root, 'host/playground/page/index.html'), join(outdir, 'index.html'));
}

/** Help and examples are for readers: Google gets them as JSDoc, not as data. */
const withoutDocumentation = {
  name: 'without-documentation',
  setup: (esbuild) =>
    esbuild.onLoad({ filter: /src[\\/]kpi[\\/]documentation\.ts$/ }, () => ({
      contents: 'export function documented() {}',
    })),
};

/** Lists of words are wrapped, indented and spaced for readers only. */
const unwrappedLists = {
  name: 'unwrapped-lists',
  setup: (esbuild) =>
    esbuild.onLoad(
      { filter: /src[\\/]data[\\/](?:channels|header-rules|labels|layout|vocabulary-headers)\.ts$/ },
      ({ path }) => ({
        contents: readFileSync(path, 'utf8')
          .replace(/`[^`]*`/g, (list) => list.replace(/\s+/g, ' '))
          .replace(/ ?([,|]) (?=[a-z$])/g, '$1'),
        loader: 'ts',
      }),
    ),
};

/** The words in three languages are a third of the page: packed they take half of that. */
const packedWords = {
  name: 'packed-words',
  setup: (esbuild) =>
    esbuild.onLoad({ filter: /sidebar[\\/]words\.ts$/ }, async () => {
      const { loadWords } = await load(`export { loadWords } from './sidebar/words';`);
      const packed = deflateRawSync(JSON.stringify(await loadWords()), { level: 9 }).toString('base64');
      return { contents: `import { unpack } from './unpack';\nexport const loadWords = () => unpack('${packed}');` };
    }),
};

/** What these lines export from the sources. */
async function load(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    write: false,
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** The functions that Google sees, with their JSDoc, as the definitions of the KPIs say. */
async function functionStubs() {
  const { stubs, catalog } = await load(
    `export { stubs } from './src/kpi/document'; export { catalog } from './src/kpi/catalog';`,
  );
  return stubs(catalog, 'Leakproof.call');
}

/** The reference page of the functions, from the same definitions. */
async function writeReference() {
  const { referencePage, catalog } = await load(
    `export { referencePage } from './src/kpi/reference-page'; export { catalog } from './src/kpi/catalog';`,
  );
  writeFileSync(join(root, 'docs/functions.md'), referencePage(catalog));
}

/** One script: the bundle as one global, and after it the functions that Google sees, with their JSDoc. */
async function buildScript() {
  const entries = entryPoints.map((call) => `function ${call} {\n  return Leakproof.${call};\n}\n`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outfile: join(dist, 'Code.js'),
    write: false,
    bundle: true,
    format: 'iife',
    globalName: 'Leakproof',
    target: 'es2019',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [withoutDocumentation, unwrappedLists],
    footer: { js: [...entries, await functionStubs()].join('\n') },
    logLevel: 'warning',
  });
  const [script] = outputFiles;
  writeFileSync(script.path, withoutTraces(script.text));
}

/** The script without the names of what is documented, behind which nothing is left. */
const withoutTraces = (script) =>
  script
    .replace(/,(?:summary|reference|usage|examples|help):(?:void 0|\([^()]*,void 0\))(?=[,}])/g, '')
    .replace(/(?<=[[(,]\w+\("[a-z_]+"),void 0(?=\))/g, '');

/** One page: style and script inside, written so that HtmlService leaves it alone. */
async function buildSidebar() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['sidebar/main.tsx'],
    outdir: dist,
    write: false,
    bundle: true,
    format: 'iife',
    // It runs in a browser, not in Apps Script.
    target: 'es2020',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [packedWords],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // HtmlService takes "//" in a template literal for a comment.
    supported: { 'template-literal': false },
    logLevel: 'warning',
  });
  const find = (end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  const script = find('.js')
    .replace(/<\/script/gi, '<\\/script')
    .replace(/<!--/g, '<\\!--')
    .replace(/<\?/g, '<\\?');
  const page = readFileSync(join(root, 'sidebar/page.html'), 'utf8');
  writeFileSync(
    join(dist, 'Sidebar.html'),
    page.replace('/* style */', () => find('.css')).replace('/* script */', () => script),
  );
}

if (values.docs) await writeReference();
else await buildAll();

async function buildAll() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  if (values.out === undefined) await Promise.all([buildTools(), buildPage()]);
  await buildScript();
  await buildSidebar();
  cpSync(join(root, 'appsscript.json'), join(dist, 'appsscript.json'));
  if (!values.quiet) console.log(`built ${dist}`);
}
