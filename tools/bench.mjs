// Runs the benchmarks (`*.bench.ts`) and prints one table. `npm run bench -- staffing` runs those whose path
// holds the word; `--write` puts the table into docs/benchmarks.md; `--quick` shortens the long ones.
// A bench exports `bench(context)` and answers rows {name, value, unit, ratio?, against?}; ratios are against a
// peer or floor measured in the same run, because machines are noisy.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sourceFiles } from './checks/source-files.mjs';
import { loadTypeScript } from './load-typescript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith('--'));
const unknown = args.find((arg) => arg.startsWith('--') && !['--quick', '--write'].includes(arg));
if (unknown) {
  process.stderr.write(`${unknown} is not an option; npm run bench -- [--quick] [--write] [words of a path …]\n`);
  process.exit(2);
}
const context = {
  root,
  quick: args.includes('--quick'),
  dataFolder: process.env.YOTEI_DATA ?? join(root, '..', 'shared', 'data'),
};
const [START, END] = ['<!-- benchmarks: begin -->', '<!-- benchmarks: end -->'];

const figure = (n) =>
  Number.isInteger(n)
    ? n.toLocaleString('en-GB')
    : Number(n.toPrecision(4)).toLocaleString('en-GB', { maximumSignificantDigits: 4 });
const tableRow = (cells) => `| ${cells.join(' | ')} |`;

async function rowsOf(file) {
  process.stderr.write(`${file} …\n`);
  const { bench } = await loadTypeScript(pathToFileURL(join(root, file)).href);
  if (!existsSync(context.dataFolder))
    process.stderr.write(`  LEFT OUT: what needs real data, because ${context.dataFolder} is missing\n`);
  const rows = await bench(context);
  return rows.map((row) =>
    tableRow([
      row.name,
      `${figure(row.value)} ${row.unit}`,
      row.ratio === undefined ? '' : `${figure(row.ratio)} × ${row.against}`,
    ]),
  );
}

const files = sourceFiles(root, /\.bench\.ts$/).filter(
  (file) => words.length === 0 || words.some((word) => file.includes(word)),
);
if (files.length === 0)
  throw new Error(`no benchmark's path holds ${words.join(' or ')}; see git ls-files '*.bench.ts'`);
const sections = [];
for (const file of files) {
  const rows = await rowsOf(file);
  sections.push(
    `### ${relative('.', file)}\n\n${[tableRow(['what', 'value', 'ratio']), '|---|---|---|', ...rows].join('\n')}\n`,
  );
}
const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, ${Math.round(totalmem() / 1024 ** 3)} GB; ${context.quick ? 'quick' : 'full'} run of \`npm run bench${args.length ? ` -- ${args.filter((a) => a !== '--write').join(' ')}` : ''}\`.`;
const text = `${machine}\n\n${sections.join('\n')}`;
process.stdout.write(`${text}\n`);

if (args.includes('--write')) {
  const page = join(root, 'docs/benchmarks.md');
  const old = readFileSync(page, 'utf8');
  writeFileSync(page, `${old.slice(0, old.indexOf(START) + START.length)}\n\n${text}\n${old.slice(old.indexOf(END))}`);
}
