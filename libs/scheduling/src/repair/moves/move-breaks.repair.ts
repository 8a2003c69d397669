import { overlaps } from '@yotei/time';
import { withoutId } from '../../exchanges/resolve-exchange.js';
import { replaceBreaks } from '../../optimiser/index.js';
import type { RosterProblem, Shift } from '../../roster/index.js';
import { bestFew } from '../best-few.js';
import { rulesOf } from '../judge-idea.js';
import type { RepairChange, RepairIdea } from '../repair-action.js';
import type { RepairDay } from '../repair-day.js';
import type { RepairMove } from '../repair-move.js';

/** A handful can be told in a minute. */
const FEW = 3;
/** Of the shifts that could change, so many are tried for the few. */
const MOST_TRIED = 60;

const placedAnew = new WeakMap<RepairDay, readonly RepairChange[]>();

/** Breaks and lunches go where they are missed least: of the three shifts that gain most, and of everybody with the skill. */
export const moveBreaks: RepairMove = {
  kind: 'move-breaks',
  propose: (day, stretch) => {
    const all = movedBreaks(day).filter(({ after }) => day.canServe(after.agentId, stretch.queueId));
    const near = all.filter(({ before, after }) => restsIn(day, before!, stretch) !== restsIn(day, after, stretch));
    const few = bestFew(day, near.slice(0, MOST_TRIED), FEW);
    const { queueId, startAt, endAt } = stretch;
    const idea = (changes: readonly RepairChange[]): RepairIdea => ({
      kind: 'move-breaks',
      queueId,
      span: { startAt, endAt },
      changes,
    });
    return [few, all].filter((changes) => changes.length > 0).map(idea);
  },
};

/** Every shift that {@link replaceBreaks} would change and whose own must rules allow it; searched once a day. */
function movedBreaks(day: RepairDay): readonly RepairChange[] {
  let moved = placedAnew.get(day);
  if (!moved) {
    const { roster } = replaceBreaks(
      withMissing(day),
      { shifts: day.today.map(withoutId) },
      { fromAt: day.movableFrom, untilAt: day.given.untilAt },
    );
    moved = day.today.flatMap((before, i): RepairChange[] => {
      const change = { before, after: roster.shifts[i]! };
      const isSame = change.after.activities === before.activities || !differs(before, change.after);
      return isSame || !rulesOf(day, [change]) ? [] : [change];
    });
    placedAnew.set(day, moved);
  }
  return moved;
}

function withMissing({ problem, given }: RepairDay): RosterProblem {
  if (given.missing.length === 0) return problem;
  return { ...problem, timeOff: [...problem.timeOff, ...given.missing.map((one) => ({ ...one, paidMinutes: 0 }))] };
}

const differs = (before: Shift, after: Shift): boolean =>
  before.activities.length !== after.activities.length ||
  before.activities.some(({ activityTypeId, startAt, endAt }, i) => {
    const other = after.activities[i]!;
    return other.activityTypeId !== activityTypeId || other.startAt !== startAt || other.endAt !== endAt;
  });

/** Minutes away from contact work in the stretch, as a text to compare. */
function restsIn(day: RepairDay, shift: Shift, stretch: { startAt: number; endAt: number }): string {
  return shift.activities
    .filter((one) => !day.activityTypes.get(one.activityTypeId)?.contactWork && overlaps(one, stretch))
    .map(({ startAt, endAt }) => `${startAt} ${endAt}`)
    .join();
}
