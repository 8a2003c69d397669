import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sourceFiles } from './source-files.mjs';

export const name = 'catalogues: every item file is listed, has its spec, and its id is its file name';

/** Which file kinds belong to a catalogue, and where its list stands. */
const CATALOGUES = [
  { kind: 'rule', folder: 'libs/scheduling/src/rules/', list: 'libs/scheduling/src/rules/catalogue.ts', id: true },
  {
    kind: 'model',
    folder: 'libs/scheduling/src/staffing/models/',
    list: 'libs/scheduling/src/staffing/catalogue.ts',
    id: true,
  },
  {
    kind: 'move',
    folder: 'libs/scheduling/src/optimiser/',
    list: 'libs/scheduling/src/optimiser/search/moves/catalogue.ts',
    id: true,
  },
  { kind: 'method', folder: 'libs/forecast/src/methods/', list: 'libs/forecast/src/catalogue.ts', id: true },
  { kind: 'source', folder: 'libs/connectors/src/sources/', list: 'libs/connectors/src/catalogue.ts', id: true },
];

function findingsOf(root, { kind, folder, list }) {
  const items = sourceFiles(root, new RegExp(`^${folder}.*\\.${kind}\\.ts$`));
  if (items.length === 0) return [`${folder} holds no *.${kind}.ts`];
  if (!existsSync(join(root, list))) return [`${list} is missing: list the ${kind} files there`];
  const listed = readFileSync(join(root, list), 'utf8');
  return items.flatMap((file) => {
    const id = basename(file, `.${kind}.ts`);
    const found = [];
    if (!listed.includes(`${id}.${kind}.js`)) found.push(`${file} is not listed in ${list}: add one line`);
    if (!existsSync(join(root, file.replace(/\.ts$/, '.spec.ts')))) found.push(`${file} has no spec beside it`);
    if (!readFileSync(join(root, file), 'utf8').includes(`'${id}'`))
      found.push(`${file} does not state the id '${id}'`);
    return found;
  });
}

export function findings(root) {
  return CATALOGUES.flatMap((catalogue) => findingsOf(root, catalogue));
}
