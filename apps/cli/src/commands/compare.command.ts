import { rosterDifference } from '@yotei/scheduling/explanation';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { differenceDocument, differenceLines } from './explain/difference.js';
import { defineJudgedOptions, readJudged, type JudgedOptions } from './judged-roster.js';

interface CompareOptions extends JudgedOptions {
  readonly before: string;
  readonly after: string;
}

async function run(options: CompareOptions, context: CommandContext): Promise<ExitCode> {
  const { problem, rosters } = await readJudged(options, [options.before, options.after], context);
  const found = rosterDifference(problem, rosters[0]!, rosters[1]!);
  await context.emit({
    document: () => differenceDocument(found, problem),
    text: () => `${differenceLines(found, problem).join('\n')}\n`,
  });
  return ExitCode.done;
}

export const compareCommand = cliCommand<CompareOptions>({
  name: 'compare',
  summary: 'what differs between two rosters: by person, rule and interval, and in cost',
  example: 'compare --before monday.json --after tuesday.json --agents agents.json --rules rules.json',
  define: (command) => {
    command
      .requiredOption('--before <file>', 'roster.json: the earlier one')
      .requiredOption('--after <file>', 'roster.json: the later one');
    defineJudgedOptions(command, 'requirement.csv: adds shortage and its cost to the answer');
  },
  run,
});
