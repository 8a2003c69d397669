import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliCommand } from '../frame/command.js';
import { runCommandLine } from '../frame/run-for-test.js';
import { runServer } from './server.command.js';

describe('the server commands', () => {
  it('start the server program with what was typed and answer its exit code', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yotei-server-'));
    const program = join(folder, 'main.mjs');
    const fits = `JSON.stringify(process.argv.slice(2)) === '["demo","--agents","60","--json"]'`;
    await writeFile(program, `process.exitCode = ${fits} ? 7 : 8;`);
    const demo = cliCommand({
      name: 'demo',
      summary: '',
      example: '',
      passThrough: true,
      define: () => {},
      run: (_o, _c, rest) => runServer(program, ['demo', ...rest]),
    });
    expect(await runCommandLine(['demo', '--agents', '60', '--json'], { commands: [demo] })).toMatchObject({
      exitCode: 7,
    });
    await rm(folder, { recursive: true });
  });

  it('say how to build the server when it is not built', () => {
    expect(() => runServer('/nowhere/main.js', ['api'])).toThrow('npm run build');
  });
});
