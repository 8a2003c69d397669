import { intersection } from '@yotei/time';
import { withoutId } from '../../exchanges/resolve-exchange.js';
import { insertActivity, type ActivityType, type Shift } from '../../roster/index.js';
import { bestFew } from '../best-few.js';
import type { RepairChange } from '../repair-action.js';
import type { RepairMove } from '../repair-move.js';

const MOST_PEOPLE = 8;

/** Work beside contacts that can wait: whoever is on it can take contacts at once. */
export const isDeferrable = ({ id }: ActivityType): boolean => id === 'back-office';

/** Agents with the skill who are on back office take contacts while they are missing; the back office waits. */
export const callOnSkills: RepairMove = {
  kind: 'call-on-skills',
  propose: (day, stretch) => {
    const { queueId, startAt, endAt } = stretch;
    const span = { startAt: Math.max(startAt, day.movableFrom), endAt };
    const candidates = day.today.flatMap((before): RepairChange[] => {
      if (before.locked || !day.canServe(before.agentId, queueId) || day.isMissing(before.agentId, span)) return [];
      const pieces = before.activities.flatMap((activity) => {
        const type = day.activityTypes.get(activity.activityTypeId);
        return (type && isDeferrable(type) && intersection(activity, span)) || [];
      });
      if (pieces.length === 0) return [];
      const after = pieces.reduce<Shift>(
        (shift, piece) =>
          insertActivity(shift, { ...piece, activityTypeId: day.contactTypeId }, day.contactTypeId)?.shift ?? shift,
        withoutId(before),
      );
      return [{ before, after }];
    });
    const changes = bestFew(day, candidates, MOST_PEOPLE);
    return changes.length > 0 ? [{ kind: 'call-on-skills', queueId, span: { startAt, endAt }, changes }] : [];
  },
};
