import type { ExchangePolicy } from './policy.js';

/** Someone would miss a training or meeting placed in the shift, because the taker is not meant to attend it. */
export const sessionsLeft: ExchangePolicy = {
  id: 'sessions-left',
  title: { en: 'Trainings and meetings missed', ja: '研修・会議の欠席' },
  message: {
    en: 'Would miss a training or meeting in this shift',
    ja: 'この勤務に予定された研修・会議に出られなくなります',
  },
  parameters: [],
  defaultOutcome: 'review',
  evaluate: ({ parties }) =>
    parties.filter(({ missesSession }) => missesSession).map(({ agentId }) => ({ agentId, values: {} })),
};
