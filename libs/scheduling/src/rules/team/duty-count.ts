import { MINUTE_MILLIS, type Interval } from '@yotei/time';
import { indexProblem, type Agent, type Shift } from '../../roster/index.js';
import type { TeamFinding, TeamView } from './team-rule.js';

/** Times in which the agent is on duty: whole shifts, or only their contact work. */
export function dutyOf(view: TeamView, agent: Agent, contactOnly: boolean): Interval[] {
  return view.shiftsOf(agent).flatMap((shift): Interval[] => (contactOnly ? contactOf(view, shift) : [shift]));
}

function contactOf(view: TeamView, shift: Shift): Interval[] {
  const { activityTypes } = indexProblem(view.problem);
  return shift.activities.filter(({ activityTypeId }) => activityTypes.get(activityTypeId)?.contactWork);
}

/** A stretch of a window in which so many are on duty. */
export interface DutyPiece extends Interval {
  readonly count: number;
}

/** Cuts the windows where the count of agents on duty changes. An agent counts once, however many shifts overlap. */
export function* dutyPieces(
  windows: readonly Interval[],
  duty: readonly (readonly Interval[])[],
): Generator<DutyPiece> {
  const edges = duty
    .flatMap((own) =>
      joined(own).flatMap(({ startAt, endAt }) => [
        { at: startAt, by: 1 },
        { at: endAt, by: -1 },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  let next = 0;
  let count = 0;
  for (const { startAt, endAt } of windows) {
    let from = startAt;
    for (; next < edges.length && edges[next]!.at < endAt; next++) {
      const { at, by } = edges[next]!;
      if (at > from) {
        yield { startAt: from, endAt: at, count };
        from = at;
      }
      count += by;
    }
    if (endAt > from) yield { startAt: from, endAt, count };
  }
}

/** The same time without overlaps, ascending. */
export function joined(spans: readonly Interval[]): Interval[] {
  const apart: { startAt: number; endAt: number }[] = [];
  for (const { startAt, endAt } of [...spans].sort((a, b) => a.startAt - b.startAt)) {
    const last = apart[apart.length - 1];
    if (last && startAt <= last.endAt) last.endAt = Math.max(last.endAt, endAt);
    else apart.push({ startAt, endAt });
  }
  return apart;
}

/** One finding for each unbroken stretch that is `off` by so many agents; the amount is agent-minutes. */
export function stretchFindings(
  pieces: Iterable<DutyPiece>,
  off: (count: number) => number,
  values: (worst: number) => TeamFinding['values'],
): TeamFinding[] {
  const findings: TeamFinding[] = [];
  let open: { startAt: number; endAt: number; millis: number; worst: number; by: number } | null = null;
  const close = () => {
    if (!open) return;
    const { startAt, endAt, millis, worst } = open;
    findings.push({
      agentIds: [],
      at: startAt,
      span: { startAt, endAt },
      amount: millis / MINUTE_MILLIS,
      values: values(worst),
    });
    open = null;
  };
  for (const { startAt, endAt, count } of pieces) {
    const by = off(count);
    if (by <= 0 || (open !== null && open.endAt !== startAt)) close();
    if (by <= 0) continue;
    open ??= { startAt, endAt, millis: 0, worst: count, by };
    open.endAt = endAt;
    open.millis += by * (endAt - startAt);
    if (by > open.by) [open.by, open.worst] = [by, count];
  }
  close();
  return findings;
}
