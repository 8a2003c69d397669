import { queueScopeFaults, numberFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { withChangedQueues, withLoad } from '../changed-queues.js';
import type { VolumeChange } from '../scenario-change.js';
import { whenFaults, whenMask } from '../when-scope.js';
import { factorText, inWords } from '../words/amount-words.js';
import { scopeText } from '../words/scope-words.js';

/** More or fewer contacts. Handle times and the spread of the rate, as a share of it, stay. */
export const volumeChange: ChangeKind<VolumeChange> = {
  kind: 'volume',
  title: { en: 'Contacts', ja: 'コンタクト数' },
  faults: (change, base) => [
    ...queueScopeFaults(change, base),
    ...whenFaults(change, base),
    ...numberFaults('factor', change.factor, { min: 0, max: 20 }),
  ],
  apply: (change, base) => {
    const mask = whenMask(change, base);
    return withChangedQueues(base, change, (queue) => ({
      ...queue,
      forecast: withLoad(queue.forecast, {
        contacts: Float64Array.from(queue.forecast.contacts, (count, index) =>
          mask[index] ? count * change.factor : count,
        ),
      }),
    }));
  },
  words: (change, base, language) =>
    inWords(language, 'Contacts ', 'コンタクト数') +
    factorText(change.factor, language) +
    scopeText(change, base, language),
};
