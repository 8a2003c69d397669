import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { numberOption } from '../frame/option-values.js';
import { badInput } from '../frame/problem-list.js';
import { explainedWish } from './explain/explained-wish.js';
import { explainRoster, explanationDocument, explanationLines } from './explain/explained-roster.js';
import { wishOption, type AskedWish } from './explain/wish-option.js';
import { defineJudgedOptions, readJudged, type JudgedOptions } from './judged-roster.js';

interface ExplainOptions extends JudgedOptions {
  readonly roster: string;
  readonly most?: number;
  readonly agent?: string;
  readonly wish?: AskedWish;
}

async function run(options: ExplainOptions, context: CommandContext): Promise<ExitCode> {
  const { agent, wish } = options;
  if (options.requirement === undefined)
    throw badInput({ field: '--requirement', message: 'is missing; without it nothing can be short' });
  if ((agent === undefined) !== (wish === undefined))
    throw badInput({
      field: agent === undefined ? '--agent' : '--wish',
      message: 'is missing; --agent and --wish go together',
    });
  const { problem, rosters } = await readJudged(options, [options.roster], context);
  if (agent === undefined || wish === undefined) {
    const explained = explainRoster(problem, rosters[0]!, options.most);
    await context.emit({
      document: () => explanationDocument(explained),
      text: () => `${explanationLines(explained).join('\n')}\n`,
    });
    return ExitCode.done;
  }
  if (!problem.agents.some(({ id }) => id === agent))
    throw badInput({ field: '--agent', message: `agent (${agent}) is not in ${options.agents}` });
  await context.emit(explainedWish(problem, rosters[0]!, { ...wish, agentId: agent, weight: 0 }));
  return ExitCode.done;
}

export const explainCommand = cliCommand<ExplainOptions>({
  name: 'explain',
  summary:
    'why a roster is as it is: what is short and why, wishes not met, or why one agent’s week is not the wished one',
  example:
    'explain --roster roster.json --agents agents.json --rules rules.json --requirement requirement.csv --agent a-017 --wish "day-off 2026-11-04"',
  define: (command) => {
    command.requiredOption('--roster <file>', 'roster.json: the shifts to explain');
    defineJudgedOptions(command, 'requirement.csv the roster was made for; needed');
    command
      .option(
        '--most <number>',
        'explain so many short stretches, the dearest; all without it',
        numberOption({ min: 1, whole: true }),
      )
      .option('--agent <id>', 'explain this agent’s week; with --wish')
      .option(
        '--wish <text>',
        "the week wished for, such as 'day-off 2026-11-04' or 'start-between 08:00-09:30'",
        wishOption,
      );
  },
  run,
});
