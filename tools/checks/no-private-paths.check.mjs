import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from './source-files.mjs';

export const name = 'nothing committed names a registry host or a path of one machine';

const LOCK_HOST = /"resolved":\s*"https?:/;
const HOME = /(^|[\s"'`(=])\/(home|root|Users)\/[a-z]/;

export function findings(root) {
  return sourceFiles(root, /\.(ts|tsx|mjs|cjs|json|md|graphql|yml|yaml|css|html)$/).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    if (file === 'package-lock.json')
      return LOCK_HOST.test(text) ? [`${file} names download hosts: install with omit-lockfile-registry-resolved`] : [];
    return HOME.test(text) ? [`${file} names a folder of one machine`] : [];
  });
}
