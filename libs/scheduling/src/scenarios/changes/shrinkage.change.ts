import { staffingPlanFaults, type StaffingPlan } from '../../staffing/index.js';
import { queueScopeFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { touches, withChangedQueues } from '../changed-queues.js';
import type { ShrinkageChange } from '../scenario-change.js';
import { fractionText, inWords } from '../words/amount-words.js';
import { scopeText } from '../words/scope-words.js';

function withReason(plan: StaffingPlan, { reason }: ShrinkageChange): StaffingPlan {
  const shrinkage = plan.shrinkage ?? [];
  return {
    ...plan,
    shrinkage: shrinkage.some(({ id }) => id === reason.id)
      ? shrinkage.map((own) => (own.id === reason.id ? reason : own))
      : [...shrinkage, reason],
  };
}

/** Shrinkage of one reason: unplanned takes from who is at work, planned from what their pay buys. */
export const shrinkageChange: ChangeKind<ShrinkageChange> = {
  kind: 'shrinkage',
  title: { en: 'Shrinkage', ja: 'シュリンケージ' },
  faults: (change, base) => [
    ...queueScopeFaults(change, base),
    ...base.queues
      .filter((queue) => touches(change, queue))
      .slice(0, 1)
      .flatMap(({ plan }) => staffingPlanFaults({ ...plan, shrinkage: [change.reason] }))
      .filter(({ path }) => path.startsWith('shrinkage.0.'))
      .map(({ path, message }) => ({ path: path.replace('shrinkage.0.', 'reason.'), message })),
  ],
  apply: (change, base) =>
    withChangedQueues(base, change, (queue) => ({ ...queue, plan: withReason(queue.plan, change) })),
  words: (change, base, language) =>
    inWords(language, `Shrinkage by ${change.reason.id} `, `シュリンケージ（${change.reason.id}）`) +
    fractionText(change.reason.fraction, language) +
    scopeText({ ...change.reason, queueIds: change.queueIds }, base, language),
};
