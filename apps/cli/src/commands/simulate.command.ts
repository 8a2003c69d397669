import { CentreSimulation, type Estimate, type SimulationResult } from '@yotei/scheduling/simulation';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { csvLines } from '../io/csv-writer.js';
import { requirementCentre, type RequirementCentre } from './simulate/requirement-centre.js';
import { readSimulateInput, type SimulateInput } from './simulate/simulate-input.js';
import { defineSimulateOptions, type SimulateOptions } from './simulate/simulate-options.js';
import { simulatedRows, type SimulatedRow } from './simulate/simulate-rows.js';
import { simulatedText } from './simulate/simulate-text.js';

/** Lets a signal come in between two replications. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function play(
  { centre }: RequirementCentre,
  options: SimulateOptions,
  context: CommandContext,
): Promise<SimulationResult> {
  const { replications, seed, confidence } = options;
  const simulation = new CentreSimulation(centre, {
    replications,
    seed,
    confidenceFraction: confidence,
    isCancelled: () => context.signal.aborted,
    onProgress: ({ replications: done, ofReplications, contacts }) =>
      context.progress.update({
        fraction: done / ofReplications,
        message: `${done} of ${ofReplications} replications, ${contacts.toLocaleString('en-GB')} contacts`,
      }),
  });
  while (simulation.advance()) await breath();
  context.progress.finish();
  return simulation.result();
}

const SOURCES = {
  option: 'as asked',
  distribution: 'by the forecast’s past errors',
  parameters: 'as calibrated',
  default: 'assumed',
} as const;

/** How much of the rates' uncertainty a day has in common, for each way of knowing it. */
function commonText({ intervals, correlationOf }: SimulateInput): string {
  const queues = [...new Set(intervals.map(({ queue }) => queue))].map(correlationOf);
  const texts = queues.map(
    ({ withinDay, source }) => `${Math.round(withinDay * 100)} % of it common to a day (${SOURCES[source]})`,
  );
  return [...new Set(texts)].join(', ');
}

/** What was taken for granted, in a line each. */
function assumptions(
  options: SimulateOptions,
  { input, of }: { readonly input: SimulateInput; readonly of: RequirementCentre },
  result: SimulationResult,
): string[] {
  const { queues, groups } = of.centre;
  const uncertain = queues.some(({ rateCv }) =>
    Array.from((rateCv?.interval as Float64Array) ?? []).some((cv) => cv > 0),
  );
  const leaves = queues.filter(({ patience }) => patience !== undefined).length;
  const staff =
    options.roster === undefined
      ? 'the required agents'
      : `${groups.reduce((sum, { members = [] }) => sum + members.length, 0)} agents of the roster`;
  const handling = queues.every(({ handleTime }) => handleTime.kind === 'empirical')
    ? 'handle times drawn from the log'
    : `handle times lognormal, cv ${options.handleCv ?? 1}`;
  const patience = queues.every(({ patience: own }) => own?.kind === 'empirical')
    ? 'patience drawn from the log'
    : `patience with cv ${options.patienceCv}`;
  return [
    `${result.replications} replications, ${result.contacts.toLocaleString('en-GB')} contacts, ${staff}; seed ${options.seed}`,
    `${handling}; ${leaves === 0 ? 'nobody leaves (give --patience)' : leaves < queues.length ? `contacts leave ${leaves} of ${queues.length} queues` : patience}; arrival rates ${uncertain ? `uncertain, ${commonText(input)}` : 'taken as certain (no quantiles, no --rate-cv)'}`,
  ];
}

function documentOf(
  rows: readonly SimulatedRow[],
  played: { readonly of: RequirementCentre; readonly result: SimulationResult },
  options: SimulateOptions,
): Readonly<Record<string, unknown>> {
  const chance = (estimate: Estimate | undefined) =>
    estimate ? { chance: estimate.value, low: estimate.low, high: estimate.high } : null;
  const { of, result } = played;
  const periods = (of.centre.periods ?? []).map(({ id, kind }) => ({ span: kind, start: id }));
  const { replications, stoppedBy, contacts } = result;
  return {
    run: { replications, seed: options.seed, confidence: options.confidence, contacts, stoppedBy },
    allGoalsMet: chance(result.allGoalsMet?.whole),
    allGoalsMetBy: result.allGoalsMet?.periods.map((estimate, i) => ({ ...periods[i], ...chance(estimate) })) ?? [],
    rows,
  };
}

async function run(options: SimulateOptions, context: CommandContext): Promise<ExitCode> {
  const input = await readSimulateInput(options);
  const of = requirementCentre(input, options);
  if (input.roster && !input.agents && of.centre.queues.length > 1)
    context.note('without --agents every agent of the roster serves every queue');
  for (const queue of input.leftOut) context.note(`left out: ${queue}, work that can wait`);
  if (!input.roster && options.shrinkage !== undefined)
    context.note('--shrinkage is left aside: required agents are those on contacts, absences already out');
  const result = await play(of, options, context);
  if (result.replications === 0) {
    context.note('stopped before the first replication was complete');
    return ExitCode.stopped;
  }
  const rows = simulatedRows(of, result, input.zone);
  const asFile = options.out !== undefined;
  await context.emit({
    document: () => documentOf(rows, { of, result }, options),
    text: () => (asFile ? csvOf(rows) : simulatedText(rows, assumptions(options, { input, of }, result))),
  });
  return result.stoppedBy === 'end' ? ExitCode.done : ExitCode.stopped;
}

function csvOf(rows: readonly SimulatedRow[]): Iterable<string> {
  const header = Object.keys(rows[0]!);
  return csvLines(
    header,
    rows.map((row) => header.map((column) => row[column])),
  );
}

export const simulateCommand = cliCommand<SimulateOptions>({
  name: 'simulate',
  summary: 'plays a requirement with its roster many times: service, waits and the chance of meeting the goal',
  example:
    'simulate --requirement requirement.csv --roster roster.json --goal 80/20 --patience 300s --replications 200',
  define: defineSimulateOptions,
  run,
});
