import { addDays, type LocalDate } from '@yotei/time';
import Holidays from 'date-holidays';

/** Where holidays hold: a country (ISO 3166-1), and where they differ a state and region as the library names them. */
export interface HolidayPlace {
  readonly country: string;
  readonly state?: string | null;
  readonly region?: string | null;
}

/** A public or bank holiday on one date. */
export interface PublicHoliday {
  readonly on: LocalDate;
  /** Names the holiday in every year, by its rule: `3rd monday in September`; a substitute has that of what it stands for. */
  readonly key: string;
  readonly type: 'public' | 'bank';
  readonly name: { readonly en: string; readonly ja: string; readonly local: string };
  /** Stands for a holiday that fell on another closed day. */
  readonly isSubstitute: boolean;
}

/**
 * Holidays of a place between two dates, both included, in order: moving ones (Easter, lunar, equinoxes, n-th Mondays),
 * substitutes and bridges as its law has them; from `date-holidays`, offline. An unknown place has none: check
 * {@link isHolidayPlace}.
 */
export function publicHolidays(place: HolidayPlace, fromOn: LocalDate, untilOn: LocalDate): PublicHoliday[] {
  const found: PublicHoliday[] = [];
  // A holiday of several days may reach over the new year.
  for (let year = Number(fromOn.slice(0, 4)) - 1; year <= Number(untilOn.slice(0, 4)); year++)
    found.push(...holidaysOfYear(place, year).filter(({ on }) => on >= fromOn && on <= untilOn));
  return withoutDoubles(found);
}

/** Years met lately: a year in three languages takes some 50 ms to work out. */
const MOST_REMEMBERED = 400;
const remembered = new Map<string, readonly PublicHoliday[]>();

function holidaysOfYear(place: HolidayPlace, year: number): readonly PublicHoliday[] {
  const key = [place.country, place.state ?? '', place.region ?? '', year].join(' ');
  let found = remembered.get(key);
  if (!found) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, (found = workedOut(place, year)));
  }
  return found;
}

function workedOut(place: HolidayPlace, year: number): PublicHoliday[] {
  const [english, japanese] = [['en'], ['ja']].map(
    (languages) =>
      new Map(holidaysIn(calendarOf(place, languages), year).map((day) => [`${day.date} ${day.rule}`, day.name])),
  );
  return holidaysIn(calendarOf(place, []), year).flatMap((day) => {
    const name = {
      en: english!.get(`${day.date} ${day.rule}`) ?? day.name,
      ja: japanese!.get(`${day.date} ${day.rule}`) ?? day.name,
      local: day.name,
    };
    const lastsDays = Math.max(1, Math.round((day.end.getTime() - day.start.getTime()) / 86_400_000));
    return Array.from({ length: lastsDays }, (_, offset) => ({
      on: addDays(day.date.slice(0, 10), offset),
      key: day.rule.replace(/^substitutes /, ''),
      type: day.type as PublicHoliday['type'],
      name,
      isSubstitute: Boolean(day.substitute),
    }));
  });
}

/** A date with several holidays keeps them all but counts a public one before a bank one. */
function withoutDoubles(found: readonly PublicHoliday[]): PublicHoliday[] {
  const seen = new Set<string>();
  return [...found]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.type < b.type ? 1 : -1))
    .filter(({ on, key }) => !seen.has(`${on} ${key}`) && seen.add(`${on} ${key}`));
}

function calendarOf({ country, state, region }: HolidayPlace, languages: string[]): Holidays {
  const options = { types: ['public', 'bank'] as never, ...(languages.length > 0 ? { languages } : {}) };
  return state && region
    ? new Holidays(country, state, region, options)
    : state
      ? new Holidays(country, state, options)
      : new Holidays(country, options);
}

function holidaysIn(calendar: Holidays, year: number) {
  return calendar.getHolidays(year).filter(({ type }) => type === 'public' || type === 'bank');
}

/** Countries whose holidays are known, as ISO 3166-1 codes; screens name them by the reader's language. */
export function holidayCountries(): string[] {
  return Object.keys(new Holidays().getCountries()).sort();
}

export interface HolidayState {
  readonly code: string;
  readonly name: string;
}

/** States or provinces of a country that have holidays of their own; none for most. */
export function holidayStates(country: string): HolidayState[] {
  return namedOf(new Holidays().getStates(country));
}

/** Regions of a state that have holidays of their own. */
export function holidayRegions(country: string, state: string): HolidayState[] {
  return namedOf(new Holidays().getRegions(country, state));
}

function namedOf(names: Record<string, string> | undefined): HolidayState[] {
  return Object.entries(names ?? {}).map(([code, name]) => ({ code, name }));
}

/** Whether the place is one whose holidays are known. */
export function isHolidayPlace({ country, state, region }: HolidayPlace): boolean {
  if (!holidayCountries().includes(country)) return false;
  if (state && !holidayStates(country).some(({ code }) => code === state)) return false;
  return !region || (Boolean(state) && holidayRegions(country, state!).some(({ code }) => code === region));
}
