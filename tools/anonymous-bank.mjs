// Writes the tables of docs/methods/anonymous-bank.md anew from the log: `node tools/anonymous-bank.mjs`; with `--print`
// the tables go to standard output as JSON instead. The log lies in the shared data (YOTEI_DATA, or ../shared/data
// beside the repository).
import { readFileSync, writeFileSync } from 'node:fs';
import { loadTypeScript } from './load-typescript.mjs';

const page = new URL('../docs/methods/anonymous-bank.md', import.meta.url);
const source = new URL('../tests/kit/anonymous-bank-tables.ts', import.meta.url);
const { bankTables, withTables } = await loadTypeScript(source.href);
if (process.argv.includes('--print')) process.stdout.write(JSON.stringify([...bankTables()]));
else writeFileSync(page, withTables(readFileSync(page, 'utf8'), bankTables()));
