import { addDays, type LocalDate } from '@yotei/time';
import type { CalendarEvent, QueueHistory } from '@yotei/forecast';
import { badInput } from '../frame/problem-list.js';

/** Longer than any horizon: 400 days ahead of a history that may itself end months before. */
const DAYS_AHEAD = 800;

/**
 * Public holidays of `JP`, `DE-BY` or `DE-BY-A` (country, state, region) from the first day of the histories on: closed
 * where the holidays in the history had no rows, else open with an effect they share.
 */
export async function holidayEvents(
  place: string | undefined,
  histories: ReadonlyMap<string, QueueHistory>,
): Promise<readonly CalendarEvent[]> {
  if (place === undefined) return [];
  // Loaded when asked for: the data of two hundred countries take a while.
  const { isHolidayPlace, publicHolidays } = await import('@yotei/forecast/holidays');
  const [country = '', state, region] = place.split('-');
  if (!isHolidayPlace({ country, state, region }))
    throw badInput({
      field: '--holidays',
      message: `no holidays are known of '${place}'; expected for example JP or DE-BY`,
    });
  const days = [...histories.values()].flatMap((history) => [history.days[0]?.on, history.days.at(-1)?.on]);
  const known = days.filter((on): on is LocalDate => on !== undefined).sort();
  if (known.length === 0) return [];
  return publicHolidays({ country, state, region }, known[0]!, addDays(known.at(-1)!, DAYS_AHEAD))
    .filter(({ type }) => type === 'public')
    .map(({ on, name }) => ({ fromOn: on, untilOn: on, kind: 'holiday', title: name.local }));
}
