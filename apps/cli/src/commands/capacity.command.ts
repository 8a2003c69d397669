import { Option } from 'commander';
import {
  capacityInWords,
  capacityRisk,
  classInWords,
  evaluateCapacity,
  moveInWords,
  sumByPeriod,
  totalWeeks,
  wholeOf,
  type CapacityPeriod,
  type CapacityPlan,
} from '@yotei/scheduling/capacity';
import { planToFill, proposeHiring, type HiringProposal } from '@yotei/scheduling/hiring';
import { loadSolver } from '@yotei/scheduling/solver';
import type { TextLanguage } from '@yotei/scheduling/staffing';
import { addDays } from '@yotei/time';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { countOption, positiveDurationOption } from '../frame/option-values.js';
import { snakeCase } from '../io/snake-case.js';
import { refuseWithoutFolder, writeFileWhole } from '../io/output-file.js';
import { readPlan, withAssumptions } from './capacity/plan-file.js';
import { planText } from './capacity/plan-text.js';
import { writeCsv, writeWorkbook } from './capacity/plan-workbook.js';

interface CapacityOptions {
  readonly plan: string;
  readonly assumptions?: string;
  readonly propose?: boolean;
  readonly keep?: boolean;
  readonly timeLimit?: number;
  readonly risk?: boolean;
  readonly seed: number;
  readonly period: CapacityPeriod;
  readonly language: TextLanguage;
  readonly planOut?: string;
  readonly excel?: string;
  readonly csv?: string;
}

interface Proposed {
  readonly plan: CapacityPlan;
  readonly proposal: HiringProposal;
}

async function readInput({ plan: path, assumptions, language }: CapacityOptions, context: CommandContext) {
  const plan = await readPlan(path, language);
  if (assumptions === undefined) return plan;
  const read = await withAssumptions(plan, assumptions, language);
  context.note(`${read.changed} weekly assumptions differ from the plan`);
  return read.plan;
}

/** The plan with the proposed classes and moves. */
async function propose(plan: CapacityPlan, options: CapacityOptions, context: CommandContext): Promise<Proposed> {
  const keep = options.keep === true;
  const proposal = proposeHiring(plan, {
    ...{ solve: await loadSolver(), keep, shouldStop: () => context.signal.aborted },
    ...(options.timeLimit !== undefined && { seconds: options.timeLimit }),
  });
  const base = planToFill(plan, keep);
  const classes = [...base.classes, ...proposal.classes];
  return { proposal, plan: { ...base, classes, moves: [...base.moves, ...proposal.moves] } };
}

async function writeFiles(plan: CapacityPlan, { planOut, excel, csv, language }: CapacityOptions): Promise<void> {
  if (planOut !== undefined) await writeFileWhole(planOut, [`${JSON.stringify(plan, null, 2)}\n`]);
  if (excel !== undefined) await writeWorkbook(excel, plan, language);
  if (csv !== undefined) await writeCsv(csv, plan, language);
}

async function run(options: CapacityOptions, context: CommandContext): Promise<ExitCode> {
  for (const name of ['planOut', 'excel', 'csv'] as const)
    if (options[name] !== undefined) await refuseWithoutFolder(options[name], OPTION[name]);
  const read = await readInput(options, context);
  const proposed = options.propose ? await propose(read, options, context) : null;
  const plan = proposed?.plan ?? read;
  await writeFiles(plan, options);
  await context.emit({
    document: () => documentOf(plan, proposed?.proposal ?? null, options),
    text: () =>
      `${[...planText(plan, evaluateCapacity(plan), options), ...reasons(plan, proposed, options)].join('\n')}\n`,
  });
  if (context.signal.aborted) return ExitCode.stopped;
  return proposed && !proposed.proposal.isWithinGap ? ExitCode.stopped : ExitCode.done;
}

const OPTION = { planOut: '--plan-out', excel: '--excel', csv: '--csv' } as const;

/** Why each proposed class and move is there. */
function reasons(plan: CapacityPlan, proposed: Proposed | null, { language }: CapacityOptions): string[] {
  if (!proposed) return [];
  const { classes, moves } = proposed.proposal;
  return [
    '',
    ...classes.map((one) => `- ${classInWords(plan, one, language)}`),
    ...moves.map((one) => `- ${moveInWords(plan, one, language)}`),
  ];
}

/** Numbers as computed, for whoever compares. */
function documentOf(plan: CapacityPlan, proposal: HiringProposal | null, options: CapacityOptions): unknown {
  const answer = evaluateCapacity(plan);
  const { cost, shortPenalty, shortHours } = answer;
  const all = totalWeeks(answer.groups);
  return snakeCase({
    firstOn: plan.firstOn,
    weeks: plan.weeks,
    currency: plan.currency,
    sentences: capacityInWords(plan, answer, options.language),
    total: { ...wholeOf(all), cost, shortPenalty, shortHours },
    periods: sumByPeriod(all, plan.firstOn, options.period),
    groups: plan.groups.map(({ id, title }, index) => ({
      ...{ id, title: title[options.language] },
      weeks: answer.groups[index]!.map((week, place) => ({ weekOn: addDays(plan.firstOn, 7 * place), ...week })),
    })),
    ...{ classes: plan.classes, moves: plan.moves },
    ...(proposal && { proposal }),
    ...(options.risk && { risk: capacityRisk(plan, { seed: options.seed }) }),
  });
}

export const capacityCommand = cliCommand<CapacityOptions>({
  name: 'capacity',
  summary: 'people needed and there by week, what they cost, and whom to hire when',
  example: 'capacity --plan docs/examples/capacity-plan.json --propose --period quarter',
  define: (command) => {
    command
      .requiredOption(
        '--plan <file>',
        'JSON of a plan, as the web saves it for the command line and --plan-out writes it',
      )
      .option(
        '--assumptions <file>',
        'weekly assumptions from an Excel workbook or CSV as the web or --excel writes them',
      )
      .option('--propose', 'propose the cheapest hiring classes and moves')
      .option('--keep', 'with --propose: keep the classes of the plan and add to them')
      .option('--time-limit <duration>', 'with --propose: best so far after this time', positiveDurationOption)
      .option('--risk', 'with --json: chance of being short and bands of the gap over 400 drawn futures')
      .option('--seed <number>', 'of the drawn futures', countOption, 1)
      .addOption(new Option('--period <period>', 'of the table').choices(['week', 'month', 'quarter']).default('month'))
      .addOption(new Option('--language <code>', 'of words, sheets and rows').choices(['en', 'ja']).default('en'))
      .option('--plan-out <file>', 'write the plan that was computed, as JSON')
      .option('--excel <file>', 'write assumptions, results and classes as a workbook')
      .option('--csv <file>', 'write assumptions and results as one table');
  },
  run,
});
