import { dateText, wordsOf, type RosterDifference, type ShiftDifference } from '@yotei/scheduling/explanation';
import type { RosterProblem, Shift } from '@yotei/scheduling/roster';
import { breachMessage, type Breach, type TeamBreach } from '@yotei/scheduling/rules';
import { formatLocal } from '@yotei/time';
import { significant } from '../../io/csv-writer.js';

const DIGITS = 6;
const MOST_LINES = 20;

/** The difference in plain text, a line each. */
export function differenceLines(found: RosterDifference, problem: RosterProblem): string[] {
  const { before, after } = found;
  const clocks = clocksOf(problem);
  const { agent, queue } = wordsOf(problem, 'en');
  const change = (old: number, fresh: number) => `${old.toFixed(1)} to ${fresh.toFixed(1)}`;
  const limited = <T>(items: readonly T[], line: (item: T) => readonly string[]): string[] => {
    const lines = items.slice(0, MOST_LINES).flatMap(line);
    return items.length > MOST_LINES ? [...lines, `  and ${items.length - MOST_LINES} more; --json holds all`] : lines;
  };
  return [
    `cost ${change(before.cost, after.cost)}; short ${change(before.shortHours, after.shortHours)} h; over ${change(before.overHours, after.overHours)} h; hard breaches ${before.hardBreaches} to ${after.hardBreaches}`,
    `${found.agents.length} of ${problem.agents.length} agents differ`,
    ...limited(found.agents, ({ agentId, shifts }) => [
      `  ${agent(agentId)}: ${shifts.map((shift) => shiftText(shift, clocks(agentId))).join('; ')}`,
    ]),
    ...breachLines('gone', found.goneBreaches, agent),
    ...breachLines('new', found.newBreaches, agent),
    ...(found.coverage.length > 0 ? ['short hours by stretch:'] : []),
    ...limited(found.coverage, ({ queueId, span, shortHoursBefore, shortHoursAfter }) => [
      `  ${queue(queueId)} ${clocks()(span.startAt)} to ${clocks()(span.endAt)}: ${change(shortHoursBefore, shortHoursAfter)}`,
    ]),
  ];
}

type Clock = (at: number) => string;

const clocksOf =
  (problem: RosterProblem) =>
  (agentId?: string): Clock => {
    const zone = problem.agents.find(({ id }) => id === agentId)?.zone ?? problem.zone;
    return (at) => formatLocal(at, zone).slice(0, 16).replace('T', ' ');
  };

function shiftText(one: ShiftDifference, clock: Clock): string {
  const span = ({ startAt, endAt }: Shift) => `${clock(startAt).slice(11)}-${clock(endAt).slice(11)}`;
  const day = dateText(one.on, 'en');
  if (one.kind === 'added') return `${day} + ${span(one.after)}`;
  if (one.kind === 'removed') return `${day} - ${span(one.before)}`;
  return `${day} ${span(one.before)} to ${span(one.after)} (${one.aspects.join(', ')})`;
}

function breachLines(
  title: string,
  breaches: readonly (Breach | TeamBreach)[],
  agent: (id: string) => string,
): string[] {
  return breaches.slice(0, MOST_LINES).map((breach) => {
    const who = 'agentId' in breach ? [breach.agentId] : breach.agentIds;
    return `  ${title} breach (${breach.level}) ${breach.ruleId}, ${who.map(agent).join(', ')}: ${breachMessage(breach)}`;
  });
}

/** The difference for `--json`. */
export function differenceDocument(found: RosterDifference, problem: RosterProblem): object {
  const zoneOf = (agentId: string) => problem.agents.find(({ id }) => id === agentId)?.zone ?? problem.zone;
  const at = (instant: number) => formatLocal(instant, problem.zone);
  const breachDocument = (breach: Breach | TeamBreach) => ({
    level: breach.level,
    rule: breach.ruleId,
    agents: 'agentId' in breach ? [breach.agentId] : breach.agentIds,
    at: at(breach.at),
    amount: breach.amount,
    message: breachMessage(breach),
  });
  return {
    before: found.before,
    after: found.after,
    agents: found.agents.map(({ agentId, shifts, paidMinutesBefore, paidMinutesAfter }) => ({
      agent: agentId,
      paidMinutesBefore,
      paidMinutesAfter,
      shifts: shifts.map((one) => shiftDocument(one, (instant) => formatLocal(instant, zoneOf(agentId)))),
    })),
    goneBreaches: found.goneBreaches.map(breachDocument),
    newBreaches: found.newBreaches.map(breachDocument),
    short: found.coverage.map(({ queueId, span, shortHoursBefore, shortHoursAfter }) => ({
      queue: queueId,
      start: at(span.startAt),
      end: at(span.endAt),
      shortHoursBefore: significant(shortHoursBefore, DIGITS),
      shortHoursAfter: significant(shortHoursAfter, DIGITS),
    })),
  };
}

function shiftDocument(one: ShiftDifference, at: (instant: number) => string): object {
  const span = ({ startAt, endAt }: Shift) => ({ start: at(startAt), end: at(endAt) });
  if (one.kind === 'added') return { kind: one.kind, on: one.on, after: span(one.after) };
  if (one.kind === 'removed') return { kind: one.kind, on: one.on, before: span(one.before) };
  return { kind: one.kind, on: one.on, before: span(one.before), after: span(one.after), differs: one.aspects };
}
