import { MINUTE_MILLIS } from '@yotei/time';
import type { ExchangePolicy, PolicyParameterSpec } from './policy.js';

const least: PolicyParameterSpec = {
  key: 'leastMinutes',
  title: { en: 'Least time before the change', ja: '変更までの最短時間' },
  unit: 'minutes',
  min: 0,
  max: 40_320,
  default: 120,
};

/** Time left until anyone's work differs from what was published. */
export const notice: ExchangePolicy = {
  id: 'notice',
  title: { en: 'Deadline', ja: '締め切り' },
  message: {
    en: 'It begins in {minutes} min; exchanges must be settled {limit} min before',
    ja: '開始まで{minutes}分です。{limit}分前までに決める必要があります',
  },
  parameters: [least],
  defaultOutcome: 'refuse',
  evaluate: ({ parties, now }, p) => {
    const firstAt = Math.min(...parties.flatMap(({ changed }) => changed.map(({ startAt }) => startAt)));
    const minutes = Math.floor((firstAt - now) / MINUTE_MILLIS);
    return minutes < p(least) ? [{ values: { minutes: Math.max(0, minutes), limit: p(least) } }] : [];
  },
};
