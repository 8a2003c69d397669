import { startOfLocalDay } from '@yotei/time';
import { dayTemplate, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { activitiesTileShift } from './activities-tile-shift.rule.js';
import { activityWindows } from './activity-windows.rule.js';
import { allowedTemplate } from './allowed-template.rule.js';
import { breakByWorkLength } from './break-by-work-length.rule.js';
import { maxContinuousContactMinutes } from './max-continuous-contact-minutes.rule.js';
import { noOverlappingShifts } from './no-overlapping-shifts.rule.js';
import { noWorkInTimeOff } from './no-work-in-time-off.rule.js';
import { skillForQueue } from './skill-for-queue.rule.js';
import { templateActivityLengths } from './template-activity-lengths.rule.js';
import { templateStartWindow } from './template-start-window.rule.js';
import { withinAvailability } from './within-availability.rule.js';

const day = (on: string) => startOfLocalDay(on, 'Asia/Tokyo');
const HOUR = 3_600_000;

describe('no-overlapping-shifts', () => {
  it('measures the shared minutes; touching ends are free', () => {
    verifyRule(noOverlappingShifts).given('Mon 09:00-13:00', 'Mon 12:30-18:00').breaches(1, 30);
    verifyRule(noOverlappingShifts).given('Mon 09:00-13:00', 'Mon 13:00-18:00').passes();
  });

  it('sees last week’s night shift', () => {
    verifyRule(noOverlappingShifts)
      .in({ history: [shiftOf('Sun-1 22:00-06:00')] })
      .given('Mon 05:00-12:00')
      .breaches(1, 60);
  });
});

describe('no-work-in-time-off', () => {
  it('measures the minutes of work inside the absence', () => {
    const timeOff = [{ agentId: 'amy', startAt: day('2026-11-03'), endAt: day('2026-11-04'), paidMinutes: 480 }];
    verifyRule(noWorkInTimeOff).in({ timeOff }).given('Mon 20:00-02:00').breaches(1, 120);
    verifyRule(noWorkInTimeOff).in({ timeOff }).given('Mon 16:00-00:00', 'Wed 00:00-08:00').passes();
  });
});

describe('within-availability', () => {
  const agent = {
    availability: [
      { weekday: 1, fromMinute: 540, untilMinute: 1020 },
      { weekday: 5, fromMinute: 1320, untilMinute: 1860 },
    ],
  };

  it('measures the minutes outside the best window', () => {
    verifyRule(withinAvailability).in({ agent }).given('Mon 08:30-16:00').breaches(1, 30);
    verifyRule(withinAvailability).in({ agent }).given('Tue 09:00-12:00').breaches(1, 180);
    verifyRule(withinAvailability).in({ agent }).given('Mon 09:00-17:00').passes();
  });

  it('lets a window pass midnight', () => {
    verifyRule(withinAvailability).in({ agent }).given('Fri 22:00-07:00').passes();
    verifyRule(withinAvailability).in({ agent }).given('Fri 22:00-08:00').breaches(1, 60);
  });

  it('takes an empty list for any time', () => {
    verifyRule(withinAvailability)
      .in({ agent: { availability: [] } })
      .given('Sun 03:00-11:00')
      .passes();
  });
});

describe('allowed-template', () => {
  const templates = [dayTemplate, { ...dayTemplate, id: 'weekend', weekdays: [6, 7] }];

  it('wants a template of the contract', () => {
    const rule = verifyRule(allowedTemplate).in({ templates });
    rule.given('Mon 09:00-18:00 as:day').passes();
    rule.given('Mon 09:00-18:00 as:weekend').breaches(1, 1);
    rule.given('Mon 09:00-18:00').breaches(1, 1);
  });

  it('wants a weekday of the template', () => {
    const rule = verifyRule(allowedTemplate).in({ templates, contract: { templateIds: ['weekend'] } });
    rule.given('Sat 09:00-18:00 as:weekend').passes();
    rule.given('Fri 09:00-18:00 as:weekend').breaches(1, 1);
  });
});

describe('template-start-window', () => {
  it('measures how far the start is outside', () => {
    const rule = verifyRule(templateStartWindow);
    rule.given('Mon 07:15-16:00 as:day').breaches(1, 45); // 08:00 - 07:15
    rule.given('Mon 12:30-21:30 as:day').breaches(1, 30);
    rule.given('Mon 08:00-17:00 as:day', 'Tue 12:00-21:00 as:day', 'Wed 03:00-04:00').passes();
  });
});

describe('activities-tile-shift', () => {
  const whole = shiftOf('Mon 09:00-18:00 lunch@12:00+60');
  const [first, lunch, last] = whole.activities as [never, never, never];

  it('passes a tiled shift', () => {
    verifyRule(activitiesTileShift).given(whole).passes();
  });

  it('measures gaps, overlaps and activity outside', () => {
    verifyRule(activitiesTileShift)
      .given({ ...whole, activities: [first, last] })
      .breaches(1, 60);
    verifyRule(activitiesTileShift)
      .given({ ...whole, activities: [] })
      .breaches(1, 540);
    verifyRule(activitiesTileShift)
      .given({ ...whole, endAt: whole.endAt - HOUR })
      .breaches(1, 60);
    verifyRule(activitiesTileShift)
      .given({ ...whole, activities: [first, lunch, lunch, last] })
      .breaches(1, 60);
  });
});

describe('activity-windows', () => {
  it('measures how far a start is outside its window', () => {
    const rule = verifyRule(activityWindows);
    rule.given('Mon 09:00-18:00 lunch@11:30+60 as:day').breaches(1, 30); // 150 min into the shift, 180 asked
    rule.given('Mon 09:00-18:00 lunch@14:15+60 as:day').breaches(1, 15); // 315, at most 300
    rule.given('Mon 09:00-18:00 lunch@14:00+60 as:day').passes();
  });

  it('keeps the gap after the activity before', () => {
    const activities = [
      { activityTypeId: 'break', lengthMinutes: 15, earliestStartMinutes: 60, latestStartMinutes: 240 },
      {
        activityTypeId: 'lunch',
        lengthMinutes: 60,
        earliestStartMinutes: 180,
        latestStartMinutes: 300,
        minGapMinutes: 60,
      },
    ];
    const rule = verifyRule(activityWindows).in({ templates: [{ ...dayTemplate, activities }] });
    rule.given('Mon 09:00-18:00 break@11:00+15 lunch@12:00+60 as:day').breaches(1, 15); // 120 + 15 + 60 = 195, starts at 180
    rule.given('Mon 09:00-18:00 break@10:30+15 lunch@12:00+60 as:day').passes();
  });
});

describe('template-activity-lengths', () => {
  it('measures what is missing of a break', () => {
    const rule = verifyRule(templateActivityLengths);
    rule.given('Mon 09:00-18:00 lunch@12:00+45 as:day').breaches(1, 15);
    rule.given('Mon 09:00-18:00 as:day').breaches(1, 60);
    rule.given('Mon 09:00-18:00 lunch@12:00+75 as:day', 'Tue 09:00-18:00').passes();
  });
});

describe('break-by-work-length', () => {
  const rule = () => verifyRule(breakByWorkLength);

  it('asks for 45 minutes beyond six hours of work', () => {
    rule().given('Mon 09:00-15:00').passes(); // 6 h exactly
    rule().given('Mon 09:00-15:15').breaches(1, 45);
    rule().given('Mon 09:00-17:00 lunch@12:00+30 break@15:00+15').passes(); // 7 h 15 min of work, 45 of rest
  });

  it('asks for 60 minutes beyond eight hours of work', () => {
    rule().given('Mon 09:00-17:45 lunch@12:00+45').passes(); // 8 h exactly
    rule().given('Mon 09:00-18:00 lunch@12:00+45').breaches(1, 15); // 8 h 15 min
  });

  it('counts no rest at the edge of the work', () => {
    rule().given('Mon 09:00-17:00 lunch@16:00+60').breaches(1, 45); // 7 h of work, the rest after it
  });

  it('does not take training for rest', () => {
    rule().given('Mon 09:00-17:00 training@12:00+60').breaches(1, 45);
  });
});

describe('max-continuous-contact-minutes', () => {
  it('measures each run beyond the limit', () => {
    const rule = verifyRule(maxContinuousContactMinutes);
    rule.given('Mon 09:00-15:00 break@11:00+15').breaches(1, 105); // 11:15-15:00 is 225
    rule.given('Mon 09:00-13:15 training@11:00+15').passes();
  });
});

describe('skill-for-queue', () => {
  const queue = (queueId: string, skillId: string) => ({
    queueId,
    skillId,
    grid: { startAt: day('2026-11-02'), stepMinutes: 15, count: 0 },
    agentsToRoster: [],
  });

  it('wants the skill of the queue to which contact work is bound', () => {
    const rule = verifyRule(skillForQueue).in({ demand: [queue('phone', 'voice'), queue('web', 'chat')] });
    const shift = shiftOf('Mon 09:00-12:00');
    const bound = (queueId: string) => ({
      ...shift,
      activities: shift.activities.map((activity) => ({ ...activity, queueId })),
    });
    rule.given(bound('phone'), shiftOf('Tue 09:00-12:00')).passes();
    rule.given(bound('web')).breaches(1, 1);
    rule.given(bound('gone')).breaches(1, 1);
  });
});
