import { isLocalDate } from '@yotei/time';
import type { LocalisedText } from '../staffing/index.js';
import type { CostTerms, Premium } from './cost-terms.js';

/** What is wrong with one field of cost terms: `wages.0.perPaidHour`. */
export interface CostTermsFault {
  readonly path: string;
  readonly message: LocalisedText;
}

const fault = (path: string, en: string, ja: string): CostTermsFault => ({ path, message: { en, ja } });

/** More than this is a mistake of the unit, in any currency. */
const MOST_AMOUNT = 1e9;
const MOST_FRACTION = 5;

function amountFault(path: string, value: number): readonly CostTermsFault[] {
  return value >= 0 && value <= MOST_AMOUNT
    ? []
    : [fault(path, `The amount (${value}) must be 0 or more`, `金額(${value})は0以上にしてください`)];
}

function fractionFault(path: string, value: number): readonly CostTermsFault[] {
  return value >= 0 && value <= MOST_FRACTION
    ? []
    : [
        fault(
          path,
          `The share (${value}) must lie in 0..${MOST_FRACTION}; 25 % is 0.25`,
          `割合(${value})は0～${MOST_FRACTION}にしてください。25%は0.25です`,
        ),
      ];
}

const isMinute = (minute: number): boolean => Number.isInteger(minute) && minute >= 0 && minute <= 1440;

function premiumFaults(premium: Premium, path: string): readonly CostTermsFault[] {
  const faults = [...fractionFault(`${path}.fraction`, premium.fraction)];
  if (premium.kind === 'night' && !(isMinute(premium.fromMinute) && isMinute(premium.untilMinute)))
    faults.push(
      fault(
        `${path}.fromMinute`,
        'The night must be given in minutes of the day, 0..1440',
        '夜間は0～1440の分で指定してください',
      ),
    );
  if (premium.kind === 'weekend' && !premium.weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7))
    faults.push(fault(`${path}.weekdays`, 'Weekdays must be 1 (Monday) to 7', '曜日は1(月)～7にしてください'));
  if (premium.kind === 'holiday' && !premium.dates.every(isLocalDate))
    faults.push(
      fault(`${path}.dates`, 'Dates must be written as 2026-11-23', '日付は2026-11-23の形で入力してください'),
    );
  if (premium.kind === 'overtime')
    for (const limit of ['afterWeeklyHours', 'afterDailyHours', 'afterMonthlyHours'] as const)
      if (premium[limit] !== undefined && !(premium[limit] >= 0))
        faults.push(fault(`${path}.${limit}`, 'Hours must be 0 or more', '時間は0以上にしてください'));
  return faults;
}

/** What is wrong with cost terms, field by field in the order of the form; empty when they can be computed with. */
export function costTermsFaults(terms: CostTerms): readonly CostTermsFault[] {
  const faults: CostTermsFault[] = [];
  if (!/^[A-Z]{3}$/.test(terms.currency))
    faults.push(
      fault(
        'currency',
        `The currency (${terms.currency}) must be three capital letters, such as JPY`,
        `通貨(${terms.currency})はJPYのような英大文字3字にしてください`,
      ),
    );
  terms.wages.forEach(({ perPaidHour }, index) =>
    faults.push(...amountFault(`wages.${index}.perPaidHour`, perPaidHour)),
  );
  faults.push(...fractionFault('onCostFraction', terms.onCostFraction));
  terms.premiums.forEach((premium, index) => faults.push(...premiumFaults(premium, `premiums.${index}`)));
  terms.channels.forEach(({ perContact, perHandleMinute }, index) => {
    faults.push(...amountFault(`channels.${index}.perContact`, perContact));
    faults.push(...amountFault(`channels.${index}.perHandleMinute`, perHandleMinute));
  });
  faults.push(...amountFault('botPerDeflectedContact', terms.botPerDeflectedContact));
  terms.penalties.forEach(({ amount }, index) => faults.push(...amountFault(`penalties.${index}.amount`, amount)));
  terms.outsourcing.forEach(({ perHandledContact }, index) =>
    faults.push(...amountFault(`outsourcing.${index}.perHandledContact`, perHandledContact)),
  );
  return faults;
}
