import { runCommandLine } from '../frame/run-for-test.js';

const what = (formula: string, ...more: readonly string[]) => runCommandLine(['staff', '--what', formula, ...more]);

describe('yotei staff --what', () => {
  it('evaluates a formula with units', async () => {
    expect(await what('agents(100 per 30 min, 180 s, 80 %, 20 s)')).toEqual({ exitCode: 0, out: '14\n', error: '' });
    expect(await what('asa(100 per 30 min, 3 min, 14)', '--exact')).toMatchObject({
      out: expect.stringMatching(/^7\.83593701177\d+\n$/),
    });
  });

  it('says in the document what the value counts', async () => {
    const { out } = await what('serviceLevel(100 per 30 min, 180 s, 14, 20 s)', '--json');
    expect(JSON.parse(out)).toEqual({
      formula: 'serviceLevel(100 per 30 min, 180 s, 14, 20 s)',
      value: 0.88835,
      unit: 'fraction',
      text: '88.8%',
    });
  });

  it('marks the place of a mistake, also behind wide characters, and names the remedy', async () => {
    const { exitCode, out, error } = await what('agents(100 per 30 min, 180 s, 80 %, 20 %)');
    expect([exitCode, out]).toEqual([2, '']);
    expect(error.split('\n')).toEqual([
      '--what: answerWithinSeconds: 20 % is a share, not a time; write 20 s',
      '  agents(100 per 30 min, 180 s, 80 %, 20 %)',
      `  ${' '.repeat(36)}^`,
      '',
    ]);
    // Three wide characters take six columns.
    expect((await what('１＋　x')).error.split('\n')[2]).toBe(`  ${' '.repeat(6)}^`);
  });

  it('answers no where no number of agents is enough', async () => {
    const { exitCode, out } = await what('agents(100, 1800, 180, 1, 20)', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ value: null, note: 'goal-unreachable' });
  });

  it('lists the functions', async () => {
    const { exitCode, out } = await what('help');
    expect(exitCode).toBe(0);
    expect(out).toContain('agents(100 per 30 min, 180 s, 80 %, 20 s) = 14 agents');
    const { out: document } = await what('help', '--json');
    expect((JSON.parse(document) as { functions: unknown[] }).functions.length).toBeGreaterThan(20);
  });
});

describe('yotei staff --explain', () => {
  const load = ['staff', '--contacts', '100', '--interval', '30m', '--handle-time', '180s'];
  const explain = (...more: readonly string[]) => runCommandLine([...load, '--explain', ...more]);

  it('prints the sentence, formulas, neighbours and curve', async () => {
    const { exitCode, out } = await explain('--goal', '80/20', '--shrinkage', '0.3', '--agents', '18');
    expect(exitCode).toBe(0);
    expect(out).toContain('To answer at least 80% within 20 s we need 14 agents.');
    expect(out).toContain('18 agents are on the roster, 2 agents too few.');
    expect(out).toContain('10 erlangs = 100 contacts × 3 min ÷ 30 min');
    expect(out).toContain('One agent fewer (13): service-level 79.6%, at least 80%: missed');
    expect(out).toMatch(/^14 +88\.8% +7\.8 s +71\.4% +0% {2}<- the answer$/m);
  });

  it('gives all of it as one document, with the sentence in both languages', async () => {
    const { out } = await explain('--goal', '80/20', '--json');
    const document = JSON.parse(out) as { curve: { agents: number[] }; sentence: { ja: string } };
    expect(document).toMatchObject({ requiredAgents: 14, effects: { fewer: { agents: 13 } } });
    expect(document.curve.agents).toContain(14);
    expect(document.sentence.ja).toContain('14人が必要です。');
  });

  it('asks for a goal and for one load, and answers no where none is reached', async () => {
    expect(await explain('--agents', '14')).toMatchObject({ exitCode: 2, out: '' });
    expect(await explain('--goal', '80/20', '--in', 'load.csv')).toMatchObject({ exitCode: 2, out: '' });
    expect(await explain('--goal', '100/20')).toMatchObject({ exitCode: 1 });
  });
});
