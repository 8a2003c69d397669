import { staffingPlanFaults, type ServiceGoal, type StaffingPlan, type TextLanguage } from '../../staffing/index.js';
import { queueScopeFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { touches, withChangedQueues } from '../changed-queues.js';
import type { GoalChange } from '../scenario-change.js';
import { fractionText, inWords, numberText, secondsText } from '../words/amount-words.js';
import { scopeText } from '../words/scope-words.js';

/** The plan with parts of its goal replaced, or taken away where they are null. */
export function withGoal(plan: StaffingPlan, goal: GoalChange['goal']): StaffingPlan {
  const merged = Object.entries({ ...plan.goal, ...goal }).filter(([, value]) => value !== null && value !== undefined);
  return { ...plan, goal: Object.fromEntries(merged) as ServiceGoal };
}

type PartWords = (value: number, language: TextLanguage) => string;

const PART_WORDS: Readonly<Partial<Record<keyof ServiceGoal, PartWords>>> = {
  asaSeconds: (value, language) =>
    inWords(
      language,
      `average wait at most ${secondsText(value, language)}`,
      `平均待ち時間${secondsText(value, language)}以内`,
    ),
  maxOccupancyFraction: (value, language) =>
    inWords(
      language,
      `occupancy at most ${fractionText(value, language)}`,
      `稼働率${fractionText(value, language)}以下`,
    ),
  maxAbandonmentFraction: (value, language) =>
    inWords(
      language,
      `abandonment at most ${fractionText(value, language)}`,
      `放棄率${fractionText(value, language)}以下`,
    ),
  maxBlockingFraction: (value, language) =>
    inWords(
      language,
      `blocking at most ${fractionText(value, language)}`,
      `呼損率${fractionText(value, language)}以下`,
    ),
  answerWithinHours: (value, language) =>
    inWords(
      language,
      `answered within ${numberText(value, language)} h`,
      `${numberText(value, language)}時間以内に回答`,
    ),
};

/** The goal as people say it: `80/20`, `average wait at most 30 s`. */
export function goalText(goal: GoalChange['goal'], language: TextLanguage): string {
  const parts: string[] = [];
  const { serviceLevelFraction, answerWithinSeconds } = goal;
  if (typeof serviceLevelFraction === 'number' && typeof answerWithinSeconds === 'number')
    parts.push(
      `${numberText(serviceLevelFraction * 100, language, 2)}/${numberText(answerWithinSeconds, language, 2)}`,
    );
  else if (typeof serviceLevelFraction === 'number')
    parts.push(
      inWords(
        language,
        `service level ${fractionText(serviceLevelFraction, language)}`,
        `サービスレベル${fractionText(serviceLevelFraction, language)}`,
      ),
    );
  else if (typeof answerWithinSeconds === 'number')
    parts.push(
      inWords(
        language,
        `answered within ${secondsText(answerWithinSeconds, language)}`,
        `${secondsText(answerWithinSeconds, language)}以内に応答`,
      ),
    );
  for (const [part, words] of Object.entries(PART_WORDS)) {
    const value = goal[part as keyof ServiceGoal];
    if (typeof value === 'number') parts.push(words(value, language));
    else if (value === null) parts.push(inWords(language, `no ${part}`, `${part}なし`));
  }
  return parts.join(inWords(language, ', ', '、'));
}

/** Other goals; parts not named stay as they are. */
export const goalChange: ChangeKind<GoalChange> = {
  kind: 'goal',
  title: { en: 'Goal', ja: '目標' },
  faults: (change, base) => [
    ...queueScopeFaults(change, base),
    ...base.queues
      .filter((queue) => touches(change, queue))
      .flatMap(({ plan }) => staffingPlanFaults(withGoal(plan, change.goal)))
      .filter(({ path }) => path.startsWith('goal'))
      .slice(0, 1)
      .map(({ path, message }) => ({ path, message })),
  ],
  apply: (change, base) =>
    withChangedQueues(base, change, (queue) => ({ ...queue, plan: withGoal(queue.plan, change.goal) })),
  words: (change, base, language) =>
    inWords(language, 'Goal ', '目標') + goalText(change.goal, language) + scopeText(change, base, language),
};
