import type { Interval } from '@yotei/time';
import { workedMinutes, workedSpans } from '../own-time.js';
import type { ExchangePolicy } from './policy.js';

const contains = (outer: Interval, inner: Interval): boolean =>
  outer.startAt <= inner.startAt && inner.endAt <= outer.endAt;

/** After an exchange of part of a shift somebody works times that no template of the contract has; law and hours hold. */
export const agreedForm: ExchangePolicy = {
  id: 'agreed-form',
  title: { en: 'Times outside the templates', ja: '勤務パターンにない時間' },
  message: {
    en: 'The day becomes {minutes} min in {pieces} piece(s), which no shift template of the contract has',
    ja: 'この日の勤務は計{minutes}分（{pieces}つの時間帯）となり、契約のどの勤務パターンとも合いません',
  },
  parameters: [],
  defaultOutcome: 'review',
  evaluate: ({ parties }) =>
    parties.flatMap(({ agentId, before, after }) =>
      after
        .filter((shift) => shift.agreedForm && !before.some((one) => one.agreedForm && contains(one, shift)))
        .map((shift) => ({
          agentId,
          values: { minutes: Math.round(workedMinutes(shift)), pieces: workedSpans(shift).length },
        })),
    ),
};
