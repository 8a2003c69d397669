import { exponentialDelay, withRepeatContacts } from '../../staffing/index.js';
import { fractionFaults, numberFaults, queueScopeFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { withChangedQueues, withLoad } from '../changed-queues.js';
import type { RepeatContactsChange } from '../scenario-change.js';
import { fractionText, inWords } from '../words/amount-words.js';
import { scopeText } from '../words/scope-words.js';

const RETURN_HOURS = 24;

/** Contacts that were not solved come back; with a share that does so today, only the difference is made. */
export const repeatContactsChange: ChangeKind<RepeatContactsChange> = {
  kind: 'repeat-contacts',
  title: { en: 'Repeat contacts', ja: '再問い合わせ' },
  faults: (change, base) => [
    ...queueScopeFaults(change, base),
    ...fractionFaults('repeatFraction', change.repeatFraction, 'below-1'),
    ...fractionFaults('repeatFractionInForecast', change.repeatFractionInForecast ?? 0, 'below-1'),
    ...(change.returnHours === undefined
      ? []
      : numberFaults('returnHours', change.returnHours, { min: 0.25, max: 720 })),
    ...(change.repeatHandleFactor === undefined
      ? []
      : numberFaults('repeatHandleFactor', change.repeatHandleFactor, { min: 0, max: 20 })),
  ],
  apply: (change, base) =>
    withChangedQueues(base, change, (queue) => {
      const { forecast } = queue;
      const intervalSeconds = forecast.grid.stepMinutes * 60;
      const { contacts, averageHandleSeconds } = withRepeatContacts(
        { ...forecast, intervalSeconds },
        {
          repeatFraction: change.repeatFraction,
          repeatFractionInSeries: change.repeatFractionInForecast ?? 0,
          returnDelay: exponentialDelay(change.returnHours ?? RETURN_HOURS, intervalSeconds),
          repeatHandleFactor: change.repeatHandleFactor,
        },
      );
      return { ...queue, forecast: withLoad(forecast, { contacts, averageHandleSeconds }) };
    }),
  words: (change, base, language) => {
    const [next, now] = [change.repeatFraction, change.repeatFractionInForecast ?? 0].map((share) =>
      fractionText(share, language),
    );
    return (
      inWords(language, `Repeat contacts ${now} -> ${next}`, `再問い合わせ率${now}→${next}`) +
      scopeText(change, base, language)
    );
  },
};
