import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCommandLine } from '../frame/run-for-test.js';

const LOAD = ['staff', '--contacts', '100', '--interval', '30m', '--handle-time', '180s'];

describe('yotei staff', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-staff-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const file = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  it('answers 14 agents for 10 erlangs at 80/20, 20 to roster at 30 % shrinkage', async () => {
    const { exitCode, out } = await runCommandLine([...LOAD, '--goal', '80/20', '--shrinkage', '0.3', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      model: 'erlang-c',
      agents: 14,
      agents_to_roster: 20,
      service_level_achieved: 0.88835,
    });
  });

  it('takes Erlang A when patience is given', async () => {
    const { out } = await runCommandLine([...LOAD, '--goal', '80/20', '--patience', '5m', '--json', '--exact']);
    expect(JSON.parse(out)).toMatchObject({ model: 'erlang-a', agents: 13 });
  });

  it('evaluates the agents given and says when the load is unstable, with exit code 1', async () => {
    const { exitCode, out } = await runCommandLine([...LOAD, '--agents', '10', '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ agents: 10, wait_probability: 1, note: 'unstable-load' });
  });

  it('lists every missing option at once, with exit code 2', async () => {
    const { exitCode, out, error } = await runCommandLine(['staff', '--contacts', '100']);
    expect([exitCode, out]).toEqual([2, '']);
    expect(error.split('\n').map((line) => line.split(':')[0])).toEqual(['--interval', '--handle-time', 'goal', '']);
  });

  it('adds the answer to each row of a file, keeps foreign columns, and lets a row overrule an option', async () => {
    const path = await file(
      'load.csv',
      '\uFEFFid;calls;interval_seconds;handle_seconds;service_level;note_of_mine\r\na;100;1800;180;;"x;y"\r\nb;100;1800;180;0.9;\r\n',
    );
    const out = join(folder, 'staffed.csv');
    const ran = await runCommandLine([
      'staff',
      '--in',
      path,
      '--columns',
      'contacts=calls',
      '--goal',
      '80/20',
      '--out',
      out,
    ]);
    expect(ran).toEqual({ exitCode: 0, out: '', error: '' });
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
    expect(lines[0]).toMatch(
      /^id,contacts,interval_seconds,handle_seconds,service_level,note_of_mine,agents,agents_to_roster,/,
    );
    expect(lines[1]).toMatch(/^a,100,1800,180,,x;y,14,14,10,0\.174132,0\.88835,/);
    expect(lines[2]).toMatch(/^b,100,1800,180,0\.9,,15,15,10,/);
  });

  it('names the line of a value that a model refuses', async () => {
    const path = await file(
      'load.csv',
      'contacts,interval_seconds,handle_seconds,patience_seconds\n100,1800,180,300\n100,1800,180,0\n',
    );
    const { exitCode, error } = await runCommandLine(['staff', '--in', path, '--goal', '80/20']);
    expect(exitCode).toBe(2);
    expect(error).toContain(`${path}:3: patience_seconds: 0 is not above 0`);
  });

  it('reads a packed file', async () => {
    const path = await file('load.csv.gz', gzipSync('contacts,interval_seconds,handle_seconds\n100,1800,180\n'));
    const { out } = await runCommandLine(['staff', '--in', path, '--goal', '80/20', '--json']);
    expect(JSON.parse(out)).toMatchObject({ rows: [{ agents: 14 }] });
  });

  it('finds all problems of a file in one pass and shows at most 20', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${index === 3 ? 'many' : -1},1800,180\n`).join('');
    const path = await file('bad.csv', `contacts,interval_seconds,handle_seconds\n${rows}`);
    const { exitCode, error } = await runCommandLine(['staff', '--in', path, '--goal', '80/20']);
    const lines = error.trimEnd().split('\n');
    expect(exitCode).toBe(2);
    expect(lines).toHaveLength(21);
    expect(lines[0]).toBe(`${path}:2: contacts: -1 is below 0`);
    expect(lines[3]).toBe(`${path}:5: contacts: 'many' is not a number; expected for example 12.5`);
    expect(lines[20]).toBe('… and 10 more problems');
  });

  it('leaves out bad rows when told to, and says which', async () => {
    const path = await file('bad.csv', 'contacts,interval_seconds,handle_seconds\nx,1800,180\n100,1800,180\n');
    const { exitCode, out, error } = await runCommandLine([
      'staff',
      '--in',
      path,
      '--goal',
      '80/20',
      '--skip-bad-rows',
    ]);
    expect(exitCode).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(error).toContain(':2: contacts:');
  });

  it('notes a goal that no number of agents reaches', async () => {
    const path = await file(
      'load.csv',
      'contacts,interval_seconds,handle_seconds,service_level,answer_within_seconds\n100,1800,180,1,20\n',
    );
    const { out } = await runCommandLine(['staff', '--in', path, '--json']);
    expect(JSON.parse(out)).toMatchObject({ rows: [{ agents: null, note: 'goal-unreachable' }] });
  });

  it('evaluates a formula, and marks the place of a mistake', async () => {
    expect(await runCommandLine(['staff', '--what', 'agents(100, 1800, 180, 0.8, 20)'])).toMatchObject({
      exitCode: 0,
      out: '14\n',
    });
    const { exitCode, error } = await runCommandLine(['staff', '--what', '1 + * 2']);
    expect(exitCode).toBe(2);
    expect(error.split('\n').at(-2)).toBe('      ^'); // two blanks, then four characters before the star
  });
});
