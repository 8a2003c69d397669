import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseWithoutFolder, writeFileWhole } from './output-file.js';

const folder = mkdtempSync(join(tmpdir(), 'yotei-output-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a result file', () => {
  it('is replaced whole, with no neighbour left behind', async () => {
    const path = join(folder, 'a.txt');
    await writeFileWhole(path, 'one');
    await writeFileWhole(path, ['two', '\n']);
    expect(readFileSync(path, 'utf8')).toBe('two\n');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('does not take the place of a pipe or a device of that name', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const read = readFile(pipe, 'utf8');
    await writeFileWhole(pipe, 'through');
    expect(await read).toBe('through');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  it('is refused before the work when its folder is not there', async () => {
    await expect(refuseWithoutFolder(join(folder, 'none', 'a.csv'), '--out')).rejects.toThrow(
      /^--out: .*none is not a/,
    );
    await expect(refuseWithoutFolder('a.csv', '--out')).resolves.toBeUndefined();
  });
});
