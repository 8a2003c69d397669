import { addDays, instantOfLocal, weekdayOf, type LocalDate, type ZoneId } from '@yotei/time';
import type { ContactRecord } from '@yotei/scheduling/calibration';
import { RandomDraws } from './random-draws.js';

/** A log whose truth is known, because it was drawn from it. */
export interface SyntheticLog {
  readonly seed: number;
  readonly fromOn?: LocalDate;
  readonly days: number;
  readonly zone?: ZoneId;
  /** Contacts expected in each half-hour from 08:00, by ISO weekday; default 20 half-hours of 12. */
  readonly rates?: (weekday: number) => readonly number[];
  /** cv of the factor a day's half-hours share, and of each half-hour's own. */
  readonly dayCv?: number;
  readonly intervalCv?: number;
  readonly handleSeconds?: (draws: RandomDraws, hour: number) => number;
  readonly patienceSeconds?: (draws: RandomDraws) => number;
  /** How long the contact would have to wait until an agent is free. */
  readonly offeredWaitSeconds?: (draws: RandomDraws) => number;
}

const HALF_HOUR = 30;
const OPENS = 480;

/** Waits are the lesser of patience and what would have to be waited, each contact on its own. */
export function syntheticContacts({
  seed,
  fromOn = '2026-01-05',
  days,
  zone = 'UTC',
  rates = () => Array.from({ length: 20 }, () => 12),
  dayCv = 0,
  intervalCv = 0,
  handleSeconds = (draws) => draws.lognormal(200, 1),
  patienceSeconds = (draws) => draws.exponential(240),
  offeredWaitSeconds = (draws) => (draws.uniform() < 0.4 ? 0 : draws.exponential(60)),
}: SyntheticLog): ContactRecord[] {
  const draws = new RandomDraws(seed);
  const contacts: ContactRecord[] = [];
  for (let day = 0; day < days; day += 1) {
    const on = addDays(fromOn, day);
    const factor = draws.factor(dayCv);
    for (const [i, rate] of rates(weekdayOf(on)).entries()) {
      const startMinute = OPENS + i * HALF_HOUR;
      const arrivals = draws.poisson(rate * factor * draws.factor(intervalCv));
      for (let arrival = 0; arrival < arrivals; arrival += 1) {
        const minute = startMinute + draws.uniform() * HALF_HOUR * (1 - 1e-9);
        const arrivedAt = instantOfLocal(on, Math.floor(minute), zone) + Math.floor((minute % 1) * 60) * 1000;
        // Whole seconds, as logs have them.
        const patience = Math.round(patienceSeconds(draws));
        const offered = Math.round(offeredWaitSeconds(draws));
        contacts.push(
          patience < offered
            ? { arrivedAt, outcome: 'abandoned', waitSeconds: patience }
            : {
                arrivedAt,
                outcome: 'answered',
                waitSeconds: offered,
                handleSeconds: Math.round(handleSeconds(draws, Math.floor(minute / 60))),
              },
        );
      }
    }
  }
  return contacts;
}
