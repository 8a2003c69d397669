import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode } from '../frame/exit-code.js';
import { runCommandLine } from '../frame/run-for-test.js';

describe('yotei schema', () => {
  it.each(['agents', 'rules', 'roster'])('prints the schema of %s as docs/cli publishes it', async (name) => {
    const ran = await runCommandLine(['schema', '--of', name]);
    expect([ran.exitCode, ran.error]).toEqual([ExitCode.done, '']);
    // Where they differ: npm run generate
    expect(ran.out).toBe(readFileSync(join(__dirname, `../../../../docs/cli/${name}.schema.json`), 'utf8'));
    expect(JSON.parse(ran.out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });

  it('names the files that have one', async () => {
    const ran = await runCommandLine(['schema', '--of', 'shifts']);
    expect(ran.exitCode).toBe(ExitCode.badInput);
    expect(ran.error).toContain("--of: 'shifts' has no schema; expected agents, rules, roster");
  });
});
