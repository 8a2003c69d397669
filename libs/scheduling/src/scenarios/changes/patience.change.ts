import { changeFault, eitherFaults, numberFaults, queueScopeFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { touches, withChangedQueues } from '../changed-queues.js';
import type { PatienceChange } from '../scenario-change.js';
import { factorText, inWords, secondsText } from '../words/amount-words.js';
import { scopeText } from '../words/scope-words.js';

const LONGEST_SECONDS = 1e7;

/** Contacts that wait longer, or less long, before they leave. Queues without a patience of their own keep none. */
export const patienceChange: ChangeKind<PatienceChange> = {
  kind: 'patience',
  title: { en: 'Patience', ja: '忍耐時間' },
  faults: (change, base) => [
    ...queueScopeFaults(change, base),
    ...eitherFaults(['factor', 'seconds'], [change.factor, change.seconds]),
    ...(change.factor === undefined ? [] : numberFaults('factor', change.factor, { min: 0.01, max: 100 })),
    ...(change.seconds === undefined ? [] : numberFaults('seconds', change.seconds, { min: 1, max: LONGEST_SECONDS })),
    ...(base.queues.some((queue) => touches(change, queue) && queue.plan.patienceSeconds !== undefined)
      ? []
      : [
          changeFault(
            'queueIds',
            'None of these queues knows a patience; their model does not ask for one',
            'これらのキューには忍耐時間の設定がありません',
          ),
        ]),
  ],
  apply: (change, base) =>
    withChangedQueues(base, change, (queue) => {
      const { patienceSeconds } = queue.plan;
      if (patienceSeconds === undefined) return queue;
      const next = change.seconds ?? Math.min(LONGEST_SECONDS, patienceSeconds * (change.factor ?? 1));
      return { ...queue, plan: { ...queue.plan, patienceSeconds: next } };
    }),
  words: (change, base, language) =>
    inWords(language, 'Patience ', '忍耐時間') +
    (change.seconds === undefined ? factorText(change.factor ?? 1, language) : secondsText(change.seconds, language)) +
    scopeText(change, base, language),
};
