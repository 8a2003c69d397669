import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assembleProblem,
  parseAgentsFile,
  parseRosterFile,
  parseRulesFile,
  type FileRead,
} from '@yotei/scheduling/roster';
import { validateProblem, WORK_RULES } from '@yotei/scheduling/rules';
import { evaluateRoster } from '@yotei/scheduling/evaluation';

const page = readFileSync(join(__dirname, '../../../../docs/cli/roster-format.md'), 'utf8');
const zone = { zone: 'UTC' };

/** The JSON example under a heading of the page. */
function example(heading: string): string {
  const section = page.slice(page.indexOf(`## ${heading}`));
  return /```json\n([\s\S]*?)```/.exec(section)![1]!;
}

function contentOf<T>(read: FileRead<T>): T {
  expect(read).toMatchObject({ kind: 'read' });
  return (read as { content: T }).content;
}

describe('docs/cli/roster-format.md', () => {
  it('shows files that can be read, fit together and keep their own rules', () => {
    const agents = contentOf(parseAgentsFile(example('agents.json'), zone));
    const rules = contentOf(parseRulesFile(example('rules.json'), zone));
    const roster = contentOf(parseRosterFile(example('roster.json'), zone));
    const problem = assembleProblem({ agents, rules, startsOn: '2026-11-02', weeks: 1 });
    expect(validateProblem(problem)).toEqual({ kind: 'valid' });
    const { breaches } = evaluateRoster(problem, roster);
    // One shift of eight paid hours and a day of paid leave do not make a week of 2400; the afternoon run is 240 minutes.
    expect(breaches.map(({ ruleId, amount }) => [ruleId, amount])).toEqual([
      ['weekly-paid-minutes', 2400 - 480 - 480],
      ['max-continuous-contact-minutes', 135 - 120],
      ['max-continuous-contact-minutes', 240 - 120],
    ]);
  });

  it('lists every rule of the catalogue with its unit and parameters', () => {
    for (const rule of WORK_RULES) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${rule.id} |`));
      expect(row).toContain(`| ${rule.amountUnit} |`);
      for (const spec of rule.parameters) expect(row).toContain(`\`${spec.key}\` (${spec.default})`);
    }
  });
});
