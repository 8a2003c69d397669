import { readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sourceFiles } from './source-files.mjs';

export const name = 'generated files are as the generators write them (npm run generate)';

const GENERATED =
  /^apps\/api\/src\/schema\.graphql$|^apps\/web\/src\/graphql\/generated\/|^docs\/cli\/\w+\.schema\.json$/;

/** Generates again and compares byte by byte; puts back what stood there, so that a check changes nothing. */
export function findings(root) {
  const read = () =>
    new Map(sourceFiles(root, GENERATED).map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const before = read();
  try {
    execFileSync(process.execPath, ['tools/generate.mjs'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
  } catch (error) {
    return [`the generators failed: ${error.stdout ?? ''}${error.stderr ?? ''}`];
  }
  const after = read();
  for (const [file, text] of before) if (after.get(file) !== text) writeFileSync(join(root, file), text);
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `${file} differs: run npm run generate and commit`);
}
