import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from './source-files.mjs';

export const name = 'sizes: no hand-written file above 400 lines (600 for tests); functions are lint’s';

const GENERATED = /graphql\/generated\/|schema\.graphql$|golden\/|fixtures\//;

export function findings(root) {
  return sourceFiles(root, /\.(ts|tsx|mjs|cjs|css)$/)
    .filter((file) => !GENERATED.test(file))
    .flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n').length;
      const limit = /^tests\/|\.(spec|db-spec|bench)\.tsx?$/.test(file) ? 600 : 400;
      return lines > limit ? [`${file} has ${lines} lines, more than ${limit}: split it by what it holds`] : [];
    });
}
