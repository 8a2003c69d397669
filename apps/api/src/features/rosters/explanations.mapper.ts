import type { RosterDifference, ShiftDifference } from '@yotei/scheduling/explanation';
import type { Preference, Shift } from '@yotei/scheduling/roster';
import type { Breach as RuleBreach, TeamBreach } from '@yotei/scheduling/rules';
import {
  ScheduleDifference,
  ShiftChangeKind,
  ShortageExplained,
  WeekExplained,
  WishOutcome,
  type CoverageChange,
  type MendingShift,
  type ProposedShift,
  type RosterFigures,
  type ShiftChange,
  type WishInput,
} from './explanations.graphql-types.js';
import type { CoverageChangeFigures, ExplainedStretch, ExplainedWeek } from './explanation.js';
import { activityOf, breachOf } from './rosters.mapper.js';

export function wishOf({ agentId, kind, on, fromMinute, untilMinute }: WishInput): Preference {
  return {
    agentId,
    kind,
    weight: 0,
    ...(on != null && { on }),
    ...(fromMinute != null && { fromMinute }),
    ...(untilMinute != null && { untilMinute }),
  };
}

const mendingShiftOf = ({ startAt, endAt, templateId, activities }: Shift): MendingShift => ({
  startAt,
  endAt,
  templateId: templateId ?? null,
  activities: activities.map(activityOf),
});

export function shortageOf(found: ExplainedStretch): ShortageExplained {
  const reasons = found.reasons.map(({ limit, title, agentIds, gain }) => ({
    limit,
    title: { ...title },
    agentIds: [...agentIds],
    gain: gain && { ...gain, text: { ...gain.text }, shifts: gain.shifts.map(mendingShiftOf) },
  }));
  const improvements = found.improvements.map((week) => ({ ...week, shifts: week.shifts.map(mendingShiftOf) }));
  return Object.assign(new ShortageExplained(), { ...found, reasons, improvements });
}

const coverageOf = ({
  queueId,
  startAt,
  endAt,
  shortHoursBefore,
  shortHoursAfter,
}: CoverageChangeFigures): CoverageChange => ({
  queueId,
  startAt,
  endAt,
  shortHoursBefore,
  shortHoursAfter,
});

export function weekOf(found: ExplainedWeek): WeekExplained {
  const { planner, agent, hoursChange, conflict, shifts } = found;
  return Object.assign(new WeekExplained(), {
    outcome: found.outcome as WishOutcome,
    planner: { ...planner },
    agent: { ...agent },
    hoursChange,
    conflict: conflict.map((text) => ({ ...text })),
    coverage: found.coverage.map(coverageOf),
    shifts: shifts.map((shift) => ({ ...shift })),
  });
}

export function differenceOf(found: RosterDifference): ScheduleDifference {
  const figures = ({
    cost,
    parts,
    hardBreaches,
    shortHours,
    overHours,
  }: RosterDifference['before']): RosterFigures => ({
    cost,
    wishCost: parts.preferences,
    ruleCost: parts.rules,
    fairnessCost: parts.fairness,
    wellbeingCost: parts.wellbeing,
    hardBreaches,
    shortHours,
    overHours,
  });
  return Object.assign(new ScheduleDifference(), {
    before: figures(found.before),
    after: figures(found.after),
    agents: found.agents.map(({ agentId, paidMinutesBefore, paidMinutesAfter, shifts }) => ({
      agentId,
      paidMinutesBefore,
      paidMinutesAfter,
      shifts: shifts.map(shiftChangeOf),
    })),
    goneBreaches: found.goneBreaches.filter(isOfOne).map(breachOf),
    newBreaches: found.newBreaches.filter(isOfOne).map(breachOf),
    coverage: found.coverage.map(({ span, ...rest }) => coverageOf({ ...span, ...rest })),
  });
}

const isOfOne = (breach: RuleBreach | TeamBreach): breach is RuleBreach => 'agentId' in breach;

function shiftChangeOf(one: ShiftDifference): ShiftChange {
  const spanOf = ({ startAt, endAt, templateId }: Shift): ProposedShift => ({
    startAt,
    endAt,
    templateId: templateId ?? null,
  });
  return {
    on: one.on,
    kind: one.kind as ShiftChangeKind,
    before: one.kind === 'added' ? null : spanOf(one.before),
    after: one.kind === 'removed' ? null : spanOf(one.after),
    aspects: one.kind === 'changed' ? [...one.aspects] : [],
  };
}
