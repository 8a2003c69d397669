import type { ScenarioPeople, ScenarioQueue, SkillHeadcount, SkillSetPeople } from '@yotei/scheduling/scenarios';
import { addDays, gridEnd, localDateOf, type Grid, type LocalDate } from '@yotei/time';
import type { ActivityType, Agent, Contract, ShiftTemplate, Skill } from '../../organisation/index.js';

const OTHERWISE_FULL_TIME_HOURS = 40;

export interface PeopleRows {
  readonly agents: readonly Agent[];
  readonly contracts: readonly Contract[];
  readonly skills: readonly Skill[];
  readonly templates: readonly ShiftTemplate[];
  readonly activityTypes: readonly ActivityType[];
}

/**
 * Who could work, by skill, contract and site. Somebody with several skills counts in each for the share that its
 * queues have of the work over the grid, so that the shares of one person sum to 1. Hours are the most of the contract;
 * those known to leave within the grid leave. Null without agents.
 */
export function peopleOf(
  rows: PeopleRows,
  { queues, grid, zone }: { readonly queues: readonly ScenarioQueue[]; readonly grid: Grid; readonly zone: string },
): ScenarioPeople | null {
  if (rows.agents.length === 0) return null;
  const fullTime = rows.contracts.reduce<Contract | null>(
    (most, one) => (one.weeklyMinutesMax > (most?.weeklyMinutesMax ?? 0) ? one : most),
    null,
  );
  return {
    headcountBySkill: headcountOf(rows, { workOf: workBySkill(queues), grid, zone }),
    skillSets: skillSetsOf(rows.agents),
    fullTimeHoursPerWeek: fullTime ? fullTime.weeklyMinutesMax / 60 : OTHERWISE_FULL_TIME_HOURS,
    paidBreakFraction: paidBreakFractionOf(rows),
    ...(fullTime && { daysPerWeek: fullTime.daysPerWeekMax }),
  };
}

/** People by all the skills they have. */
function skillSetsOf(agents: readonly Agent[]): SkillSetPeople[] {
  const counts = new Map<string, number>();
  for (const { skillIds } of agents) {
    const key = [...skillIds].sort().join(' ');
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => ({ skillIds: key.split(' '), agents: count }));
}

/** Agent-hours of the contacts by skill. */
function workBySkill(queues: readonly ScenarioQueue[]): ReadonlyMap<string, number> {
  const work = new Map<string, number>();
  for (const { skillId, forecast } of queues) {
    if (!skillId) continue;
    let seconds = 0;
    for (let i = 0; i < forecast.grid.count; i += 1)
      seconds += forecast.contacts[i]! * forecast.averageHandleSeconds[i]! || 0;
    work.set(skillId, (work.get(skillId) ?? 0) + seconds / 3600);
  }
  return work;
}

interface Row {
  readonly head: Omit<SkillHeadcount, 'agents' | 'steps'>;
  agents: number;
  readonly leaving: Map<LocalDate, number>;
}

function headcountOf(
  { agents, contracts, skills }: PeopleRows,
  of: { readonly workOf: ReadonlyMap<string, number>; readonly grid: Grid; readonly zone: string },
): SkillHeadcount[] {
  const titles = new Map(skills.map(({ id, name }) => [id, name]));
  const contractOf = new Map(contracts.map((one) => [one.id, one]));
  const untilOn = localDateOf(gridEnd(of.grid), of.zone);
  const rows = new Map<string, Row>();
  for (const agent of agents) {
    const { siteId, contractId, leftOn } = agent;
    for (const [skillId, share] of sharesOf(agent.skillIds, of.workOf)) {
      const key = [skillId, siteId, contractId].join(' ');
      const paidHoursPerWeek = (contractOf.get(contractId)?.weeklyMinutesMax ?? 0) / 60;
      const head = { skillId, title: titles.get(skillId) ?? '', siteId, contractId, paidHoursPerWeek };
      const row = rows.get(key) ?? { head, agents: 0, leaving: new Map<LocalDate, number>() };
      row.agents += share;
      const goneOn = leftOn && addDays(leftOn, 1);
      if (goneOn && goneOn < untilOn) row.leaving.set(goneOn, (row.leaving.get(goneOn) ?? 0) + share);
      rows.set(key, row);
    }
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => headcountRow(row));
}

function headcountRow({ head, agents, leaving }: Row): SkillHeadcount {
  if (leaving.size === 0) return { ...head, agents };
  let left = agents;
  const steps = [...leaving.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([fromOn, gone]) => ({ fromOn, agents: Math.max(0, (left -= gone)) }));
  return { ...head, agents, steps };
}

/** Shares of a person by skill: as the work lies; evenly where none of their skills has any. */
function sharesOf(skillIds: readonly string[], workOf: ReadonlyMap<string, number>): [string, number][] {
  const work = skillIds.map((id) => workOf.get(id) ?? 0);
  const total = work.reduce((sum, hours) => sum + hours, 0);
  return skillIds
    .map((id, i): [string, number] => [id, total > 0 ? work[i]! / total : 1 / skillIds.length])
    .filter(([, share]) => share > 0);
}

/** Share of the paid time of the templates in use that is paid rest. */
function paidBreakFractionOf({ templates, activityTypes, contracts }: PeopleRows): number {
  const types = new Map(activityTypes.map((type) => [type.id, type]));
  const used = new Set(contracts.flatMap(({ templateIds }) => templateIds));
  let [paid, rest] = [0, 0];
  for (const { id, lengthMinutes, activities } of templates) {
    if (!used.has(id)) continue;
    paid += lengthMinutes;
    for (const { activityTypeId, lengthMinutes: minutes } of activities) {
      if (!types.get(activityTypeId)?.paid) paid -= minutes;
      else if (activityTypeId === 'break' || activityTypeId === 'lunch') rest += minutes;
    }
  }
  return paid > 0 ? rest / paid : 0;
}
