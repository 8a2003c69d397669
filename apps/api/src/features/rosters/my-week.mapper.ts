import type { AgentWeek } from './my-week.service.js';
import { noticeOf } from '../notifications/index.js';
import type { MyShift, MyWeek } from './my-week.graphql-types.js';
import { shiftOf, timeOffOf } from './rosters.mapper.js';
import type { ShiftMemory, StoredShift } from './shifts.repository.js';

/** The shift as the agent was last told; same id, the version it is no longer. */
function beforeOf(shift: StoredShift, memory: ShiftMemory): StoredShift {
  return { ...shift, ...memory, templateId: memory.templateId ?? undefined, asPublished: null };
}

export function myWeekOf(week: AgentWeek): MyWeek {
  const shifts = week.shifts.map((shift): MyShift => ({
    shift: shiftOf(shift),
    template: week.templates.find(({ id }) => id === shift.templateId) ?? null,
    siteZone: week.agent.zone,
    changedSincePublish: shift.asPublished !== null,
    before: shift.asPublished ? shiftOf(beforeOf(shift, shift.asPublished)) : null,
  }));
  return {
    weekStartOn: week.weekStartOn,
    zone: week.agent.zone,
    published: week.publishedAt !== null,
    publishedAt: week.publishedAt,
    shifts,
    timeOff: week.timeOff.map(timeOffOf),
    scheduledPaidMinutes: week.scheduledPaidMinutes,
    contract: week.contract,
    notices: week.notices.map(noticeOf),
  };
}
