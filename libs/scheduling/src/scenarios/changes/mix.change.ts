import { changeFault, fractionFaults, queueFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { withLoad } from '../changed-queues.js';
import { isOpen } from '../../staffing/index.js';
import type { ScenarioQueue } from '../scenario-base.js';
import type { MixChange } from '../scenario-change.js';
import { whenFaults, whenMask } from '../when-scope.js';
import { fractionText, inWords } from '../words/amount-words.js';
import { queueTitle, whenInBrackets } from '../words/scope-words.js';

/** Contacts that move in each interval; none where the other queue is closed. */
function movedContacts(change: MixChange, from: ScenarioQueue, to: ScenarioQueue, mask: Uint8Array): Float64Array {
  return Float64Array.from(from.forecast.contacts, (count, index) =>
    mask[index] && count > 0 && isOpen(to.forecast, index) ? count * change.fraction : 0,
  );
}

function withMoved(to: ScenarioQueue, from: ScenarioQueue, moved: Float64Array, keepHandleTime: boolean) {
  const { contacts, averageHandleSeconds } = to.forecast;
  return {
    ...to,
    forecast: withLoad(to.forecast, {
      contacts: moved.map((more, index) => contacts[index]! + more),
      averageHandleSeconds: moved.map((more, index) => {
        const own = averageHandleSeconds[index]!;
        if (!(more > 0)) return own;
        const theirs = from.forecast.averageHandleSeconds[index]!;
        const here = contacts[index]! > 0 && !Number.isNaN(own) ? contacts[index]! : 0;
        const seconds = keepHandleTime || Number.isNaN(own) ? theirs : own;
        return (here * (here > 0 ? own : 0) + more * seconds) / (here + more);
      }),
    }),
  };
}

/** Contacts change queue, as when a menu is set anew. Where the other queue is closed they stay. */
export const mixChange: ChangeKind<MixChange> = {
  kind: 'mix',
  title: { en: 'Contacts that change queue', ja: 'キュー間の移動' },
  faults: (change, base) => [
    ...queueFaults('fromQueueId', change.fromQueueId, base),
    ...queueFaults('toQueueId', change.toQueueId, base),
    ...(change.fromQueueId === change.toQueueId
      ? [changeFault('toQueueId', 'The two queues must be different', '異なるキューを選んでください')]
      : []),
    ...whenFaults(change, base),
    ...fractionFaults('fraction', change.fraction),
  ],
  apply: (change, base) => {
    const from = base.queues.find(({ id }) => id === change.fromQueueId)!;
    const to = base.queues.find(({ id }) => id === change.toQueueId)!;
    const moved = movedContacts(change, from, to, whenMask(change, base));
    const queues = base.queues.map((queue) => {
      if (queue === to) return withMoved(to, from, moved, change.keepHandleTime ?? false);
      if (queue !== from) return queue;
      const contacts = moved.map((fewer, index) => from.forecast.contacts[index]! - fewer);
      return { ...from, forecast: withLoad(from.forecast, { contacts }) };
    });
    return { ...base, queues };
  },
  words: (change, base, language) => {
    const [from, to] = [queueTitle(base, change.fromQueueId), queueTitle(base, change.toQueueId)];
    const share = fractionText(change.fraction, language);
    return (
      inWords(language, `${share} of ${from} moves to ${to}`, `${from}の${share}を${to}へ移動`) +
      whenInBrackets(change, language)
    );
  },
};
