import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../frame/run-for-test.js';

/** 10 erlangs, with some options changed or (undefined) left out. */
function staff(change: Record<string, string | undefined>): ReturnType<typeof runCommandLine> {
  const options = { contacts: '100', interval: '30m', 'handle-time': '180s', goal: '80/20', ...change };
  const given = Object.entries(options).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return runCommandLine(['staff', ...given.flatMap(([name, value]) => [`--${name}`, value])]);
}

describe('yotei staff with options that make no sense', () => {
  it.each([
    [{ contacts: '-1' }, '--contacts: -1 is below 0'],
    [{ contacts: 'NaN' }, "--contacts: 'NaN' is not a number; expected for example 12.5"],
    [{ contacts: '1e400' }, '--contacts: 1e400 is not a finite number'],
    [{ contacts: 'many' }, "--contacts: 'many' is not a number"],
    [{ interval: '0' }, "--interval: '0' is not above 0"],
    [{ interval: '-30m' }, "--interval: '-30m' is not a duration"],
    [{ 'handle-time': '3 minutes' }, "--handle-time: '3 minutes' is not a duration; expected for example 30m"],
    [{ patience: '0s' }, "--patience: '0s' is not above 0"],
    [{ agents: '2.5' }, '--agents: 2.5 is not a whole number'],
    [{ agents: '-3' }, '--agents: -3 is below 0'],
    [{ goal: '80' }, "--goal: '80' is not a goal; expected for example 80/20"],
    [{ goal: '180/20' }, "--goal: '180/20' is not a goal"],
    [{ 'max-occupancy': '85' }, '--max-occupancy: 85 is above 1'],
    [{ shrinkage: '1' }, '--shrinkage: 1 is not below 1'],
    [{ concurrency: '0' }, '--concurrency: 0 is below 1'],
    [{ lines: '0' }, '--lines: 0 is below 1'],
    [{ redial: '1.5' }, '--redial: 1.5 is above 1'],
    [{ model: 'erlang-z' }, '--model: Allowed choices are erlang-a, erlang-c, chat'],
    [{ goal: undefined, 'service-level': '0.8' }, 'answer_within_seconds: missing value'],
    [{ model: 'erlang-a' }, 'patience_seconds: missing value; erlang-a needs the mean patience'],
    [{ model: 'erlang-c', concurrency: '3' }, 'concurrency: 3 does not go with erlang-c, which takes no account of it'],
    [{ model: 'erlang-a', patience: '60', lines: '30' }, 'lines: 30 does not go with erlang-a'],
    [{ slowdown: '0.2' }, 'slowdown: 0.2 does not go with erlang-c, which takes no account of it; use chat'],
    [{ contacts: '1e15' }, 'contacts (1000000000000000) must be at most 1,000,000 a second'],
    [{ contacts: '1e9' }, 'check the unit of the handle time'],
  ])('%j is refused in one line, with exit code 2', async (change, message) => {
    const { exitCode, out, error } = await staff(change);
    expect([exitCode, out]).toEqual([2, '']);
    expect(error).toContain(message);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says everything that is wrong at once', async () => {
    const { exitCode, error } = await staff({ contacts: 'x', interval: '0', 'handle-time': '-1', goal: '80' });
    expect(exitCode).toBe(2);
    expect(
      error
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['--contacts', '--interval', '--handle-time', '--goal']);
  });
});

describe('yotei staff with questions that have no number as their answer', () => {
  it.each([
    [{ goal: '100/20' }, 'goal-unreachable'],
    [{ asa: '0' }, 'goal-unreachable'],
    [{ 'max-occupancy': '0' }, 'goal-unreachable'],
    [{ lines: '11', 'max-blocking': '0.001' }, 'goal-unreachable'],
    [{ goal: undefined, agents: '0' }, 'unstable-load'],
    [{ goal: undefined, agents: '10' }, 'unstable-load'],
  ])('%j answers %s, with exit code 1', async (change, note) => {
    const { exitCode, out, error } = await staff(change);
    expect([exitCode, error]).toEqual([1, '']);
    expect(out).toContain(`note                    ${note}`);
  });

  it('says what becomes of contacts that nobody answers but who do not wait for ever', async () => {
    const { exitCode, out } = await staff({ goal: undefined, agents: '0', patience: '60' });
    expect(exitCode).toBe(0);
    expect(out).toMatch(/abandonment +1\n/);
  });
});

describe('yotei staff with a threshold longer than the interval', () => {
  it('answers, because the models mean a load that goes on, and says so', async () => {
    const { exitCode, out, error } = await staff({ goal: '80/1h' });
    expect(exitCode).toBe(0);
    expect(out).toMatch(/agents +11\n/);
    expect(error).toBe(
      '--answer-within: threshold of 3600 s is longer than the interval of 1800 s; the figures hold where the load lasts longer than both\n',
    );
    expect((await staff({ goal: '80/30m' })).error).toBe('');
  });
});

describe('yotei staff with a file full of mistakes', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-staff-bad-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (header: string, rows: readonly string[]): Promise<{ exitCode: number; lines: string[] }> => {
    const path = join(folder, 'load.csv');
    await writeFile(path, [header, ...rows, ''].join('\n'));
    const { exitCode, error } = await runCommandLine(['staff', '--in', path, '--out', join(folder, 'out.csv')]);
    return {
      exitCode,
      lines: error
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(`${path}:`, '')),
    };
  };

  it('names line and column of each', async () => {
    const { exitCode, lines } = await run(
      'contacts,interval_seconds,handle_seconds,service_level,answer_within_seconds,patience_seconds,agents,lines,shrinkage,model',
      [
        '-1,1800,180,0.8,20,,,,,',
        'NaN,1800,180,0.8,20,,,,,',
        '100,0,180,0.8,20,,,,,',
        '100,1800,-5,0.8,20,,,,,',
        '100,1800,180,80,20,,,,,',
        '100,1800,180,0.8,-20,,,,,',
        '100,1800,180,0.8,,,,,,',
        '100,1800,180,,,,,,,',
        '100,1800,180,0.8,20,0,,,,',
        '100,1800,180,0.8,20,,1.5,,,',
        '100,1800,180,0.8,20,,,0,,',
        '100,1800,180,0.8,20,,,,1,',
        '100,1800,180,0.8,20,,,,,erlang-z',
        ',1800,180,0.8,20,,,,,',
        '100,1800,1e9,0.8,20,,,,,',
        'Infinity,1800,180,0.8,20,,,,,',
        '1e12,1800,180,0.8,20,,,,,',
        '"100,5",x,180,0.8,20,,,,,',
      ],
    );
    expect(exitCode).toBe(2);
    expect(lines.map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
      '2: contacts',
      '3: contacts',
      '4: interval_seconds',
      '5: handle_seconds',
      '6: service_level',
      '7: answer_within_seconds',
      '8: answer_within_seconds',
      '9: goal',
      '10: patience_seconds',
      '11: agents',
      '12: lines',
      '13: shrinkage',
      '14: model',
      '15: contacts',
      '16: handle_seconds',
      '17: contacts',
      '18: contacts',
      '19: contacts',
      '19: interval_seconds',
    ]);
  });

  it('notes the rows that have no answer and goes on', async () => {
    const path = join(folder, 'load.csv');
    await writeFile(
      path,
      'contacts,interval_seconds,handle_seconds,service_level,answer_within_seconds,agents\n100,1800,180,1,20,\n100,1800,180,,,0\n100,1800,180,0.8,7200,\n',
    );
    const { exitCode, out, error } = await runCommandLine(['staff', '--in', path, '--json']);
    const { rows } = JSON.parse(out) as { rows: { agents: number | null; note: string }[] };
    expect(exitCode).toBe(0);
    expect(rows.map(({ agents, note }) => [agents, note])).toEqual([
      [null, 'goal-unreachable'],
      [0, 'unstable-load'],
      [11, ''],
    ]);
    expect(error).toContain(':4: answer_within_seconds: threshold of 7200 s is longer than the interval of 1800 s');
  });
});
