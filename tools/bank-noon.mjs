// Writes the noon table of docs/methods/intraday.md anew from the call log of January 1999: `node tools/bank-noon.mjs`;
// with `--print` it only prints the lines as JSON. The data is not part of the repository; see docs/methods/anonymous-bank.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadTypeScript } from './load-typescript.mjs';

const page = new URL('../docs/methods/intraday.md', import.meta.url);
const { noonRows, noonTable } = await loadTypeScript(new URL('../tests/kit/bank-noon.ts', import.meta.url).href);
const lines = noonTable(noonRows());
if (process.argv.includes('--print')) process.stdout.write(JSON.stringify(lines));
else {
  const text = readFileSync(page, 'utf8');
  const [start, end] = ['<!-- noon: begin -->', '<!-- noon: end -->'];
  const [before] = text.split(start);
  const after = text.split(end)[1];
  writeFileSync(page, `${before}${start}\n\n${lines.join('\n')}\n\n${end}${after}`);
}
