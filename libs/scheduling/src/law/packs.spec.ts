import { DAY_MILLIS, HOUR_MILLIS, MINUTE_MILLIS, startOfLocalDay, type LocalDate } from '@yotei/time';
import { MONDAY, shiftOf, TOKYO } from '../../../../tests/kit/roster-builder.js';
import { verifyRule, type RuleScene } from '../../../../tests/kit/verify-rule.js';
import type { EarlierShift } from '../roster/index.js';
import { findRule } from '../rules/index.js';
import { findLawParameter, LAW_PACKS } from './catalogue.js';

/**
 * What each article allows at its very edge, and what is a minute, a day or a count too far: written from the text of the
 * article, not from the pack, so that a wrong number in a pack is found.
 */
interface Example {
  readonly scene?: RuleScene;
  readonly keeps: readonly string[];
  readonly breaks: readonly string[];
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const monday = startOfLocalDay(MONDAY, TOKYO);
const known = { earlierFromAt: monday - 900 * DAY_MILLIS };
const young: RuleScene = { agent: { youngUntilOn: '2030-01-01' } };

/** Hours worked on a day before the history, however long: only their sum matters there. */
const worked = (on: LocalDate, hours: number): EarlierShift => {
  const startAt = startOfLocalDay(on, TOKYO) + 9 * HOUR_MILLIS;
  return { agentId: 'amy', startAt, endAt: startAt + 8 * HOUR_MILLIS, paidMinutes: hours * 60 };
};
const weeksBefore = (weeks: number, hours: number): EarlierShift[] =>
  Array.from({ length: weeks }, (_, back) => {
    const startAt = monday - (back + 1) * 7 * DAY_MILLIS + 9 * HOUR_MILLIS;
    return { agentId: 'amy', startAt, endAt: startAt + 60 * MINUTE_MILLIS, paidMinutes: hours * 60 };
  });

const sameDays = (count: number, hours: string) => DAYS.slice(0, count).map((day) => `${day} ${hours}`);
/** A rest between two shifts, in hours: from 20:00 on. */
const rest = (hours: number): Example => {
  const start = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const from = 20 * 60 + hours * 60 - 1440;
  return {
    keeps: ['Mon 12:00-20:00', `Tue ${start(from)}-23:00`],
    breaks: ['Mon 12:00-20:00', `Tue ${start(from - 1)}-23:00`],
  };
};
/** Weeks of the same hours; the plan's last minute is one too many. */
const average = (weeks: number, hours: number): Example => {
  const plan = sameDays(5, '09:00-17:00');
  const left = String(17 + hours - 48).padStart(2, '0');
  return {
    scene: { ...known, earlier: weeksBefore(weeks - 1, hours) },
    keeps: [...plan, `Sat 09:00-${left}:00`],
    breaks: [...plan, `Sat 09:00-${left}:01`],
  };
};
const meal = (work: string, minutes: number): Example => ({
  keeps: [`Mon 08:00-${work} break@10:00+${minutes}`],
  breaks: [`Mon 08:00-${work} break@10:00+${minutes - 1}`],
});
const weekRest: Example = {
  scene: { history: [shiftOf('Sun-1 14:00-22:00')] },
  keeps: ['Mon 14:00-22:00', 'Wed 09:00-17:00', ...['Thu', 'Fri', 'Sat', 'Sun'].map((day) => `${day} 09:00-17:00`)],
  breaks: ['Mon 14:00-22:00', 'Wed 08:59-17:00', ...['Thu', 'Fri', 'Sat', 'Sun'].map((day) => `${day} 09:00-17:00`)],
};
/** Nights of eight hours in weeks of so many hours. */
const nights = (weeks: number, hours: number): Example => {
  const before = Array.from({ length: (weeks - 1) * 2 }, (_, i): EarlierShift => {
    const startAt = monday - (Math.floor(i / 2) + 1) * 7 * DAY_MILLIS + (i % 2) * DAY_MILLIS + 23 * HOUR_MILLIS;
    return { agentId: 'amy', startAt, endAt: startAt + 7 * HOUR_MILLIS, paidMinutes: hours * 30 };
  });
  const plan = [...sameDays(3, '23:00-07:00'), 'Fri 09:00-17:00', 'Sat 09:00-17:00'];
  const left = 9 + hours - 40;
  const end = (minute: string) => `Sun ${String(9).padStart(2, '0')}:00-${String(left).padStart(2, '0')}:${minute}`;
  return {
    scene: { ...known, earlier: before },
    keeps: hours > 40 ? [...plan, end('00')] : plan,
    breaks: [...plan, end('01')],
  };
};
const youngOf = (nightFrom: string, week: number): Record<string, Example> => ({
  night: { scene: young, keeps: [`Mon 12:00-${nightFrom}:00`], breaks: [`Mon 12:00-${nightFrom}:01`] },
  day: { scene: young, keeps: ['Mon 09:00-17:00'], breaks: ['Mon 09:00-17:01'] },
  week: {
    scene: young,
    keeps: sameDays(5, `09:00-${9 + week / 5}:00`),
    breaks: [...sameDays(5, `09:00-${9 + week / 5}:00`), 'Sat 09:00-09:01'],
  },
});
const europeanYoung = (prefix: string, nightFrom: string, week = 40): Record<string, Example> => {
  const of = youngOf(nightFrom, week);
  return {
    [`${prefix}.young.night`]: of['night']!,
    [`${prefix}.young.day`]: of['day']!,
    [`${prefix}.young.week`]: of['week']!,
    [`${prefix}.young.rest`]: { ...rest(12), scene: young },
    [`${prefix}.young.break`]: {
      scene: young,
      ...meal('12:31', 30),
      keeps: ['Mon 08:00-12:30'],
      breaks: ['Mon 08:00-12:31'],
    },
  };
};
/** All but an hour of the overtime was worked before, on one day of November. */
function overtime(hours: number): Example {
  const edge = { startsOn: '2026-11-23' };
  const earlier = [worked('2026-11-02', 8 + hours - 1)];
  const scene = { ...edge, ...known, earlier, historyFromAt: startOfLocalDay('2026-11-09', TOKYO) };
  return { scene, keeps: ['Mon 09:00-18:00'], breaks: ['Mon 09:00-18:01'] };
}

const EXAMPLES: Readonly<Record<string, Example>> = {
  'jp.break': {
    keeps: ['Mon 09:00-17:45 lunch@12:00+45', 'Tue 09:00-15:00'],
    breaks: ['Mon 09:00-17:46 lunch@12:00+45'],
  },
  'jp.hours.day': { keeps: ['Mon 09:00-17:00'], breaks: ['Mon 09:00-17:01'] },
  'jp.hours.week': { keeps: sameDays(5, '09:00-17:00'), breaks: [...sameDays(5, '09:00-17:00'), 'Sat 09:00-09:01'] },
  'jp.ot.base.month': overtime(45),
  'jp.ot.variable.month': overtime(42),
  'jp.ot.base.year': overtime(360),
  'jp.ot.variable.year': overtime(320),
  'jp.ot.special.year': overtime(720),
  'jp.ot.special.month': { ...overtime(100), keeps: ['Mon 09:00-17:59'], breaks: ['Mon 09:00-18:00'] },
  'jp.ot.special.average': {
    ...overtime(80),
    scene: { ...overtime(80).scene, earlier: [worked('2026-10-05', 88), worked('2026-11-02', 87)] },
  },
  'jp.ot.special.times': {
    ...overtime(45),
    scene: {
      ...overtime(45).scene,
      earlier: [
        ...['05', '06', '07', '08', '09', '10'].map((month) => worked(`2026-${month}-04`, 54)),
        worked('2026-11-02', 52),
      ],
    },
  },
  'jp.holiday': { keeps: sameDays(6, '09:00-17:00'), breaks: sameDays(7, '09:00-17:00') },
  'jp.holiday.four-weeks': {
    scene: {
      history: [1, 2, 3].flatMap((week) => DAYS.slice(0, 6).map((day) => shiftOf(`${day}-${week} 09:00-17:00`))),
    },
    keeps: sameDays(6, '09:00-17:00'),
    breaks: sameDays(7, '09:00-17:00'),
  },
  'jp.interval': rest(11),
  'jp.run': {
    scene: { weeks: 2 },
    keeps: [...sameDays(7, '09:00-17:00'), ...DAYS.slice(0, 6).map((day) => `${day}+1 09:00-17:00`)],
    breaks: [...sameDays(7, '09:00-17:00'), ...DAYS.map((day) => `${day}+1 09:00-17:00`)],
  },
  'jp.vdt': { keeps: ['Mon 09:00-11:10 break@10:00+10'], breaks: ['Mon 09:00-11:11 break@10:00+10'] },
  'jp.vdt.pause': { keeps: ['Mon 09:00-11:00 break@10:00+10'], breaks: ['Mon 09:00-11:00 break@10:00+9'] },
  'jp.young.night': youngOf('22', 40)['night']!,
  'jp.young.day': youngOf('22', 40)['day']!,
  'jp.young.week': youngOf('22', 40)['week']!,
  'eu.daily_rest': rest(11),
  'eu.weekly_rest': weekRest,
  'eu.week': average(17, 48),
  'eu.break': { keeps: ['Mon 08:00-14:00', 'Tue 08:00-14:02 break@10:00+1'], breaks: ['Mon 08:00-14:01'] },
  'eu.night': nights(17, 48),
  ...europeanYoung('eu', '22'),
  'gb.daily_rest': rest(11),
  'gb.weekly_rest': weekRest,
  'gb.weekly_rest.fortnight': {
    scene: { history: ['Sun-2', ...DAYS.map((day) => `${day}-1`)].map((day) => shiftOf(`${day} 09:00-17:00`)) },
    // From Sunday 17:00: 59 hours end on Wednesday at 04:00.
    keeps: ['Wed 04:00-12:00'],
    breaks: ['Wed 03:59-12:00', 'Thu 09:00-17:00', 'Fri 09:00-17:00', 'Sat 09:00-17:00', 'Sun 09:00-17:00'],
  },
  'gb.week': average(17, 48),
  'gb.break': {
    keeps: ['Mon 08:00-14:00', 'Tue 08:00-15:00 break@11:00+20'],
    breaks: ['Mon 08:00-15:00 break@11:00+19'],
  },
  'gb.night': nights(17, 48),
  ...europeanYoung('gb', '22'),
  'de.day': { keeps: ['Mon 08:00-18:00'], breaks: ['Mon 08:00-18:01'] },
  'de.week': average(24, 48),
  'de.break': {
    keeps: ['Mon 08:00-17:30 break@11:00+30', 'Tue 08:00-17:46 break@11:00+45', 'Wed 08:00-14:00'],
    breaks: ['Mon 08:00-17:31 break@11:00+30'],
  },
  'de.break.run': { keeps: ['Mon 08:00-20:15 break@14:00+15'], breaks: ['Mon 08:00-20:15 break@14:01+14'] },
  'de.daily_rest': rest(11),
  'de.weekly_rest': weekRest,
  'de.sundays': {
    scene: {
      ...known,
      // 37 of 52 Sundays were worked.
      earlier: Array.from({ length: 37 }, (_, back): EarlierShift => {
        const startAt = monday - DAY_MILLIS - (back + 4) * 7 * DAY_MILLIS + 9 * HOUR_MILLIS;
        return { agentId: 'amy', startAt, endAt: startAt + HOUR_MILLIS, paidMinutes: 60 };
      }),
    },
    keeps: ['Sat 09:00-17:00'],
    breaks: ['Sun 09:00-17:00'],
  },
  'de.night': nights(4, 48),
  ...europeanYoung('de', '20'),
  'fr.day': { keeps: ['Mon 08:00-18:00'], breaks: ['Mon 08:00-18:01'] },
  'fr.week_max': { keeps: sameDays(6, '09:00-17:00'), breaks: [...sameDays(6, '09:00-17:00'), 'Sun 09:00-09:01'] },
  'fr.week': average(12, 44),
  'fr.week.agreed': average(12, 46),
  'fr.break': { keeps: ['Mon 08:00-13:59', 'Tue 08:00-14:20 break@11:00+20'], breaks: ['Mon 08:00-14:00'] },
  'fr.daily_rest': rest(11),
  'fr.weekly_rest': weekRest,
  'fr.days': { keeps: sameDays(6, '09:00-17:00'), breaks: sameDays(7, '09:00-17:00') },
  'fr.night.shift': { keeps: ['Mon 21:00-05:00'], breaks: ['Mon 21:00-05:01'] },
  'fr.night': nights(12, 40),
  ...europeanYoung('fr', '22', 35),
  'ie.daily_rest': rest(11),
  'ie.weekly_rest': weekRest,
  'ie.week': average(17, 48),
  'ie.break': {
    keeps: ['Mon 08:00-12:30', 'Tue 08:00-14:15 break@10:00+15', 'Wed 08:00-15:00 break@10:00+30'],
    breaks: ['Tue 08:00-14:16 break@10:00+15'],
  },
  'ie.night': nights(9, 48),
  ...europeanYoung('ie', '22'),
  'us.overtime': { keeps: sameDays(5, '09:00-17:00'), breaks: [...sameDays(5, '09:00-17:00'), 'Sat 09:00-09:01'] },
  'us.fww.rest': rest(10),
  'us-ca.meal1': {
    keeps: ['Mon 08:00-16:30 lunch@13:00+30', 'Tue 08:00-13:00'],
    breaks: ['Mon 08:00-16:30 lunch@13:01+30'],
  },
  'us-ca.meal1.waived': { keeps: ['Mon 08:00-14:00'], breaks: ['Mon 08:00-14:01'] },
  'us-ca.meal2': { keeps: ['Mon 08:00-18:30 lunch@12:00+30'], breaks: ['Mon 08:00-18:31 lunch@12:00+30'] },
  'us-ca.meal2.waived': { keeps: ['Mon 08:00-20:30 lunch@12:00+30'], breaks: ['Mon 08:00-20:31 lunch@12:00+30'] },
  'us-ca.rest': {
    keeps: ['Mon 08:00-11:29', 'Tue 08:00-14:00 break@10:00+10', 'Wed 08:00-18:00 break@10:00+10 break@14:00+10'],
    breaks: ['Tue 08:00-14:01 break@10:00+10'],
  },
  'us-ca.day_of_rest': { keeps: sameDays(6, '09:00-17:00'), breaks: sameDays(7, '09:00-17:00') },
  'us-ca.overtime.day': { keeps: ['Mon 09:00-17:00'], breaks: ['Mon 09:00-17:01'] },
};

const checked = LAW_PACKS.flatMap(({ parameters }) => parameters).filter(({ rule }) => rule);
const byId = new Map(checked.map((parameter) => [parameter.id, parameter]));

it('finds the latest value of a parameter by the id that is stored with amounts, and none for an id of no pack', () => {
  const known = LAW_PACKS.flatMap(({ parameters }) => parameters);
  for (const { id } of known) {
    const dates = known.filter((one) => one.id === id).map(({ from }) => from);
    expect(findLawParameter(id)).toMatchObject({ id, from: dates.sort().at(-1) });
  }
  expect(findLawParameter('jp.unknown')).toBeUndefined();
});

it('has an example for every parameter that a roster can be checked by', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual([...byId.keys()].sort());
});

it.each([...byId.values()].map((parameter) => [parameter.id, parameter] as const))(
  '%s: just kept, just not',
  (id, parameter) => {
    const { scene = {}, keeps, breaks } = EXAMPLES[id]!;
    const judge = verifyRule(findRule(parameter.rule!.ruleId)!, parameter.rule!.parameters).in(scene);
    judge.given(...keeps).passes();
    expect(judge.given(...breaks).findings.breaches.length).toBeGreaterThan(0);
  },
);
