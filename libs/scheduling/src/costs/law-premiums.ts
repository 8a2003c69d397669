import type { LocalDate } from '@yotei/time';
import { findLawPack, parametersInForce } from '../law/index.js';
import type { Premium } from './cost-terms.js';

interface LawDay {
  readonly on: LocalDate;
  readonly agreements?: readonly string[];
  /** Dates to which the pack's premium of a day off applies. */
  readonly holidays?: readonly LocalDate[];
}

type Values = readonly number[];

/** Which premiums the values of a pay parameter are, by its permanent id. Others are told and not computed. */
const PREMIUMS_OF: Readonly<Record<string, (values: Values, day: LawDay) => readonly Premium[]>> = {
  // Overtime, overtime beyond 60 hours a month, day off, night from 22:00 to 5:00.
  'jp.premium': ([overtime = 0, beyond = overtime, dayOff = 0, night = 0], { holidays = [] }) => [
    { kind: 'night', fromMinute: 1320, untilMinute: 300, fraction: night / 100 },
    { kind: 'holiday', dates: holidays, fraction: dayOff / 100 },
    { kind: 'overtime', fraction: overtime / 100, afterWeeklyHours: 40 },
    { kind: 'overtime', fraction: (beyond - overtime) / 100, afterWeeklyHours: 40, afterMonthlyHours: 60 },
  ],
  'us.overtime': ([hours = 40, percent = 0]) => [
    { kind: 'overtime', fraction: percent / 100, afterWeeklyHours: hours },
  ],
  // Beyond 8 hours of a day half as much again, beyond 12 twice: the second half on top of the first.
  'us-ca.overtime.day': ([first = 8, second = 12, half = 0, twice = half]) => [
    { kind: 'overtime', fraction: half / 100, afterDailyHours: first },
    { kind: 'overtime', fraction: (twice - half) / 100, afterDailyHours: second },
  ],
};

/**
 * The premiums a law pack prescribes on a day, with the parameter's id as their source: defaults to begin with, which a
 * contract may better. Empty for packs that prescribe none, and for ids that are no pack.
 */
export function premiumsOfLaw(packId: string, day: LawDay): readonly Premium[] {
  const pack = findLawPack(packId);
  if (!pack) return [];
  return parametersInForce(pack, { on: day.on, agreements: day.agreements ?? [] }).flatMap(({ id, values }) => {
    const premiums = PREMIUMS_OF[id]?.(
      values.map(({ value }) => value),
      day,
    );
    return (premiums ?? []).map((premium) => ({ ...premium, source: id }));
  });
}
