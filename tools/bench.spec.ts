import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const workspace = join(__dirname, '..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yotei-bench-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function bench(name: string, body: string): string {
  writeFileSync(join(folder, `${name}.bench.ts`), `export async function bench(context: { quick: boolean }) {${body}}`);
  return `${name}.bench.ts`;
}

/** The tool is plain Node, so it is asked as a program would ask it. */
function tables(files: readonly string[]): { text: string; failed: readonly string[]; said: string } {
  const asked = `${JSON.stringify(files)}, ${JSON.stringify({ root: folder, quick: true })}`;
  const code = `import('./tools/bench.mjs').then((m) => m.benchTables(${asked})).then((t) => console.log(JSON.stringify(t)))`;
  const done = spawnSync(process.execPath, ['-e', code], { cwd: workspace, encoding: 'utf8' });
  return { ...(JSON.parse(done.stdout) as { text: string; failed: string[] }), said: done.stderr };
}

describe('npm run bench', () => {
  it('runs each file in a process of its own and joins their rows in one text', () => {
    const leave = `const seen = (globalThis as { seen?: number }).seen ?? 0; (globalThis as { seen?: number }).seen = 1;`;
    const row = (name: string) => `return [{ name: '${name}', value: seen, unit: 'seen before' }];`;
    const files = [bench('first', leave + row('one')), bench('second', leave + row('two'))];
    const { text, failed } = tables(files);
    expect(failed).toEqual([]);
    expect(text).toContain('| one | 0 seen before |');
    expect(text).toContain('| two | 0 seen before |');
    expect(text.indexOf('### first.bench.ts')).toBeLessThan(text.indexOf('### second.bench.ts'));
  });

  it('hands on the options, shows the ratio, and keeps what a bench prints out of the table', () => {
    const body = `console.log('noise'); return [{ name: 'quick ' + context.quick, value: 2.5, unit: 'ms', ratio: 0.5, against: 'a peer' }];`;
    const { text, said } = tables([bench('one', body)]);
    expect(text).toContain('| quick true | 2.5 ms | 0.5 × a peer |');
    expect(text).not.toContain('noise');
    expect(said).toContain('noise');
  });

  it('ends a bench that leaves a timer open, and measures the others when one fails', () => {
    const files = [
      bench('open', `setInterval(() => 0, 1000); return [{ name: 'open', value: 1, unit: 'x' }];`),
      bench('broken', `throw new Error('no such peer');`),
      bench('last', `return [{ name: 'last', value: 3, unit: 'x' }];`),
    ];
    const { text, failed, said } = tables(files);
    expect(failed).toEqual(['broken.bench.ts']);
    expect(said).toContain('no such peer');
    expect(text).toContain('| open | 1 x |');
    expect(text).toContain('| last | 3 x |');
  });

  it('names an option it does not know and a word that no path holds, and runs nothing', () => {
    const run = (arg: string) =>
      spawnSync(process.execPath, ['tools/bench.mjs', arg], { cwd: workspace, encoding: 'utf8' });
    expect(run('--fast')).toMatchObject({ status: 2, stdout: '' });
    expect(run('no-such-bench')).toMatchObject({ status: 2, stdout: '' });
    expect(run('no-such-bench').stderr).toContain('no-such-bench');
  });
});
