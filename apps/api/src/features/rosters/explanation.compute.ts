import { scoreBreakdown } from '@yotei/scheduling/evaluation';
import {
  conflictMemberText,
  explainShortages,
  explainWeek,
  limitText,
  reasonTitle,
  weekSentence,
  wordsOf,
  type ExplainedShortage,
  type ExplanationWords,
  type ShortReason,
} from '@yotei/scheduling/explanation';
import { shortHourPrice } from '@yotei/scheduling/optimiser';
import type { Preference, Roster, RosterProblem } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';
import type { BothLanguages, ExplainedWeek, ExplainedStretch, ScoredSchedule, StretchReason } from './explanation.js';

/** Names in both languages where the centre has them. */
export interface ExplanationNames {
  readonly queues: Readonly<Record<string, BothLanguages>>;
  readonly skills: Readonly<Record<string, string>>;
}

export type ExplanationInput = {
  readonly problem: RosterProblem;
  readonly roster: Roster;
  readonly names: ExplanationNames;
} & (
  | { readonly kind: 'shortage'; readonly queueId: string; readonly at: Instant }
  | { readonly kind: 'week'; readonly wish: Preference; readonly week: number }
  | { readonly kind: 'score' }
);

/** Runs in a thread: a second or two for a centre of a hundred. Null: the queue is not short at that instant. */
export async function compute(
  input: ExplanationInput,
): Promise<ExplainedStretch | ExplainedWeek | ScoredSchedule | null> {
  if (input.kind === 'score') return scored(input);
  const languages = inBoth(input);
  return input.kind === 'shortage' ? explainedStretch(input, languages) : explainedWeek(input, languages);
}

function scored({ problem, roster }: ExplanationInput): ScoredSchedule {
  return { ...scoreBreakdown(problem, roster), hourPrice: shortHourPrice(problem) };
}

type Say = (write: (words: ExplanationWords) => string) => BothLanguages;

function inBoth({ problem, names }: ExplanationInput): Say {
  const of = (language: 'en' | 'ja') =>
    wordsOf(problem, language, {
      queue: (id) => names.queues[id]?.[language] ?? id,
      skill: (id) => names.skills[id] ?? id,
    });
  const [en, ja] = [of('en'), of('ja')];
  return (write) => ({ en: write(en), ja: write(ja) });
}

function explainedStretch(
  { problem, roster, queueId, at }: Extract<ExplanationInput, { kind: 'shortage' }>,
  say: Say,
): ExplainedStretch | null {
  const only = (stretch: { readonly queueId: string; readonly span: { startAt: Instant; endAt: Instant } }) =>
    stretch.queueId === queueId && stretch.span.startAt <= at && at < stretch.span.endAt;
  const [found] = explainShortages(problem, roster, { only });
  return found ? stretchOf(found, say) : null;
}

/** Each is a whole week of somebody: more of them than a planner would look at. */
const MOST_IMPROVEMENTS = 3;

const isForShiftsAlone = (kind: ShortReason['kind']): boolean => kind !== 'absence' && kind !== 'skill';

function stretchOf(found: ExplainedShortage, say: Say): ExplainedStretch {
  return {
    queueId: found.queueId,
    startAt: found.span.startAt,
    endAt: found.span.endAt,
    deepestAt: found.deepest.startAt,
    agentsToRoster: found.agentsToRoster,
    scheduledAgents: found.scheduledAgents,
    missingHours: found.missingHours,
    cost: found.cost,
    reasons: found.reasons.map((reason) => reasonOf(reason, say)),
    worthMoreElsewhere: found.worthMoreElsewhere?.agentIds.length ?? 0,
    improvable: found.improvable.length,
    improvements: found.improvable
      .slice(0, MOST_IMPROVEMENTS)
      .map(({ agentId, hoursSaved, shifts }) => ({ agentId, hoursSaved, shifts })),
    severalLimits: found.severalLimits.length,
    noTemplate: found.noTemplate.length,
    beforePlan: found.beforePlan.length,
  };
}

function reasonOf(reason: ShortReason, say: Say): StretchReason {
  const { gain } = reason;
  return {
    limit: reason.kind,
    title: say((words) => reasonTitle(reason, words)),
    agentIds: reason.agentIds,
    gain: gain && {
      agentId: gain.agentId,
      text: say((words) => limitText(gain.limit, gain.agentId, words)),
      agentsGained: gain.agentsGained,
      costSaved: gain.costSaved,
      hoursSaved: gain.hoursSaved,
      // Where the absence would be withdrawn or the skill gained, other shifts alone mend nothing.
      shifts: isForShiftsAlone(gain.limit.kind) ? gain.shifts : [],
    },
  };
}

function explainedWeek(
  { problem, roster, wish, week }: Extract<ExplanationInput, { kind: 'week' }>,
  say: Say,
): ExplainedWeek {
  const found = explainWeek(problem, roster, { wish, week });
  const hourPrice = shortHourPrice(problem);
  const sentence = (audience: 'planner' | 'agent') =>
    say((words) => weekSentence(found, { wish, audience, hourPrice }, words));
  return {
    outcome: found.kind,
    planner: sentence('planner'),
    agent: sentence('agent'),
    hoursChange: found.kind === 'possible' ? found.costChange / hourPrice : null,
    conflict:
      found.kind === 'forbidden'
        ? found.conflict.map((member) => say((words) => conflictMemberText(member, wish.agentId, words)))
        : [],
    coverage:
      found.kind === 'possible' ? found.difference.coverage.map(({ span, ...rest }) => ({ ...span, ...rest })) : [],
    shifts:
      found.kind === 'possible'
        ? found.shifts.map(({ startAt, endAt, templateId }) => ({ startAt, endAt, templateId: templateId ?? null }))
        : [],
  };
}
