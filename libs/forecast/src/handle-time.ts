import type { DayTable } from './series/day-table.js';
import type { HorizonDay } from './series/training-view.js';

/** Weight of a day against the next: handle times drift slowly, so this halves in about seven weeks. */
const DISCOUNT_PER_DAY = 0.986;
/** Contacts of evidence that draw a slot to the day's mean, and a weekday to the week's. */
const POOLING_CONTACTS = 200;

/**
 * Average handle seconds for each slot of the horizon days: the discounted mean weighted by contacts, by slot and by
 * weekday, each drawn to the mean of all contacts where there are few. NaN where nothing was ever handled.
 * Only days before `originDay` are used.
 */
export function forecastHandleSeconds(input: {
  contacts: DayTable;
  handleSeconds: DayTable;
  originDay: number;
}): (horizon: readonly HorizonDay[]) => Float64Array[] {
  const { contacts, handleSeconds, originDay } = input;
  const contactsOf = new Map(contacts.days.map((day) => [day.day, day.values]));
  const bySlot = Array.from({ length: contacts.slotCount }, () => ({ contacts: 0, seconds: 0 }));
  const byWeekday = Array.from({ length: 8 }, () => ({ contacts: 0, seconds: 0 }));
  const all = { contacts: 0, seconds: 0 };
  for (const { day, weekday, values } of handleSeconds.days) {
    if (day >= originDay) break;
    const weight = Math.pow(DISCOUNT_PER_DAY, originDay - 1 - day);
    const counts = contactsOf.get(day);
    values.forEach((seconds, slot) => {
      const count = counts?.[slot] ?? 0;
      if (Number.isNaN(seconds) || !(count > 0)) return;
      for (const sums of [bySlot[slot]!, byWeekday[weekday]!, all]) {
        sums.contacts += weight * count;
        sums.seconds += weight * seconds;
      }
    });
  }
  const mean = all.seconds / all.contacts;
  const drawn = (sums: { contacts: number; seconds: number }) =>
    (sums.seconds + POOLING_CONTACTS * mean) / (sums.contacts + POOLING_CONTACTS);
  const slotMeans = Float64Array.from(bySlot, drawn);
  const weekdayRatios = byWeekday.map((sums) => drawn(sums) / mean);
  return (horizon) =>
    horizon.map(({ weekday, open }) =>
      slotMeans.map((value, slot) => (open[slot] ? value * weekdayRatios[weekday]! : Number.NaN)),
    );
}
