import { intersection, type Interval } from '@yotei/time';
import { withoutId } from '../../exchanges/resolve-exchange.js';
import { tileActivities, type Activity } from '../../roster/index.js';
import type { PlacedShift } from '../../exchanges/index.js';
import type { RepairChange, RepairIdea } from '../repair-action.js';
import type { RepairDay } from '../repair-day.js';
import type { RepairMove } from '../repair-move.js';

const MOST_PEOPLE = 10;

/**
 * Agents who serve another queue take this one's contacts for the stretch: those bound to a queue that has enough, and
 * those counted on a queue whose work can wait.
 */
export const pullFromQueue: RepairMove = {
  kind: 'pull-from-queue',
  propose: (day, stretch) => {
    const { queueId, startAt, endAt } = stretch;
    const span = { startAt: Math.max(startAt, day.movableFrom), endAt };
    if (span.startAt >= span.endAt) return [];
    const most = Math.min(MOST_PEOPLE, Math.ceil(stretch.mostAgents));
    return [boundElsewhere, onWaitingWork].flatMap((isCandidate): RepairIdea[] => {
      const changes = day.today
        .filter(({ locked, agentId }) => !locked && day.canServe(agentId, queueId) && !day.isMissing(agentId, span))
        .flatMap((before) => {
          const pieces = before.activities.filter((one) => isCandidate(day, { shift: before, activity: one, queueId }));
          return pieces.some((one) => intersection(one, span)) ? [pulled(day, before, { pieces, span, queueId })] : [];
        });
      const chosen = fewestThatHelp(day, changes, { queueId, most });
      return chosen.length > 0 ? [{ kind: 'pull-from-queue', queueId, span: { startAt, endAt }, changes: chosen }] : [];
    });
  },
};

interface Piece {
  readonly shift: PlacedShift;
  readonly activity: Activity;
  readonly queueId: string;
}

function boundElsewhere(day: RepairDay, { activity, queueId }: Piece): boolean {
  return isContact(day, activity) && activity.queueId !== undefined && activity.queueId !== queueId;
}

/** Free to serve any queue of theirs, one of which can wait. */
function onWaitingWork(day: RepairDay, { shift, activity, queueId }: Piece): boolean {
  if (!isContact(day, activity) || activity.queueId !== undefined) return false;
  return day.waitingQueueIds.some((id) => id !== queueId && day.canServe(shift.agentId, id));
}

const isContact = (day: RepairDay, { activityTypeId }: Activity): boolean =>
  day.activityTypes.get(activityTypeId)?.contactWork ?? false;

function pulled(
  day: RepairDay,
  before: PlacedShift,
  {
    pieces,
    span,
    queueId,
  }: { readonly pieces: readonly Activity[]; readonly span: Interval; readonly queueId: string },
): RepairChange {
  const cut = before.activities.flatMap((activity): Activity[] => {
    const part = pieces.includes(activity) ? intersection(activity, span) : null;
    if (!part) return [activity];
    return [
      { ...activity, endAt: part.startAt },
      { ...activity, ...part, queueId },
      { ...activity, startAt: part.endAt },
    ].filter(({ startAt, endAt }) => endAt > startAt);
  });
  return { before, after: { ...withoutId(before), activities: tileActivities(before, cut, day.contactTypeId) } };
}

/** One after another while the queue has more agents for it; who brings nothing stays where they are. */
function fewestThatHelp(
  day: RepairDay,
  candidates: readonly RepairChange[],
  { queueId, most }: { readonly queueId: string; readonly most: number },
): RepairChange[] {
  const queue = day.queueIds.indexOf(queueId);
  const onQueue = (changes: readonly RepairChange[]) =>
    day.with(changes).present[queue]!.reduce((sum, n) => sum + n, 0);
  const chosen: RepairChange[] = [];
  let standing = onQueue([]);
  for (const candidate of candidates) {
    if (chosen.length >= most) break;
    const now = onQueue([...chosen, candidate]);
    if (now <= standing + 1e-6) continue;
    chosen.push(candidate);
    standing = now;
  }
  return chosen;
}
