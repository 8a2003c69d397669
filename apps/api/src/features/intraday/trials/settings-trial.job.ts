import { Injectable } from '@nestjs/common';
import { adherenceTerms, type AdherenceSettings } from '@yotei/scheduling/adherence';
import { addDays, localDateOf, type LocalDate } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import { JobDefinition, type JobOutcome, type JobRun, type JsonValue } from '../../../platform/jobs/job-definition.js';
import { AgentsService } from '../../organisation/index.js';
import { AdherenceFactsRepository } from '../adherence/adherence-facts.repository.js';
import { together } from '../adherence/adherence-history.service.js';
import { figuresOfNumbers } from '../adherence/adherence.mapper.js';
import { DayComparisons, type DayEffect } from '../adherence/day-comparisons.service.js';
import type { AdherenceSettingsTrial } from './trials.graphql-types.js';

export const SETTINGS_TRIAL = 'adherence-settings-trial';
/** Days that are over, the last of them yesterday. */
const DAYS = 7;

export type SettingsTrialInput = { readonly siteId: string } & {
  readonly [Key in keyof AdherenceSettings]: AdherenceSettings[Key];
};

/** Judges a site's last week by other settings; changes nothing. */
@Injectable()
export class SettingsTrialJob extends JobDefinition<SettingsTrialInput> {
  readonly kind = SETTINGS_TRIAL;

  constructor(
    private readonly people: AgentsService,
    private readonly facts: AdherenceFactsRepository,
    private readonly comparisons: DayComparisons,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run({ siteId, ...settings }: SettingsTrialInput, { context, progress, signal }: JobRun): Promise<JobOutcome> {
    const agents = (await this.people.all(context)).filter((agent) => agent.siteId === siteId);
    const terms = adherenceTerms(settings, await this.facts.activityTypes(context));
    const today = localDateOf(this.clock.now(), agents[0]?.zone ?? 'UTC');
    const effects: DayEffect[] = [];
    for (let day = 0; day < DAYS; day += 1) {
      const found = await this.comparisons.compare(context, {
        agentIds: agents.map(({ id }) => id),
        dates: [addDays(today, day - DAYS)],
        isMeant: (one) => one.day.activities.length > 0,
        changed: (one) => ({ ...one, settings, terms }),
        onProgress: (fraction) => {
          signal.throwIfAborted();
          progress((day + fraction) / DAYS);
        },
      });
      effects.push(...found);
    }
    const span = { fromOn: addDays(today, -DAYS), untilOn: addDays(today, -1) };
    return { result: trialOf(effects, span, settings.countsOutsideShift) as unknown as JsonValue };
  }
}

function trialOf(
  effects: readonly DayEffect[],
  span: { readonly fromOn: LocalDate; readonly untilOn: LocalDate },
  countsOutsideShift: boolean,
): AdherenceSettingsTrial {
  const sums = (some: readonly DayEffect[]) => {
    const { before, after } = together(some, countsOutsideShift);
    return { agents: agentsOf(some), before: figuresOfNumbers(before), after: figuresOfNumbers(after) };
  };
  const byTeam = new Map<string, DayEffect[]>();
  for (const effect of effects) {
    const { teamId } = effect.agentDay.agent;
    byTeam.set(teamId, [...(byTeam.get(teamId) ?? []), effect]);
  }
  const all = sums(effects);
  return {
    ...span,
    ...all,
    days: effects.length,
    changedDays: effects.filter(isChanged).length,
    fewerOutSeconds: all.before.outSeconds - all.after.outSeconds,
    teams: [...byTeam].map(([teamId, own]) => ({ teamId, ...sums(own) })),
  };
}

const agentsOf = (effects: readonly DayEffect[]): number =>
  new Set(effects.map(({ agentDay }) => agentDay.agent.id)).size;

const isChanged = ({ before, after }: DayEffect): boolean =>
  before.adherenceFraction !== after.adherenceFraction || before.scheduledSeconds !== after.scheduledSeconds;
