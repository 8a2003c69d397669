// Writes the tables of docs/methods/anonymous-bank.md anew from the log: `node tools/anonymous-bank.mjs`.
// The log lies in the shared data (YOTEI_DATA, or ../shared/data beside the repository).
import { readFileSync, writeFileSync } from 'node:fs';
import { loadTypeScript } from './load-typescript.mjs';

const page = new URL('../docs/methods/anonymous-bank.md', import.meta.url);
const { bankTables, withTables } = await loadTypeScript(
  new URL('../tests/kit/anonymous-bank-tables.ts', import.meta.url).href,
);
writeFileSync(page, withTables(readFileSync(page, 'utf8'), bankTables()));
