/**
 * A second opinion on rules across agents, minute by minute from their texts with the platform's own calendar; it calls
 * no rule. Amounts are totals by setting.
 */
import type { Agent, RosterProblem, Shift, TeamRuleSetting } from '@yotei/scheduling/roster';

const MINUTE = 60_000;
const DAY = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();
const seen = new Map<string, { day: number; minute: number }>();

/** Day number and minute of the day on a wall clock of the zone; a calendar's answer is slow, so it is remembered. */
function wallClock(at: number, zone: string): { day: number; minute: number } {
  const key = `${at} ${zone}`;
  const known = seen.get(key) ?? readClock(at, zone);
  seen.set(key, known);
  return known;
}

function readClock(at: number, zone: string): { day: number; minute: number } {
  let clock = clocks.get(zone);
  if (!clock) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    clock = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', ...parts });
    clocks.set(zone, clock);
  }
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = Date.parse(`${part.year}-${part.month}-${part.day}T00:00:00Z`) / DAY;
  return { day, minute: Number(part.hour) * 60 + Number(part.minute) };
}

const dayNumber = (on: string): number => Date.parse(`${on}T00:00:00Z`) / DAY;
const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;

function isMeant(who: TeamRuleSetting['who'], agent: Agent): boolean {
  if (who.agentIds && !who.agentIds.includes(agent.id)) return false;
  if (who.teamIds && !who.teamIds.some((team) => team === agent.teamId)) return false;
  if (who.siteIds && !who.siteIds.some((site) => site === agent.siteId)) return false;
  if (who.contractIds && !who.contractIds.includes(agent.contractId)) return false;
  if (who.seniorities && !who.seniorities.some((one) => one === agent.seniority)) return false;
  return !who.skillIds?.some((skill) => !agent.skillIds.includes(skill));
}

interface Case {
  readonly problem: RosterProblem;
  readonly setting: TeamRuleSetting;
  readonly shifts: readonly Shift[];
  readonly members: readonly Agent[];
  readonly firstDay: number;
  readonly days: readonly number[];
  readonly minutes: readonly number[];
}

function parameter({ setting }: Case, key: string, standard: number): number {
  return Number(setting.parameters?.[key] ?? standard);
}

const isOnDuty = (c: Case, agentId: string, at: number, contactOnly = false): boolean =>
  c.shifts.some(
    (shift) =>
      shift.agentId === agentId &&
      shift.startAt <= at &&
      at < shift.endAt &&
      (!contactOnly ||
        shift.activities.some(
          (activity) =>
            activity.startAt <= at &&
            at < activity.endAt &&
            c.problem.activityTypes.find(({ id }) => id === activity.activityTypeId)!.contactWork,
        )),
  );

const judgesDay = ({ setting }: Case, day: number) => setting.weekdays?.includes(weekdayOf(day)) ?? true;

/** Whether the minute lies in the setting's window of its own day or, past midnight, of the day before. */
function isInWindow(c: Case, at: number): boolean {
  const { setting, problem, firstDay } = c;
  const { day, minute } = wallClock(at, problem.zone);
  if (setting.fromMinute === undefined && setting.untilMinute === undefined) {
    if (!judgesDay(c, day)) return false;
    return problem.demand.some(({ grid, agentsToRoster }) => {
      const slot = Math.floor((at - grid.startAt) / (grid.stepMinutes * MINUTE));
      return (agentsToRoster[slot] ?? 0) > 0;
    });
  }
  const { fromMinute = 0, untilMinute = 1440 } = setting;
  const inside = (of: number, since: number) =>
    of >= firstDay && judgesDay(c, of) && since >= fromMinute && since < untilMinute;
  return inside(day, minute) || inside(day - 1, minute + 1440);
}

const dayOf = (shift: Shift, agent: Agent): number => wallClock(shift.startAt, agent.zone).day;

const firstShiftOn = (c: Case, agent: Agent, day: number): Shift | undefined =>
  c.shifts.filter((shift) => shift.agentId === agent.id && dayOf(shift, agent) === day)[0];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const onDutyCount = (c: Case, at: number, contactOnly: boolean): number =>
  c.members.filter(({ id }) => isOnDuty(c, id, at, contactOnly)).length;

const AMOUNTS: Record<string, (c: Case) => number> = {
  'minimum-on-duty': (c) => {
    const contactOnly = parameter(c, 'contactOnly', 0) === 1;
    const least = parameter(c, 'agents', 1);
    return sum(
      c.minutes.filter((at) => isInWindow(c, at)).map((at) => Math.max(0, least - onDutyCount(c, at, contactOnly))),
    );
  },
  'maximum-on-duty': (c) =>
    sum(
      c.minutes
        .filter((at) => isInWindow(c, at))
        .map((at) => Math.max(0, onDutyCount(c, at, false) - parameter(c, 'agents', 1))),
    ),
  'maximum-off': (c) =>
    sum(
      c.days.map((day) => {
        const off = c.members.filter((agent) => !firstShiftOn(c, agent, day)).length;
        return Math.max(0, off - parameter(c, 'agents', 1));
      }),
    ),
  exclusion: (c) =>
    sum(
      c.days.map((day) => {
        const working = c.members.filter((agent) => firstShiftOn(c, agent, day)).length;
        return Math.max(0, working - parameter(c, 'agents', 1));
      }),
    ),
  'same-start': (c) =>
    sum(
      c.days.map((day) => {
        const starts = c.members.flatMap((agent) => firstShiftOn(c, agent, day)?.startAt ?? []);
        return starts.length - Math.max(0, ...starts.map((start) => starts.filter((one) => one === start).length));
      }),
    ),
  pairing: (c) => {
    const partners = c.problem.agents.filter((agent) => isMeant(c.setting.partners!, agent));
    return sum(
      c.members.map((agent) => {
        const own = c.shifts.filter((one) => one.agentId === agent.id && c.days.includes(dayOf(one, agent)));
        // Overlapping shifts of one agent count each for itself.
        return sum(
          own.map(
            (shift) =>
              c.minutes.filter(
                (at) =>
                  shift.startAt <= at &&
                  at < shift.endAt &&
                  !partners.some(({ id }) => id !== agent.id && isOnDuty(c, id, at)),
              ).length,
          ),
        );
      }),
    );
  },
};

/** Total amount of each setting; shifts must start and end on whole minutes. */
export function oracleTeamAmounts(problem: RosterProblem, planned: readonly Shift[]): Record<string, number> {
  const shifts = [...problem.history, ...planned].sort((a, b) => a.startAt - b.startAt);
  const firstDay = dayNumber(problem.startsOn);
  const lastDay = firstDay + problem.weeks * 7;
  const minutes: number[] = [];
  for (let at = firstDay * DAY - DAY; at < lastDay * DAY + DAY; at += MINUTE) {
    const { day } = wallClock(at, problem.zone);
    if (day >= firstDay && day < lastDay) minutes.push(at);
  }
  return Object.fromEntries(
    (problem.teamRules ?? []).map((setting) => {
      const c: Case = {
        problem,
        setting,
        shifts,
        minutes,
        firstDay,
        members: problem.agents.filter((agent) => isMeant(setting.who, agent)),
        days: [],
      };
      const days = Array.from({ length: problem.weeks * 7 }, (_, i) => firstDay + i).filter((day) => judgesDay(c, day));
      return [setting.id, AMOUNTS[setting.ruleId]!({ ...c, days })];
    }),
  );
}
