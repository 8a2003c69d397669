import { fractionFaults, queueScopeFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { withChangedQueues } from '../changed-queues.js';
import type { OccupancyCapChange } from '../scenario-change.js';
import { fractionText, inWords } from '../words/amount-words.js';
import { scopeText } from '../words/scope-words.js';
import { goalChange, withGoal } from './goal.change.js';

/** Nobody busier than so: a goal beside those there are. */
export const occupancyCapChange: ChangeKind<OccupancyCapChange> = {
  kind: 'occupancy-cap',
  title: { en: 'Occupancy cap', ja: '稼働率の上限' },
  faults: (change, base) => {
    const { maxOccupancyFraction, queueIds } = change;
    if (maxOccupancyFraction === null) return queueScopeFaults(change, base);
    const own = [...queueScopeFaults(change, base), ...fractionFaults('maxOccupancyFraction', maxOccupancyFraction)];
    return own.length > 0 ? own : goalChange.faults({ kind: 'goal', queueIds, goal: { maxOccupancyFraction } }, base);
  },
  apply: (change, base) =>
    withChangedQueues(base, change, (queue) => ({
      ...queue,
      plan: withGoal(queue.plan, { maxOccupancyFraction: change.maxOccupancyFraction }),
    })),
  words: (change, base, language) =>
    (change.maxOccupancyFraction === null
      ? inWords(language, 'No occupancy cap', '稼働率の上限なし')
      : inWords(
          language,
          `Occupancy at most ${fractionText(change.maxOccupancyFraction, language)}`,
          `稼働率${fractionText(change.maxOccupancyFraction, language)}以下`,
        )) + scopeText(change, base, language),
};
