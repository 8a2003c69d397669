import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActivityType, Agent, Roster, Shift, ShiftTemplate } from '@yotei/scheduling/roster';
import { MINUTE_MILLIS, formatLocal, localDateOf, type Instant } from '@yotei/time';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { badInput } from '../frame/problem-list.js';
import { writeFileWhole } from './output-file.js';

/** What the calendars are about: whose shifts, and the words for what is done in them. */
export interface CalendarNames {
  readonly agents: readonly Agent[];
  readonly templates: readonly ShiftTemplate[];
  readonly activityTypes: readonly ActivityType[];
}

const LONGEST_NAME = 60;
/** Names Windows keeps for devices, whatever the ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * File names by agent: the id where every file system takes it as it stands and no other id differs in case only,
 * else what is left of it and a hash of the whole. An agent keeps the name from run to run.
 */
export function calendarFileNames(agentIds: readonly string[]): ReadonlyMap<string, string> {
  const folded = agentIds.map((id) => id.normalize('NFC').toLowerCase());
  const counts = new Map<string, number>();
  for (const id of folded) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map(
    agentIds.map((id, index) => {
      const kept = id.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, '-');
      const safe = [...kept].slice(0, LONGEST_NAME).join('');
      const plain = safe === id && id !== '' && !DEVICE.test(id) && counts.get(folded[index]!) === 1;
      return [id, plain ? `${id}.ics` : `${safe}-${shortHash(id)}.ics`];
    }),
  );
}

/** `09:00-12:00 Contact (phone)` a line, on the agent's clock. */
function activityLines({ activities }: Shift, { zone }: Agent, types: ReadonlyMap<string, ActivityType>): string {
  const clock = (at: Instant): string => formatLocal(at, zone).slice(11, 16);
  return activities
    .map(({ activityTypeId, queueId, startAt, endAt }) => {
      const title = types.get(activityTypeId)?.title ?? activityTypeId;
      return `${clock(startAt)}-${clock(endAt)} ${title}${queueId === undefined ? '' : ` (${queueId})`}`;
    })
    .join('\n');
}

/**
 * One agent's calendar (RFC 5545) with an event a shift, in UTC instants. A shift's UID holds the agent and the local
 * day, so that a calendar that read an earlier roster moves the shift instead of showing both.
 */
export function agentCalendar(
  agent: Agent,
  shifts: readonly Shift[],
  { names, writtenAt }: { readonly names: CalendarNames; readonly writtenAt: Instant },
): string {
  const types = new Map(names.activityTypes.map((type) => [type.id, type]));
  const titles = new Map(names.templates.map(({ id, title }) => [id, title]));
  const calendar = ical({ prodId: { company: 'Yotei', product: 'roster' }, method: ICalCalendarMethod.PUBLISH });
  // The library writes NAME as it stands; here its commas and line ends are escaped.
  calendar.x('X-WR-CALNAME', agent.name);
  const onDay = new Map<string, number>();
  for (const shift of [...shifts].sort((a, b) => a.startAt - b.startAt)) {
    const on = localDateOf(shift.startAt, agent.zone);
    const nth = (onDay.get(on) ?? 0) + 1;
    onDay.set(on, nth);
    const title = shift.templateId === undefined ? undefined : titles.get(shift.templateId);
    calendar.createEvent({
      id: `${on}-${nth}-${shortHash(agent.id)}@yotei`,
      // Of two versions of a shift a calendar keeps the one written later; a minute is fine enough.
      stamp: new Date(Math.floor(writtenAt / MINUTE_MILLIS) * MINUTE_MILLIS),
      start: new Date(shift.startAt),
      end: new Date(shift.endAt),
      summary: `${agent.name}: ${title ?? 'Shift'}`,
      description: activityLines(shift, agent, types),
    });
  }
  return calendar.toString();
}

/** Makes the folder before the long work begins, so that a mistyped one is not found at its end. */
export async function makeFolder(path: string, option: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw badInput({ field: option, message: `${path} cannot be made a folder (${code}); name another` });
  }
}

/** Writes one file an agent with shifts; the file of an agent who has none any more goes, lest it be read as today's. */
export async function writeCalendars(
  folder: string,
  roster: Roster,
  options: { readonly names: CalendarNames; readonly writtenAt: Instant },
): Promise<number> {
  const { agents } = options.names;
  const fileNames = calendarFileNames(agents.map(({ id }) => id));
  let written = 0;
  for (const agent of agents) {
    const shifts = roster.shifts.filter(({ agentId }) => agentId === agent.id);
    const path = join(folder, fileNames.get(agent.id)!);
    if (shifts.length === 0) await rm(path, { force: true });
    else await writeFileWhole(path, agentCalendar(agent, shifts, options));
    written += Math.min(1, shifts.length);
  }
  return written;
}
