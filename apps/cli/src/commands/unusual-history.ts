import type { Command } from 'commander';
import type { HistoryDecision, QueueForecast } from '@yotei/forecast';
import type { CommandContext } from '../frame/command.js';
import { refuseWithoutFolder, writeFileWhole } from '../io/output-file.js';
import { readDecisions, unusualLines } from '../io/unusual-file.js';
import type { HistoryOptions } from './history-options.js';

/** Options about what looks odd in a history, and what the planner said to it. */
export interface UnusualOptions {
  readonly unusual?: string;
  readonly decisions?: string;
}

export function defineUnusualOptions(command: Command): void {
  command.option(
    '--unusual <file>',
    'writes what looks odd in the history as CSV, with an empty column action to fill in',
  );
  defineDecisionsOption(command);
}

export function defineDecisionsOption(command: Command): void {
  command.option(
    '--decisions <file>',
    'CSV as --unusual writes it, action being leave-out, replace, event or keep; without it the history is taken as it is',
  );
}

/** The planner's decisions for a queue; none without a file. Refuses early where --unusual could not be written. */
export async function loadDecisions(
  options: UnusualOptions & HistoryOptions,
): Promise<(queue: string) => readonly HistoryDecision[]> {
  if (options.unusual !== undefined) await refuseWithoutFolder(options.unusual, '--unusual');
  const decisions = options.decisions === undefined ? [] : await readDecisions(options.decisions, options);
  return (queue) => decisions.filter((decision) => decision.queue === undefined || decision.queue === queue);
}

export async function writeUnusual(
  { unusual, zone }: UnusualOptions & HistoryOptions,
  forecasts: ReadonlyMap<string, QueueForecast>,
  context: CommandContext,
): Promise<void> {
  if (unusual === undefined) return;
  await writeFileWhole(
    unusual,
    unusualLines(
      [...forecasts].map(([queue, { proposals }]) => [queue, proposals] as const),
      zone,
    ),
  );
  const count = [...forecasts.values()].reduce((sum, { proposals }) => sum + proposals.length, 0);
  context.note(`${unusual}: ${count} to look at; fill in action and give the file back as --decisions`);
}
