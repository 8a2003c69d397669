// Runs the benchmarks (`*.bench.ts`), each in a process of its own, and prints one table. `npm run bench -- staffing`
// runs those whose path holds the word; `--write` puts the table into docs/benchmarks.md; `--quick` shortens the long ones.
// A bench exports `bench(context)` and answers rows {name, value, unit, ratio?, against?}; ratios are against a
// peer or floor measured in the same run, because machines are noisy. What it prints goes to standard error.
import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sourceFiles } from './checks/source-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [START, END] = ['<!-- benchmarks: begin -->', '<!-- benchmarks: end -->'];

const figure = (n) =>
  Number.isInteger(n)
    ? n.toLocaleString('en-GB')
    : Number(n.toPrecision(4)).toLocaleString('en-GB', { maximumSignificantDigits: 4 });
const tableRow = (cells) => `| ${cells.join(' | ')} |`;

/** The rows that one bench answers, in a new process. Rejects when that ends without an answer. */
function rowsOf(path, context) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('bench-one.mjs', import.meta.url)), { stdio: ['ignore', 2, 2, 'ipc'] });
    let rows = null;
    child.once('message', (answer) => (rows = answer.rows));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      rows ? resolve(rows) : reject(new Error(`${path} ended (${signal ?? `exit ${code}`}) without an answer`)),
    );
    child.send({ url: pathToFileURL(path).href, context });
  });
}

/** The files' tables one below the other, and the files that failed: the others are measured all the same. */
export async function benchTables(files, context) {
  const sections = [];
  const failed = [];
  for (const file of files) {
    process.stderr.write(`${file} …\n`);
    try {
      const rows = await rowsOf(join(context.root, file), context);
      const lines = rows.map(({ name, value, unit, ratio, against }) =>
        tableRow([name, `${figure(value)} ${unit}`, ratio === undefined ? '' : `${figure(ratio)} × ${against}`]),
      );
      sections.push(
        `### ${relative('.', file)}\n\n${[tableRow(['what', 'value', 'ratio']), '|---|---|---|', ...lines].join('\n')}\n`,
      );
    } catch (problem) {
      process.stderr.write(`  FAILED: ${problem.message}\n`);
      failed.push(file);
    }
  }
  return { text: sections.join('\n'), failed };
}

function write(text) {
  const page = join(root, 'docs/benchmarks.md');
  const old = readFileSync(page, 'utf8');
  writeFileSync(page, `${old.slice(0, old.indexOf(START) + START.length)}\n\n${text}\n${old.slice(old.indexOf(END))}`);
}

async function main(args) {
  const words = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => arg.startsWith('--') && !['--quick', '--write'].includes(arg));
  if (unknown) {
    process.stderr.write(`${unknown} is not an option; npm run bench -- [--quick] [--write] [words of a path …]\n`);
    return 2;
  }
  const context = {
    root,
    quick: args.includes('--quick'),
    dataFolder: process.env.YOTEI_DATA ?? join(root, '..', 'shared', 'data'),
  };
  if (!existsSync(context.dataFolder))
    process.stderr.write(`LEFT OUT: what needs real data, because ${context.dataFolder} is missing\n`);
  const files = sourceFiles(root, /\.bench\.ts$/).filter(
    (file) => words.length === 0 || words.some((word) => file.includes(word)),
  );
  if (files.length === 0) {
    process.stderr.write(`no benchmark's path holds ${words.join(' or ')}; see git ls-files '*.bench.ts'\n`);
    return 2;
  }
  const { text: tables, failed } = await benchTables(files, context);
  const shown = args.filter((arg) => arg !== '--write').join(' ');
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, ${Math.round(totalmem() / 1024 ** 3)} GB; ${context.quick ? 'quick' : 'full'} run of \`npm run bench${shown && ` -- ${shown}`}\`.`;
  const text = `${machine}\n\n${tables}`;
  process.stdout.write(`${text}\n`);
  if (failed.length > 0) {
    process.stderr.write(`failed: ${failed.join(', ')}; nothing was written\n`);
    return 1;
  }
  if (args.includes('--write')) write(text);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
