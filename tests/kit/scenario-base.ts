import type { CostTerms } from '@yotei/scheduling/costs';
import type { ScenarioBase, ScenarioQueue } from '@yotei/scheduling/scenarios';
import type { StaffingPlan } from '@yotei/scheduling/staffing';
import { localDaysGrid } from '@yotei/time';

const ZONE = 'Asia/Tokyo';

export const PHONE_PLAN: StaffingPlan = {
  modelId: 'erlang-a',
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
  patienceSeconds: 240,
  shrinkage: [
    { id: 'sickness', fraction: 0.05, planned: false },
    { id: 'training', fraction: 0.1, planned: true },
  ],
};

/** A day's hump from 7 to 21 o'clock, closed outside; no two days alike. */
function contactsOf(count: number, size: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => {
    const hour = (index % 96) / 4;
    const day = Math.floor(index / 96);
    if (hour < 7 || hour >= 21) return Number.NaN;
    return size * (0.2 + Math.sin((Math.PI * (hour - 7)) / 14)) * (1 + 0.1 * Math.sin(day + 1));
  });
}

/** One queue of quarter-hours over the days from Monday 23 November 2026 in Tokyo. */
export function scenarioQueue(
  id: string,
  { size = 20, days = 7, ...given }: Partial<ScenarioQueue> & { readonly size?: number; readonly days?: number } = {},
): ScenarioQueue {
  const grid = localDaysGrid('2026-11-23', days, ZONE, 15);
  const contacts = contactsOf(grid.count, size);
  return {
    id,
    title: `Queue ${id}`,
    channel: 'phone',
    skillId: id,
    plan: PHONE_PLAN,
    agents: null,
    forecast: { grid, zone: ZONE, contacts, averageHandleSeconds: contacts.map(() => 300), rateCv: 0.08 },
    ...given,
  };
}

export const COSTS: CostTerms = {
  currency: 'JPY',
  wages: [{ perPaidHour: 1500 }],
  onCostFraction: 0.15,
  premiums: [{ kind: 'night', fromMinute: 1320, untilMinute: 300, fraction: 0.25, source: 'jp.premium' }],
  channels: [{ channel: 'phone', perContact: 5, perHandleMinute: 10 }],
  botPerDeflectedContact: 30,
  penalties: [],
  outsourcing: [{ perHandledContact: 900 }],
};

/** A base of such queues with costs, and ten people of each skill. */
export function scenarioBase(queues: readonly ScenarioQueue[], given: Partial<ScenarioBase> = {}): ScenarioBase {
  const skills = [...new Set(queues.flatMap(({ skillId }) => skillId ?? []))];
  return {
    grid: queues[0]!.forecast.grid,
    zone: ZONE,
    queues,
    people: {
      headcountBySkill: skills.map((skillId) => ({
        skillId,
        title: `Skill ${skillId}`,
        siteId: 'tokyo',
        agents: 10,
        paidHoursPerWeek: 40,
      })),
      fullTimeHoursPerWeek: 40,
      paidBreakFraction: 0,
    },
    costs: COSTS,
    lawPackId: 'jp',
    ...given,
  };
}
