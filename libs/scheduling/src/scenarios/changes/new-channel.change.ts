import { staffingPlanFaults } from '../../staffing/index.js';
import { changeFault, fractionFaults, numberFaults, queueFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { withLoad } from '../changed-queues.js';
import type { ScenarioQueue } from '../scenario-base.js';
import type { NewChannelChange } from '../scenario-change.js';
import { fractionText, inWords, secondsText } from '../words/amount-words.js';
import { queueTitle } from '../words/scope-words.js';

function newQueue(change: NewChannelChange, like: ScenarioQueue): ScenarioQueue {
  const { queueId: id, title, channel, skillId = null, plan, contactsFactor, averageHandleSeconds } = change;
  const contacts = Float64Array.from(like.forecast.contacts, (count) => count * contactsFactor);
  return {
    id,
    title,
    channel,
    skillId,
    plan,
    correlation: like.correlation,
    agents: null,
    forecast: {
      ...withLoad(like.forecast, { contacts, averageHandleSeconds: contacts.map(() => averageHandleSeconds) }),
      handleTimeCv: undefined,
    },
  };
}

/** A queue more, with contacts shaped like another's; some of them may be those of that queue, which then has fewer. */
export const newChannelChange: ChangeKind<NewChannelChange> = {
  kind: 'new-channel',
  title: { en: 'New channel', ja: '新しいチャネル' },
  faults: (change, base) => [
    ...(/^\S+$/.test(change.queueId) && !base.queues.some(({ id }) => id === change.queueId)
      ? []
      : [
          changeFault(
            'queueId',
            `The id (${change.queueId}) must be new and without blanks`,
            `ID(${change.queueId})は新しく、空白なしにしてください`,
          ),
        ]),
    ...(change.title.trim() === '' ? [changeFault('title', 'A title must be given', '名前を入力してください')] : []),
    ...queueFaults('likeQueueId', change.likeQueueId, base),
    ...numberFaults('contactsFactor', change.contactsFactor, { min: 0, max: 100 }),
    ...fractionFaults('takenFraction', change.takenFraction ?? 0),
    ...((change.takenFraction ?? 0) * change.contactsFactor > 1
      ? [
          changeFault(
            'takenFraction',
            'More contacts would be taken than there are',
            '元のキューのコンタクト数を超えています',
          ),
        ]
      : []),
    ...numberFaults('averageHandleSeconds', change.averageHandleSeconds, { min: 0, max: 36_000 }),
    ...staffingPlanFaults(change.plan).map(({ path, message }) => ({ path: `plan.${path}`, message })),
  ],
  apply: (change, base) => {
    const like = base.queues.find(({ id }) => id === change.likeQueueId)!;
    const left = 1 - (change.takenFraction ?? 0) * change.contactsFactor;
    const queues = base.queues.map((queue) =>
      queue === like && left !== 1
        ? {
            ...queue,
            forecast: withLoad(queue.forecast, {
              contacts: Float64Array.from(queue.forecast.contacts, (count) => count * left),
            }),
          }
        : queue,
    );
    return { ...base, queues: [...queues, newQueue(change, like)] };
  },
  words: (change, base, language) => {
    const like = queueTitle(base, change.likeQueueId);
    const share = fractionText(change.contactsFactor, language);
    const seconds = secondsText(change.averageHandleSeconds, language);
    const taken =
      (change.takenFraction ?? 0) === 0
        ? ''
        : inWords(
            language,
            `, ${fractionText(change.takenFraction!, language)} of them taken from it`,
            `、うち${fractionText(change.takenFraction!, language)}は移行`,
          );
    return inWords(
      language,
      `New: ${change.title} with ${share} of the contacts of ${like}${taken}, ${seconds} each`,
      `新設：${change.title}（${like}の${share}の件数${taken}、1件${seconds}）`,
    );
  },
};
