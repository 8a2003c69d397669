import { basename } from 'node:path';
import { sourceFiles } from './source-files.mjs';

export const name = 'names: kebab-case files, none called utils, helpers, common, manager or misc';

export function findings(root) {
  return sourceFiles(root).flatMap((file) => {
    if (/graphql\/generated\//.test(file)) return [];
    const base = basename(file).replace(/\.(ts|tsx)$/, '');
    if (/(^|[-.])(utils?|helpers?|common|manager|misc)([-.]|$)/.test(base))
      return [`${file}: name it for what it holds`];
    return /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(base) ? [] : [`${file}: file names are kebab-case`];
  });
}
