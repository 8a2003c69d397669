import { addDays, instantOfLocal, localDaysGrid } from '@yotei/time';
import type { Agent, QueueDemand, RosterProblem, ShiftTemplate } from '@yotei/scheduling/roster';
import { rosterInstance, type InstanceOptions } from './roster-instances.js';

/** A kind of centre or of week in which a roster engine may stumble. */
export interface RosterShape {
  readonly name: string;
  readonly problem: (seed: number) => RosterProblem;
  /** True: takes the engine long; one seed is enough. */
  readonly slow?: true;
}

const centre = (options: Omit<InstanceOptions, 'seed'>) => (seed: number) => rosterInstance({ ...options, seed });

/** The same week in slots of another length: demand spread or averaged, activities on the new grid. */
export function inSlotsOf(problem: RosterProblem, slotMinutes: 5 | 30): RosterProblem {
  const grid = localDaysGrid(problem.startsOn, problem.weeks * 7, problem.zone, slotMinutes);
  const values = (old: readonly number[]) =>
    Array.from({ length: grid.count }, (_, slot) =>
      slotMinutes === 5 ? old[Math.floor(slot / 3)]! : (old[slot * 2]! + old[slot * 2 + 1]!) / 2,
    );
  const onGrid = (template: ShiftTemplate): ShiftTemplate => ({
    ...template,
    activities: template.activities.map((activity) => ({
      ...activity,
      // Breaks of ten minutes need the fine grid, and half-hour slots hold none shorter than themselves.
      lengthMinutes: activity.activityTypeId === 'break' ? (slotMinutes === 5 ? 10 : 30) : activity.lengthMinutes,
      earliestStartMinutes: Math.floor(activity.earliestStartMinutes / slotMinutes) * slotMinutes,
      latestStartMinutes: Math.floor((activity.latestStartMinutes - 15) / slotMinutes) * slotMinutes,
    })),
  });
  return {
    ...problem,
    slotMinutes,
    demand: problem.demand.map((queue) => ({ ...queue, grid, agentsToRoster: values(queue.agentsToRoster) })),
    templates: problem.templates.map(onGrid),
    // What was worked in the weeks before keeps its own breaks.
    history: problem.history,
  };
}

/** Five skills: each queue in two or three parts, each agent able for one to three of the parts. */
function withFiveSkills(problem: RosterProblem): RosterProblem {
  const skills = ['voice', 'technical', 'chat', 'mail', 'social'];
  const total = problem.demand[0]!.agentsToRoster.map((_, slot) =>
    problem.demand.reduce((sum, queue) => sum + queue.agentsToRoster[slot]!, 0),
  );
  const shares = [0.35, 0.25, 0.2, 0.12, 0.08];
  const demand = skills.map((skillId, k): QueueDemand => ({
    ...problem.demand[0]!,
    queueId: skillId,
    skillId,
    agentsToRoster: total.map((agents) => Math.round(agents * shares[k]! * 8) / 8),
  }));
  const skillsOf = (i: number) => skills.filter((_, k) => (i + k) % 5 === 0 || ((i * 3 + k) % 7 === 0 && i % 2 === 0));
  return { ...problem, demand, agents: problem.agents.map((agent, i) => ({ ...agent, skillIds: skillsOf(i) })) };
}

/** Everybody on the contracts of 8 to 32 hours. */
function partTimersOnly(problem: RosterProblem): RosterProblem {
  const parts = ['part-30', 'part-20', 'afternoons'];
  const agents = problem.agents.map((agent, i): Agent => ({ ...agent, contractId: parts[i % parts.length]! }));
  return { ...problem, agents, timeOff: [], history: [], demand: problem.demand.map((queue) => scaled(queue, 0.6)) };
}

const scaled = (queue: QueueDemand, share: number): QueueDemand => ({
  ...queue,
  agentsToRoster: queue.agentsToRoster.map((agents) => Math.round(agents * share)),
});

/** A third of the agents live elsewhere; their days, weeks and starts are their own. */
function overZones(problem: RosterProblem): RosterProblem {
  const zones = [problem.zone, 'America/New_York', 'Asia/Kolkata'];
  // A day of leave at the centre is parts of two days elsewhere, which no contract of whole shifts can fill.
  return { ...problem, timeOff: [], agents: problem.agents.map((agent, i) => ({ ...agent, zone: zones[i % 3]! })) };
}

/** Nights: a shift from 21:00 to 23:00 on every contract of whole days, one agent asked for until the morning. */
function withNights(problem: RosterProblem): RosterProblem {
  const day = problem.templates.find(({ id }) => id === '8h')!;
  const night: ShiftTemplate = {
    ...day,
    id: 'night',
    earliestStartMinute: 1260,
    latestStartMinute: 1380,
    startStepMinutes: 60,
  };
  const slotsPerDay = problem.demand[0]!.grid.count / (problem.weeks * 7);
  const asks = (slot: number) => (slot % slotsPerDay) / slotsPerDay < 0.25;
  const demand = problem.demand.map((queue, k) =>
    k > 0 ? queue : { ...queue, agentsToRoster: queue.agentsToRoster.map((agents, slot) => (asks(slot) ? 1 : agents)) },
  );
  const contracts = problem.contracts.map((contract) =>
    contract.templateIds.includes('8h') ? { ...contract, templateIds: [...contract.templateIds, 'night'] } : contract,
  );
  return { ...problem, templates: [...problem.templates, night], contracts, demand };
}

/** Shifts that stay: every fourth agent works 09:00 to 17:00 on the first Tuesday, breaks as the template has them first. */
function withLockedShifts(problem: RosterProblem): RosterProblem {
  const on = addDays(problem.startsOn, 1);
  const leave = new Set(problem.timeOff.map(({ agentId }) => agentId));
  const template = problem.templates.find(({ id }) => id === '8h')!;
  const fixedShifts = problem.agents
    .filter((agent, i) => i % 4 === 0 && !leave.has(agent.id) && agent.contractId === 'full')
    .map((agent) => {
      const at = (minutes: number) => instantOfLocal(on, 540 + minutes, agent.zone);
      const parts = template.activities.map((activity) => ({
        activityTypeId: activity.activityTypeId,
        startAt: at(Math.max(activity.earliestStartMinutes, activity.activityTypeId === 'lunch' ? 240 : 0)),
        endAt: at(
          Math.max(activity.earliestStartMinutes, activity.activityTypeId === 'lunch' ? 240 : 0) +
            activity.lengthMinutes,
        ),
      }));
      parts[2] = { ...parts[2]!, startAt: at(390), endAt: at(405) };
      const edges = [at(0), ...parts.flatMap(({ startAt, endAt }) => [startAt, endAt]), at(480)];
      const contact = edges.flatMap((startAt, i) =>
        i % 2 === 0 ? [{ activityTypeId: 'contact', startAt, endAt: edges[i + 1]! }] : [],
      );
      const activities = [...contact, ...parts].sort((a, b) => a.startAt - b.startAt);
      return { agentId: agent.id, templateId: '8h', startAt: at(0), endAt: at(480), locked: true, activities };
    });
  return { ...problem, fixedShifts };
}

const SPRING = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
const AUTUMN = { zone: 'Europe/Berlin', startsOn: '2025-10-20' };
const HALF_HOUR = { zone: 'Australia/Lord_Howe', startsOn: '2025-09-29' };

const changed =
  (options: Omit<InstanceOptions, 'seed'>, ...changes: readonly ((problem: RosterProblem) => RosterProblem)[]) =>
  (seed: number): RosterProblem =>
    changes.reduce((problem, change) => change(problem), rosterInstance({ ...options, seed }));

/** Shapes of weeks and centres beyond the plain ones of the benchmarks. */
export const ROSTER_SHAPES: readonly RosterShape[] = [
  { name: 'a slack week (0.85)', problem: centre({ agents: 8, tightness: 0.85 }) },
  { name: 'a tight week (0.97)', problem: centre({ agents: 8, tightness: 0.97 }) },
  { name: 'more asked than there is (1.05)', problem: centre({ agents: 8, tightness: 1.05 }) },
  { name: 'two agents', problem: centre({ agents: 2 }) },
  { name: 'one agent', problem: centre({ agents: 1 }) },
  { name: 'slots of five minutes', problem: changed({ agents: 6 }, (problem) => inSlotsOf(problem, 5)) },
  { name: 'slots of thirty minutes', problem: changed({ agents: 8 }, (problem) => inSlotsOf(problem, 30)) },
  { name: 'nights', problem: changed({ agents: 8 }, withNights) },
  { name: 'nights in the spring week', problem: changed({ agents: 8, ...SPRING }, withNights) },
  { name: 'nights in the autumn week', problem: changed({ agents: 8, ...AUTUMN }, withNights) },
  { name: 'a clock that moves by half an hour', problem: changed({ agents: 8, ...HALF_HOUR }, withNights) },
  { name: 'agents in three zones', problem: changed({ agents: 9 }, overZones) },
  { name: 'three zones while one changes its clocks', problem: changed({ agents: 9, ...SPRING }, overZones) },
  { name: 'five skills', problem: changed({ agents: 10 }, withFiveSkills) },
  { name: 'part-timers only', problem: changed({ agents: 9 }, partTimersOnly) },
  { name: 'two weeks', problem: centre({ agents: 6, weeks: 2 }), slow: true },
  {
    name: 'three weeks over a clock change',
    problem: centre({ agents: 5, weeks: 3, ...AUTUMN, startsOn: '2025-10-13' }),
    slow: true,
  },
  { name: 'four weeks', problem: centre({ agents: 4, weeks: 4 }), slow: true },
  { name: 'locked shifts', problem: changed({ agents: 9 }, withLockedShifts) },
];
