import { changeFault, numberFaults, queueScopeFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { withChangedQueues, withLoad } from '../changed-queues.js';
import type { HandleTimeChange } from '../scenario-change.js';
import { whenFaults, whenMask } from '../when-scope.js';
import { factorText, inWords, moreText } from '../words/amount-words.js';
import { listText, scopeText } from '../words/scope-words.js';

/** Longer or shorter contacts: × factor, then + seconds, never below 0. */
export const handleTimeChange: ChangeKind<HandleTimeChange> = {
  kind: 'handle-time',
  title: { en: 'Handle time', ja: '処理時間' },
  faults: (change, base) => [
    ...queueScopeFaults(change, base),
    ...whenFaults(change, base),
    ...(change.factor === undefined ? [] : numberFaults('factor', change.factor, { min: 0, max: 20 })),
    ...(change.addSeconds === undefined
      ? []
      : numberFaults('addSeconds', change.addSeconds, { min: -36_000, max: 36_000 })),
    ...(change.factor === undefined && change.addSeconds === undefined
      ? [changeFault('factor', 'A factor or seconds must be given', '倍率か秒数を指定してください')]
      : []),
  ],
  apply: (change, base) => {
    const { factor = 1, addSeconds = 0 } = change;
    const mask = whenMask(change, base);
    return withChangedQueues(base, change, (queue) => ({
      ...queue,
      forecast: withLoad(queue.forecast, {
        averageHandleSeconds: Float64Array.from(queue.forecast.averageHandleSeconds, (seconds, index) =>
          mask[index] ? Math.max(0, seconds * factor + addSeconds) : seconds,
        ),
      }),
    }));
  },
  words: (change, base, language) => {
    const parts = [
      ...(change.factor === undefined ? [] : [factorText(change.factor, language)]),
      ...(change.addSeconds === undefined ? [] : [moreText(change.addSeconds, 'seconds', language)]),
    ];
    return (
      inWords(language, 'Handle time ', '処理時間') + listText(parts, language) + scopeText(change, base, language)
    );
  },
};
