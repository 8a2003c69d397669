import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/yotei.mjs', import.meta.url));
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const BUILT = existsSync(MAIN);

describe('the program yotei', () => {
  it(BUILT ? 'answers through its real entry' : 'says how to build it when it is not built', () => {
    const args = [
      BIN,
      'staff',
      '--contacts',
      '100',
      '--interval',
      '30m',
      '--handle-time',
      '180s',
      '--goal',
      '80/20',
      '--json',
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (BUILT) {
      expect([status, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout)).toMatchObject({ agents: 14 });
    } else {
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('npm run build');
    }
  });

  it('answers too when node is given the built file itself', () => {
    if (!BUILT) return expect(spawnSync(process.execPath, [MAIN]).status).not.toBe(0);
    const { status, stdout } = spawnSync(process.execPath, [MAIN, '--help'], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain('forecast');
  });
});
