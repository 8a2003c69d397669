import { exponentialDelay, mixFactor, withBotDeflection, type ContactSeries } from '../../staffing/index.js';
import { fractionFaults, numberFaults, queueScopeFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { withChangedQueues, withLoad } from '../changed-queues.js';
import type { ScenarioQueue } from '../scenario-base.js';
import type { DeflectionChange } from '../scenario-change.js';
import { isAlways, whenFaults, whenMask } from '../when-scope.js';
import { factorText, fractionText, inWords } from '../words/amount-words.js';
import { scopeText } from '../words/scope-words.js';

/** Bots take the easy contacts: handle time of those they take / mean, unless the change says otherwise. */
export const DEFLECTED_HANDLE_FACTOR = 0.8;
const RETURN_HOURS = 24;

/** How much longer what reaches an agent takes. */
export function restHandleFactor({ deflectedFraction, deflectedHandleFactor }: DeflectionChange): number {
  return mixFactor(1, deflectedFraction, deflectedHandleFactor ?? DEFLECTED_HANDLE_FACTOR);
}

function deflected(series: ContactSeries, change: DeflectionChange) {
  const { deflectedFraction, returningFraction = 0, returnHours = RETURN_HOURS } = change;
  return withBotDeflection(series, {
    deflectedFraction,
    handleTimeFactor: restHandleFactor(change),
    ...(returningFraction > 0 && {
      returningFraction,
      returnDelay: exponentialDelay(returnHours, series.intervalSeconds),
    }),
  });
}

/** Only the contacts within the mask meet the bot; what comes back may come at any open time. */
function deflectedWithin(series: ContactSeries, change: DeflectionChange, mask: Uint8Array) {
  const part = (inside: boolean): Float64Array =>
    Float64Array.from(series.contacts, (count, index) =>
      Number.isNaN(count) || Boolean(mask[index]) === inside ? count : 0,
    );
  const outside = part(false);
  const met = deflected({ ...series, contacts: part(true) }, change);
  const contacts = met.contacts.map((count, index) => count + outside[index]!);
  const averageHandleSeconds = contacts.map((count, index) => {
    const own = series.averageHandleSeconds[index]!;
    if (!(count > 0)) return own;
    const rest = outside[index]! > 0 ? outside[index]! * own : 0;
    const taken = met.contacts[index]! > 0 ? met.contacts[index]! * met.averageHandleSeconds[index]! : 0;
    return (rest + taken) / count;
  });
  return { contacts, averageHandleSeconds };
}

function withBot(queue: ScenarioQueue, change: DeflectionChange, mask: Uint8Array): ScenarioQueue {
  const { forecast, botContacts } = queue;
  const series = { ...forecast, intervalSeconds: forecast.grid.stepMinutes * 60 };
  const { contacts, averageHandleSeconds } = isAlways(change)
    ? deflected(series, change)
    : deflectedWithin(series, change, mask);
  return {
    ...queue,
    forecast: withLoad(forecast, { contacts, averageHandleSeconds }),
    botContacts: Float64Array.from(forecast.contacts, (count, index) => {
      const met = count > 0 && mask[index] ? count * change.deflectedFraction : 0;
      return (botContacts?.[index] ?? 0) + met;
    }),
  };
}

/** A bot or another self-service takes a share of the contacts; the rest is harder, some come back later. */
export const deflectionChange: ChangeKind<DeflectionChange> = {
  kind: 'deflection',
  title: { en: 'Self-service', ja: '自己解決' },
  faults: (change, base) => [
    ...queueScopeFaults(change, base),
    ...whenFaults(change, base),
    ...fractionFaults('deflectedFraction', change.deflectedFraction),
    ...(change.deflectedHandleFactor === undefined
      ? []
      : numberFaults('deflectedHandleFactor', change.deflectedHandleFactor, { min: 0, max: 5 })),
    ...fractionFaults('returningFraction', change.returningFraction ?? 0),
    ...(change.returnHours === undefined
      ? []
      : numberFaults('returnHours', change.returnHours, { min: 0.25, max: 720 })),
  ],
  apply: (change, base) => {
    const mask = whenMask(change, base);
    return withChangedQueues(base, change, (queue) => withBot(queue, change, mask));
  },
  words: (change, base, language) => {
    const share = fractionText(change.deflectedFraction, language);
    const factor = restHandleFactor(change);
    const harder =
      factor === 1
        ? ''
        : inWords(
            language,
            `, the rest takes ${factorText(factor, language)} of time`,
            `、残りの処理時間は${factorText(factor, language)}`,
          );
    const back = change.returningFraction ?? 0;
    const returning =
      back === 0
        ? ''
        : inWords(
            language,
            `, ${fractionText(back, language)} of those come back`,
            `、そのうち${fractionText(back, language)}は再び問い合わせ`,
          );
    return (
      inWords(language, `Self-service takes ${share}`, `自己解決が${share}`) +
      harder +
      returning +
      scopeText(change, base, language)
    );
  },
};
