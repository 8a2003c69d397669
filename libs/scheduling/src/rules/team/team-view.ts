import {
  addDays,
  epochDay,
  instantOfLocal,
  intervalStart,
  localDateOf,
  resolveLocal,
  startOfLocalDay,
  weekdayOf,
  type Instant,
  type Interval,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import {
  coverageGrid,
  demandOnSlots,
  horizonOf,
  indexProblem,
  selectAgents,
  type Agent,
  type RosterProblem,
  type Shift,
  type TeamRuleSetting,
} from '../../roster/index.js';
import { joined } from './duty-count.js';
import type { TeamDay, TeamView } from './team-rule.js';

/** Everything of a setting that does not depend on the plan; made once. */
export type TeamScope = Omit<TeamView, 'shiftsOf'>;

interface KnownDay {
  readonly zone: ZoneId;
  readonly day: number;
}

const startDays = new WeakMap<Shift, KnownDay>();

/** Epoch day on which the shift starts by the agent's clock. Shifts are immutable, so it is found once. */
function startDayOf(shift: Shift, zone: ZoneId): number {
  const known = startDays.get(shift);
  if (known?.zone === zone) return known.day;
  const day = epochDay(localDateOf(shift.startAt, zone));
  startDays.set(shift, { zone, day });
  return day;
}

const isOn = (setting: TeamRuleSetting, on: LocalDate) => setting.weekdays?.includes(weekdayOf(on)) ?? true;

/** Whom and when the setting is about. */
export function teamScope(problem: RosterProblem, setting: TeamRuleSetting): TeamScope {
  const horizon = horizonOf(problem, problem.zone);
  const firstDay = epochDay(problem.startsOn);
  const dates = Array.from({ length: problem.weeks * 7 }, (_, day) => ({ day, on: addDays(problem.startsOn, day) }));
  const judged = dates.filter(({ on }) => isOn(setting, on));
  return {
    problem,
    setting,
    horizon,
    members: selectAgents(setting.who, problem.agents),
    partners: setting.partners ? selectAgents(setting.partners, problem.agents) : [],
    windows: hasWindow(setting)
      ? namedWindows(problem, setting, judged)
      : openSlots(problem, new Set(judged.map(({ on }) => on))),
    days: judged.map(({ day, on }): TeamDay => ({
      day,
      startAt: startOfLocalDay(on, problem.zone),
      endAt: startOfLocalDay(addDays(on, 1), problem.zone),
    })),
    dayOf: (agent, shift) => startDayOf(shift, agent.zone) - firstDay,
  };
}

const hasWindow = ({ fromMinute, untilMinute }: TeamRuleSetting) =>
  fromMinute !== undefined || untilMinute !== undefined;

function namedWindows(
  problem: RosterProblem,
  setting: TeamRuleSetting,
  dates: readonly { readonly on: LocalDate }[],
): Interval[] {
  const { zone } = problem;
  const { fromMinute = 0, untilMinute = 1440 } = setting;
  const horizon = horizonOf(problem, zone);
  const windows = dates.map(({ on }) => ({
    startAt: clockTime(on, fromMinute, zone),
    endAt: Math.min(clockTime(on, untilMinute, zone), horizon.endAt),
  }));
  return joined(windows.filter(({ startAt, endAt }) => endAt > startAt));
}

/** The minute of the day as an instant; one that the clock jumps over or shows twice is taken at its first possible. */
export function clockTime(on: LocalDate, minute: number, zone: ZoneId): Instant {
  const date = addDays(on, Math.floor(minute / 1440));
  const found = resolveLocal(date, minute % 1440, zone);
  if (found.kind === 'instant') return found.at;
  return found.kind === 'ambiguous-local-time' ? found.earlierAt : instantOfLocal(date, (minute % 1440) + 60, zone);
}

/** Slots of the dates in which some queue asks for agents. */
function openSlots(problem: RosterProblem, dates: ReadonlySet<LocalDate>): Interval[] {
  const grid = coverageGrid(problem);
  const open = new Uint8Array(grid.count);
  for (const demand of problem.demand)
    demandOnSlots(demand, grid).forEach((agents, slot) => {
      if (agents > 0) open[slot] = 1;
    });
  const slots: Interval[] = [];
  open.forEach((one, slot) => {
    const startAt = intervalStart(grid, slot);
    if (one === 1 && dates.has(localDateOf(startAt, problem.zone)))
      slots.push({ startAt, endAt: intervalStart(grid, slot + 1) });
  });
  return joined(slots);
}

/** The scope with a plan: `planned` gives an agent's planned shifts by start; history is joined in front of them. */
export function teamView(scope: TeamScope, planned: (agentId: string) => readonly Shift[]): TeamView {
  const { historyByAgent } = indexProblem(scope.problem);
  return {
    ...scope,
    shiftsOf: ({ id }: Agent) => {
      const before = historyByAgent.get(id);
      return before ? [...before, ...planned(id)] : planned(id);
    },
  };
}
