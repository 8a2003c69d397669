import { addDays, daysBetween, type LocalDate } from '@yotei/time';
import { gridCalendar } from '../staffing/index.js';
import type { ScenarioBase, ScenarioPeople, ScenarioQueue, SkillHeadcount } from './scenario-base.js';

/** Full agents' worth on the date: what the last step on or before it says, else the group's own number. */
export function agentsOn({ agents, steps = [] }: SkillHeadcount, on: LocalDate): number {
  let count = agents;
  for (const step of steps) if (step.fromOn <= on) count = step.agents;
  return count;
}

/** People on the payroll on the date. */
export function paidAgentsOn({ agents, steps = [] }: SkillHeadcount, on: LocalDate): number {
  let count = agents;
  for (const step of steps) if (step.fromOn <= on) count = step.paidAgents ?? step.agents;
  return count;
}

/** The group with its people of each date changed from a date on. */
export function withAgentsFrom(
  group: SkillHeadcount,
  fromOn: LocalDate,
  { untilOn, agents }: { readonly untilOn: LocalDate; readonly agents: (now: number, days: number) => number },
): SkillHeadcount {
  const before = (group.steps ?? []).filter((step) => step.fromOn < fromOn);
  const steps = Array.from({ length: Math.max(0, daysBetween(fromOn, untilOn)) }, (_, days) => {
    const on = addDays(fromOn, days);
    const now = agentsOn(group, on);
    const learning = paidAgentsOn(group, on) - now;
    const next = Math.max(0, agents(now, days));
    return { fromOn: on, agents: next, ...(learning > 0 && { paidAgents: next + learning }) };
  });
  return { ...group, steps: [...before, ...steps] };
}

/** Paid hours a week that the people of a skill are worth on a date. */
function weeklyHours(people: ScenarioPeople, skillId: string, on: LocalDate): number {
  let hours = 0;
  for (const group of people.headcountBySkill)
    if (group.skillId === skillId) hours += agentsOn(group, on) * group.paidHoursPerWeek;
  return hours;
}

/** First local date of the base's grid, and the date after its last. */
export function gridDates({ grid, zone }: Pick<ScenarioBase, 'grid' | 'zone'>): {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
} {
  const { days } = gridCalendar(grid, zone);
  return { fromOn: days[0]!.fromOn, untilOn: days.at(-1)!.untilOn };
}

function availabilityOf(queue: ScenarioQueue, base: ScenarioBase, factors: Float64Array): Float64Array {
  const { dayOf } = gridCalendar(base.grid, base.zone);
  return Float64Array.from(dayOf, (day, index) => (queue.availability?.[index] ?? 1) * factors[day]!);
}

/**
 * The base with other people: on every day the queues of a skill have as many more or fewer at work as its people's
 * hours are more or fewer, in the shape they have; so many paid breaks more or fewer take from all alike. Where a skill
 * had no hours nothing can grow in proportion, and its queues stay as they are.
 */
export function withPeople(base: ScenarioBase, people: ScenarioPeople): ScenarioBase {
  const before = base.people;
  if (!before) return { ...base, people };
  const { days } = gridCalendar(base.grid, base.zone);
  const breaks = (1 - people.paidBreakFraction) / (1 - before.paidBreakFraction);
  const factorsBySkill = new Map<string | null, Float64Array>();
  const factorsOf = (skillId: string | null): Float64Array => {
    let factors = factorsBySkill.get(skillId);
    if (!factors) {
      factors = Float64Array.from(days, ({ fromOn }) => {
        if (skillId === null) return breaks;
        const had = weeklyHours(before, skillId, fromOn);
        return had > 0 ? (breaks * weeklyHours(people, skillId, fromOn)) / had : breaks;
      });
      factorsBySkill.set(skillId, factors);
    }
    return factors;
  };
  const queues = base.queues.map((queue) => {
    const factors = factorsOf(queue.skillId);
    return factors.every((factor) => factor === 1)
      ? queue
      : { ...queue, availability: availabilityOf(queue, base, factors) };
  });
  return { ...base, people, queues };
}
