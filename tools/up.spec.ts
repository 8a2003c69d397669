import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The bootstrap is plain Node before anything is installed, so it is asked as a program would ask it. */
function checkNode(version: string): string | null {
  const code = `import('./tools/up.mjs').then((m) => console.log(JSON.stringify(m.checkNode('${version}'))))`;
  const done = spawnSync(process.execPath, ['-e', code], { cwd: join(__dirname, '..'), encoding: 'utf8' });
  return JSON.parse(done.stdout) as string | null;
}

describe('npm run up, before anything is installed', () => {
  it('refuses a Node that is too old in one line with the remedy', () => {
    expect(checkNode('18.20.4')).toBe('Node 18.20.4 is too old; install Node 20.19 or newer and run the command again');
    expect(checkNode('20.18.1')).toContain('too old');
  });

  it('accepts the oldest supported and newer ones', () => {
    expect(checkNode('20.19.0')).toBeNull();
    expect(checkNode('24.1.0')).toBeNull();
  });
});
