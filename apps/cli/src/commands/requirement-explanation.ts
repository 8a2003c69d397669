import type { Command } from 'commander';
import {
  explainGridInterval,
  explainStaffing,
  gridStaffingModel,
  requirementEffects,
  ShrinkageClock,
  tellingChanges,
  type StaffingExplanation,
} from '@yotei/scheduling/staffing';
import { intervalStart, localDateOf, weekStartOf } from '@yotei/time';
import type { CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { badInput } from '../frame/problem-list.js';
import { readInstant, type InstantOptions } from '../io/quantities.js';
import type { ForecastInterval } from './forecast-interval.js';
import type { QueueRequirement } from './queue-requirement.js';
import { explanationDocument, explanationText } from './staff-explanation.js';

export function defineExplainOption(command: Command): void {
  command.option('--explain <start>', 'why so many agents in the interval that starts then, instead of the rows');
}

/** Work that can wait: its agents follow from the whole grid, and so does what one more or fewer would do. */
function explainedInGrid(requirement: QueueRequirement, index: number): StaffingExplanation {
  const { series, asked } = requirement;
  const { plan, forecast, options } = asked;
  const at = intervalStart(series.grid, index);
  const on = localDateOf(at, series.zone);
  const dayOf = series.summary.days.find(({ fromOn }) => fromOn === on);
  const { weeks } = series.summary;
  const week = weeks.findIndex(({ fromOn }) => fromOn === weekStartOf(on));
  const peak = series.requiredAgents.reduce((most, agents) => Math.max(most, agents || 0), 0);
  const shrinkage = (plan.shrinkage ?? [])
    .filter(({ planned }) => !planned)
    .map((reason) => ({
      id: reason.id,
      fraction: new ShrinkageClock([reason], series.zone).fractionAt(at, series.grid.stepMinutes),
    }))
    .filter(({ fraction }) => fraction > 0);
  return explainGridInterval({
    plan,
    contacts: forecast.contacts[index]!,
    intervalSeconds: series.grid.stepMinutes * 60,
    averageHandleSeconds: forecast.averageHandleSeconds[index]!,
    doneErlangs: series.loadErlangs[index]!,
    requiredAgents: series.requiredAgents[index]!,
    agentsToRoster: series.agentsToRoster[index]!,
    shrinkage,
    effects: requirementEffects(plan, forecast, { mores: tellingChanges(peak), options }),
    chances: {
      interval: series.chanceToMeet[index]!,
      day: dayOf?.chanceToMeet ?? Number.NaN,
      week: weeks[week]?.chanceToMeet ?? Number.NaN,
    },
    week,
  });
}

function explainedAlone({ series, asked }: QueueRequirement, index: number): StaffingExplanation {
  const { plan, forecast } = asked;
  const intervalSeconds = series.grid.stepMinutes * 60;
  const averageHandleSeconds = forecast.averageHandleSeconds[index]!;
  const agents = series.requiredAgents[index]!;
  return explainStaffing({
    plan,
    contacts: forecast.contacts[index]!,
    intervalSeconds,
    averageHandleSeconds,
    staffedErlangs: (series.loadContacts[index]! * averageHandleSeconds) / intervalSeconds,
    requiredAgents: Number.isNaN(agents) ? undefined : agents,
    agentsToRoster: Number.isNaN(agents) ? undefined : series.agentsToRoster[index],
    rateCv: series.rateCv[index],
    at: { startAt: intervalStart(series.grid, index), zone: series.zone },
  });
}

interface Explained {
  readonly queue: string;
  readonly interval: ForecastInterval;
  readonly explained: StaffingExplanation;
}

/**
 * Why so many agents in the interval that starts then, for each queue that is open in it, instead of the whole
 * requirement.
 */
export async function explainRequirements(
  requirements: Iterable<QueueRequirement>,
  asked: { readonly start: string } & InstantOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const at = readInstant(asked.start, asked);
  if (at.kind === 'problem') throw badInput({ field: '--explain', message: at.message });
  const found: Explained[] = [];
  for (const requirement of requirements) {
    const { queue, series, asked: inputs } = requirement;
    for (const [interval, index] of requirement.indexOf) {
      if (interval.startAt !== at.value || series.notes[index] === 'closed') continue;
      const explain = gridStaffingModel(inputs.plan.modelId) ? explainedInGrid : explainedAlone;
      found.push({ queue, interval, explained: explain(requirement, index) });
    }
  }
  if (found.length === 0)
    throw badInput({ field: '--explain', message: `no queue has an open interval that starts at ${asked.start}` });
  const headed = ({ queue, interval, explained }: Explained): string => {
    const head = `${queue === '' ? '' : `${queue}, `}${interval.startText}`;
    return `${head}\n${explanationText(explained)}`;
  };
  await context.emit({
    document: () =>
      found.map(({ queue, interval, explained }) => ({
        queue,
        start: interval.startText,
        end: interval.endText,
        ...explanationDocument(explained),
      })),
    text: () => found.map(headed).join('\n'),
  });
  return ExitCode.done;
}
