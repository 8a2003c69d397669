import { addDays, daysBetween, type LocalDate } from '@yotei/time';
import Holidays from 'date-holidays';
import type { DemoEvent, DemoQueue, DemoSite } from './demo-centre.js';
import { randomSource } from './random-source.js';

/** Public holidays of the site's country between the dates, both included, with their local name. */
export function publicHolidays(
  country: string,
  fromOn: LocalDate,
  untilOn: LocalDate,
): { on: LocalDate; title: string }[] {
  const calendar = new Holidays(country);
  const years = [...new Set([Number(fromOn.slice(0, 4)), Number(untilOn.slice(0, 4))])];
  return years
    .flatMap((year) => calendar.getHolidays(year))
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => ({ on: holiday.date.slice(0, 10), title: holiday.name }))
    .filter(({ on }) => on >= fromOn && on <= untilOn)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

function holidayEvents(
  site: DemoSite,
  queues: readonly DemoQueue[],
  range: { fromOn: LocalDate; untilOn: LocalDate },
): DemoEvent[] {
  const own = queues.filter((queue) => queue.siteId === site.id);
  return publicHolidays(site.country, range.fromOn, range.untilOn).map(({ on, title }) => ({
    id: `holiday-${site.id}-${on}`,
    // A queue that stays open has a holiday; one that shuts is closed, which a forecaster must not read as "no demand".
    kind: own.every((queue) => !queue.openOnHolidays) ? 'closed' : 'holiday',
    title,
    fromOn: on,
    untilOn: on,
    queueIds: own.map((queue) => queue.id),
  }));
}

/** Calendar of the centre: public holidays of both sites eight weeks beyond today, one campaign, one outage. */
export function generateEvents(options: {
  seed: number;
  sites: readonly DemoSite[];
  queues: readonly DemoQueue[];
  historyFromOn: LocalDate;
  today: LocalDate;
}): DemoEvent[] {
  const { seed, sites, queues, historyFromOn, today } = options;
  const random = randomSource(seed, 'calendar');
  const historyDays = daysBetween(historyFromOn, today);
  const range = { fromOn: historyFromOn, untilOn: addDays(today, 56) };
  const campaignOn = addDays(historyFromOn, Math.floor(historyDays * 0.45) + random.integer(0, 6));
  const outageOn = nearestTuesday(addDays(today, -random.integer(30, 50)));
  return [
    ...sites.flatMap((site) => holidayEvents(site, queues, range)),
    {
      id: 'campaign',
      kind: 'campaign',
      title: '秋の乗り換えキャンペーン',
      fromOn: campaignOn,
      untilOn: addDays(campaignOn, 11),
      queueIds: ['voice-ja', 'chat', 'email'],
    },
    {
      id: 'outage',
      kind: 'outage',
      title: '電話設備の障害 10:00–12:00',
      fromOn: outageOn,
      untilOn: outageOn,
      queueIds: ['voice-ja'],
    },
  ];
}

/** The Tuesday of the date's week, so that the outage falls on a working day in every run. */
function nearestTuesday(on: LocalDate): LocalDate {
  const weekday = (((daysBetween('1970-01-01', on) + 3) % 7) + 7) % 7;
  return addDays(on, 1 - weekday);
}
