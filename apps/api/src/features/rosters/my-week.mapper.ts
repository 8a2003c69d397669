import type { NoticeRow } from './notices.repository.js';
import type { AgentWeek } from './my-week.service.js';
import type { MyShift, MyWeek, Notice } from './my-week.graphql-types.js';
import { shiftOf, timeOffOf } from './rosters.mapper.js';
import type { ShiftMemory, StoredShift } from './shifts.repository.js';
import { weekText } from './week-text.js';

const SENTENCES: Readonly<Record<string, (week: { en: string; ja: string }) => { en: string; ja: string }>> = {
  'schedule-published': ({ en, ja }) => ({
    en: `The schedule of ${en} is published`,
    ja: `${ja}のシフトが公開されました`,
  }),
  'schedule-changed': ({ en, ja }) => ({
    en: `Your schedule of ${en} has changed`,
    ja: `${ja}のあなたのシフトが変更されました`,
  }),
};

export function noticeOf({ id, kind, createdAt, payload, acknowledgedAt }: NoticeRow): Notice {
  const { weekStartOn, weeks } = payload as { weekStartOn?: string; weeks?: number };
  const sentence = weekStartOn ? SENTENCES[kind]?.(weekText(weekStartOn, weeks)) : undefined;
  return { id, kind, createdAt, acknowledgedAt, text: sentence ?? { en: kind, ja: kind } };
}

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
