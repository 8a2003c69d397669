import { startOfLocalDay } from '@yotei/time';
import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { skillForQueue } from './skill-for-queue.rule.js';

const day = (on: string) => startOfLocalDay(on, 'Asia/Tokyo');

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
