import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliCommand, type CliCommand } from './command.js';
import { ExitCode } from './exit-code.js';
import { durationOption } from './option-values.js';
import { ProblemList } from './problem-list.js';
import { runCommandLine } from './run-for-test.js';

const command = (run: CliCommand['run']): readonly CliCommand[] => [
  cliCommand({
    name: 'try',
    summary: 'tries',
    example: 'try',
    define: (built) => void built.option('--wait <duration>', 'wait', durationOption),
    run,
  }),
];

describe('the frame of the command line', () => {
  it('shows the summary and a line to run in --help, with exit code 0', async () => {
    const { exitCode, out } = await runCommandLine(['staff', '--help']);
    expect(exitCode).toBe(0);
    expect(out).toContain('npx yotei staff --contacts 100 --interval 30m --handle-time 180s --goal 80/20');
  });

  it('prints its version', async () => {
    const { exitCode, out } = await runCommandLine(['--version']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+/);
  });

  it.each([[['nonsense']], [['try', '--nonsense']], [['try', '--wait', 'soon']]])(
    'answers 2 to %j and writes nothing to standard output',
    async (args) => {
      const { exitCode, out, error } = await runCommandLine(args, { commands: command(async () => ExitCode.done) });
      expect([exitCode, out]).toEqual([2, '']);
      expect(error).toMatch(/error: |^--wait: 'soon' is not a duration/);
    },
  );

  it('hands options and the exit code through', async () => {
    const seen: unknown[] = [];
    const commands = command(async (options) => {
      seen.push(options);
      return ExitCode.no;
    });
    expect(await runCommandLine(['try', '--wait', '2h', '--json'], { commands })).toEqual({
      exitCode: 1,
      out: '',
      error: '',
    });
    expect(seen).toEqual([{ wait: 7200, json: true }]);
  });

  it('calls an unexpected error a fault of ours, 70', async () => {
    const { exitCode, error } = await runCommandLine(['try'], {
      commands: command(() => Promise.reject(new Error('boom'))),
    });
    expect(exitCode).toBe(70);
    expect(error).toContain('boom');
  });

  it('prints 20 problems and how many more there are', async () => {
    const { exitCode, error } = await runCommandLine(['try'], {
      commands: command(() => {
        const problems = new ProblemList();
        for (let line = 1; line <= 23; line += 1)
          problems.add({ file: 'a.csv', line, field: 'x', message: 'missing value' });
        problems.throwIfAny();
        return Promise.resolve(ExitCode.done);
      }),
    });
    expect(exitCode).toBe(2);
    expect(error.split('\n').slice(19)).toEqual(['a.csv:20: x: missing value', '… and 3 more problems', '']);
  });

  it('writes JSON to standard output and the text to the file, whole or not at all', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yotei-frame-'));
    const out = join(folder, 'a.txt');
    const good = command(async (_options, { emit }) => {
      await emit({ document: () => ({ a: 1 }), text: () => 'one\n' });
      return ExitCode.done;
    });
    expect(await runCommandLine(['try', '--json', '--out', out], { commands: good })).toMatchObject({
      out: '{"a":1}\n',
    });
    expect(await readFile(out, 'utf8')).toBe('one\n');
    const bad = command(async (_options, { emit }) => {
      await emit({
        document: () => null,
        text: function* () {
          yield 'half';
          throw new Error('stopped');
        },
      });
      return ExitCode.done;
    });
    expect(await runCommandLine(['try', '--out', out], { commands: bad })).toMatchObject({ exitCode: 70 });
    expect(await readFile(out, 'utf8')).toBe('one\n');
    expect(await readdir(folder)).toEqual(['a.txt']);
    await rm(folder, { recursive: true });
  });

  it('refuses a result file in a folder that is not there, before the work begins', async () => {
    let ran = false;
    const commands = command(async () => {
      ran = true;
      return ExitCode.done;
    });
    const { exitCode, error } = await runCommandLine(['try', '--out', '/nowhere/at/all.csv'], { commands });
    expect([exitCode, ran]).toEqual([2, false]);
    expect(error).toBe('--out: /nowhere/at is not a folder; make it, or name another\n');
  });

  it('writes progress as JSON lines when asked, and nothing otherwise', async () => {
    const commands = command(async (_options, { progress }) => {
      progress.update({ fraction: 0.5, message: 'half' });
      return ExitCode.done;
    });
    expect(await runCommandLine(['try', '--progress', 'json'], { commands })).toMatchObject({
      error: '{"seconds":1,"fraction":0.5,"message":"half"}\n',
    });
    expect(await runCommandLine(['try'], { commands })).toMatchObject({ error: '' });
    expect(await runCommandLine(['try', '--progress', 'json', '--quiet'], { commands })).toMatchObject({ error: '' });
  });
});
