import { elapsedMinutes, MINUTE_MILLIS, type Interval } from '@yotei/time';
import { judgeAgent, type AgentJudgement } from '../evaluation/index.js';
import { indexProblem, type RosterProblem, type Shift } from '../roster/index.js';
import { buildAgentView, type Breach } from '../rules/index.js';
import { differingSpans, type ExchangeChanges, type PartyShifts } from './resolved-exchange.js';
import type { ShiftShelf } from './shift-shelf.js';

/** A rule broken by more than before. `breach` is the worst of the new ones. */
export interface WorseRule {
  readonly breach: Breach;
  /** Sum of the amounts after, less the sum before; in the unit of the rule. */
  readonly by: number;
}

/** What an exchange does to one agent. */
export interface PartyEffect {
  readonly agentId: string;
  readonly before: readonly Shift[];
  readonly after: readonly Shift[];
  /** When the agent does something else than published. */
  readonly changed: readonly Interval[];
  /** Over the horizon. */
  readonly paidMinutesBefore: number;
  readonly paidMinutesAfter: number;
  /** Planning weeks in which they differ. */
  readonly weeks: readonly {
    readonly startAt: number;
    readonly paidMinutesBefore: number;
    readonly paidMinutesAfter: number;
  }[];
  /** Shortest time between two shifts of the horizon; null with fewer than two. */
  readonly leastRestMinutesBefore: number | null;
  readonly leastRestMinutesAfter: number | null;
  readonly worse: readonly WorseRule[];
  /** Rules, must or prefer, broken by less than before. */
  readonly betterRuleIds: readonly string[];
  /** Rules that can no longer be judged. */
  readonly unjudged: readonly string[];
  /** Skills of those whose work is taken that the agent lacks. */
  readonly missingSkillIds: readonly string[];
  readonly missesSession: boolean;
}

function amountsOf({ breaches }: AgentJudgement): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const { ruleId, level, amount } of breaches) {
    const key = `${level} ${ruleId}`;
    amounts.set(key, (amounts.get(key) ?? 0) + amount);
  }
  return amounts;
}

/** Rules broken by more, and those broken by less, each by the sum of its amounts. */
export function compareJudgements(
  before: AgentJudgement,
  after: AgentJudgement,
): { readonly worse: WorseRule[]; readonly betterRuleIds: string[] } {
  const [old, now] = [amountsOf(before), amountsOf(after)];
  const worse = [...now].flatMap(([key, amount]): WorseRule[] => {
    const by = amount - (old.get(key) ?? 0);
    if (by <= 0) return [];
    const own = after.breaches.filter(({ level, ruleId }) => `${level} ${ruleId}` === key);
    const known = new Set(before.breaches.map(sameBreach));
    const fresh = own.filter((breach) => !known.has(sameBreach(breach)));
    const [breach] = (fresh.length > 0 ? fresh : own).sort((a, b) => b.amount - a.amount);
    return [{ breach: breach!, by }];
  });
  const better = [...old].filter(([key, amount]) => amount > (now.get(key) ?? 0)).map(([key]) => key.split(' ')[1]!);
  return { worse, betterRuleIds: [...new Set(better)] };
}

const sameBreach = ({ ruleId, at, amount }: Breach): string => `${ruleId} ${at} ${amount}`;

/** Of one party; `standing` is the judgement of the shifts before. */
export function partyEffect(
  shelf: ShiftShelf,
  party: PartyShifts,
  of: { readonly changes: ExchangeChanges; readonly standing: AgentJudgement },
): PartyEffect {
  const { agentId, before, after } = party;
  const problem = withTimeOff(shelf.problem, of.changes);
  const judged = judgeAgent(problem, agentId, after);
  const known = new Set(of.standing.cannotJudge.map(({ ruleId }) => ruleId));
  const weeks = weekSums(shelf, party);
  const sum = (shifts: readonly Shift[]) => shifts.reduce((total, shift) => total + shelf.paidMinutes(shift), 0);
  return {
    agentId,
    before,
    after,
    changed: differingSpans(party),
    paidMinutesBefore: sum(before),
    paidMinutesAfter: sum(after),
    weeks,
    leastRestMinutesBefore: leastRest(before),
    leastRestMinutesAfter: leastRest(after),
    ...compareJudgements(of.standing, judged),
    unjudged: [...new Set(judged.cannotJudge.map(({ ruleId }) => ruleId))].filter((id) => !known.has(id)),
    missingSkillIds: missingSkills(shelf, agentId, of.changes),
    missesSession: of.changes.sessionsLeft.includes(agentId),
  };
}

/** The problem with the absence that comes with the exchange. */
function withTimeOff(problem: RosterProblem, { timeOff }: ExchangeChanges): RosterProblem {
  return timeOff.length === 0 ? problem : { ...problem, timeOff: [...problem.timeOff, ...timeOff] };
}

function weekSums(shelf: ShiftShelf, { agentId, before, after }: PartyShifts): PartyEffect['weeks'] {
  const { weekStartsAt } = buildAgentView(shelf.problem, agentId, []);
  const within = (shifts: readonly Shift[], i: number) =>
    shifts
      .filter(({ startAt }) => startAt >= weekStartsAt[i]! && startAt < weekStartsAt[i + 1]!)
      .reduce((sum, shift) => sum + shelf.paidMinutes(shift), 0);
  return weekStartsAt
    .slice(0, -1)
    .map((startAt, i) => ({ startAt, paidMinutesBefore: within(before, i), paidMinutesAfter: within(after, i) }))
    .filter((week) => week.paidMinutesBefore !== week.paidMinutesAfter);
}

function leastRest(shifts: readonly Shift[]): number | null {
  if (shifts.length < 2) return null;
  return Math.min(...shifts.slice(1).map(({ startAt }, i) => elapsedMinutes(shifts[i]!.endAt, startAt)));
}

/** Only skills some queue needs count, and only where a shift or part of one changes hands. */
function missingSkills({ problem }: ShiftShelf, agentId: string, changes: ExchangeChanges): string[] {
  const { agents, queueSkills } = indexProblem(problem);
  const asked = new Set(queueSkills.values());
  const own = new Set(agents.get(agentId)?.skillIds);
  const givers = giversTo(agentId, changes);
  const skills = givers.flatMap((id) => agents.get(id)?.skillIds ?? []);
  return [...new Set(skills)].filter((skill) => asked.has(skill) && !own.has(skill));
}

function giversTo(agentId: string, { changes }: ExchangeChanges): string[] {
  const direct = changes.flatMap(({ before, after }) =>
    before && after?.agentId === agentId && before.agentId !== agentId ? [before.agentId] : [],
  );
  if (direct.length > 0) return direct;
  const gained = changes.some(
    ({ before, after }) =>
      after?.agentId === agentId &&
      (!before || after.endAt - after.startAt > before.endAt - before.startAt + MINUTE_MILLIS / 2),
  );
  return gained ? changes.flatMap(({ before }) => (before && before.agentId !== agentId ? [before.agentId] : [])) : [];
}
