import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** Files git tracks or would track, as paths from the root with `/`. */
export function sourceFiles(root, pattern = /\.(ts|tsx)$/) {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return listed.split('\n').filter((file) => pattern.test(file) && existsSync(join(root, file)));
}

/** Modules a file names in import, export-from and import(): relative ones as paths from the root without ending. */
export function importsOf(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  const names = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\n[^'"\n;]*)*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((m) => m[1] ?? m[2] ?? m[3]);
  return names.map((name) =>
    name.startsWith('.') ? posix.join(dirname(file), name).replace(/\.(js|ts|tsx)$/, '') : name,
  );
}
