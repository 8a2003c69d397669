import { formatLocal, type Instant, type ZoneId } from '@yotei/time';
import type { AgentsFile, RulesFile } from './roster-files.js';
import { clockOf as clock, optionalClockOf as optionalClock } from './clock-text.js';
import { objectiveToJson } from './objective-file.js';
import type { Roster, Shift } from './roster-problem.js';
import { writeRotation, writeSession, writeTeamRule } from './team-files.js';

/** Writes instants with the offset of the zone, or in UTC where they have parts of a second. */
const instantIn =
  (zone: ZoneId) =>
  (at: Instant): string =>
    at % 1000 === 0 ? formatLocal(at, zone) : new Date(at).toISOString();

/** `agents.json` as text; reading it again gives the same content. */
export function serialiseAgentsFile(file: AgentsFile): string {
  const instant = instantIn(file.zone);
  return toText({
    zone: file.zone,
    activityTypes: file.activityTypes,
    contracts: file.contracts.map(({ templateIds, ...contract }) => ({
      ...contract,
      templates: templateIds,
      rotation: writeRotation(contract),
    })),
    templates: file.templates.map(({ earliestStartMinute, latestStartMinute, activities, ...template }) => ({
      ...template,
      earliestStart: clock(earliestStartMinute),
      latestStart: clock(latestStartMinute),
      activities: activities.map(({ activityTypeId, ...part }) => ({ type: activityTypeId, ...part })),
    })),
    agents: file.agents.map(
      ({ contractId, skillIds, siteId, teamId, availability, availabilityExceptions, ...agent }) => ({
        ...agent,
        contract: contractId,
        skills: skillIds,
        site: siteId,
        team: teamId,
        availability: availability?.map(({ weekday, fromMinute, untilMinute }) => ({
          weekday,
          from: clock(fromMinute),
          until: clock(untilMinute),
        })),
        availabilityExceptions: availabilityExceptions?.map(({ fromMinute, untilMinute, ...exception }) => ({
          ...exception,
          from: clock(fromMinute),
          until: clock(untilMinute),
        })),
        rotation: writeRotation(agent),
      }),
    ),
    queues: file.queues.map(({ queueId, skillId, weights }) => ({ id: queueId, skill: skillId, weights })),
    timeOff: file.timeOff.map(({ agentId, startAt, endAt, ...absence }) => ({
      agent: agentId,
      start: instant(startAt),
      end: instant(endAt),
      ...absence,
    })),
    preferences: file.preferences.map(({ agentId, templateId, fromMinute, untilMinute, ...wish }) => ({
      agent: agentId,
      ...wish,
      template: templateId,
      from: optionalClock(fromMinute),
      until: optionalClock(untilMinute),
    })),
    sessions: file.sessions?.map(writeSession),
  });
}

/** `rules.json` as text; reading it again gives the same content. */
export function serialiseRulesFile({ rules, weights, slotMinutes, teamRules, objective }: RulesFile): string {
  return toText({
    rules: rules.map(({ ruleId, contractIds, siteIds, ...setting }) => ({
      rule: ruleId,
      ...setting,
      contracts: contractIds,
      sites: siteIds,
    })),
    weights,
    slotMinutes,
    teamRules: teamRules?.map(writeTeamRule),
    objective: objectiveToJson(objective),
  });
}

/** The shifts in the form of `roster.json`, for whoever writes the file with a score and the run's facts beside them. */
export function shiftsToJson(shifts: readonly Shift[], zone: ZoneId): object[] {
  const instant = instantIn(zone);
  return shifts.map(({ agentId, startAt, endAt, templateId, locked, agreedForm, activities }) => ({
    agent: agentId,
    start: instant(startAt),
    end: instant(endAt),
    template: templateId,
    locked,
    agreedForm: agreedForm || undefined,
    activities: activities.map((activity) => ({
      type: activity.activityTypeId,
      queue: activity.queueId,
      session: activity.sessionId,
      start: instant(activity.startAt),
      end: instant(activity.endAt),
    })),
  }));
}

/** `roster.json` as text: the shifts, and whatever else the writer gives (score, unmet, run). */
export function serialiseRosterFile(roster: Roster, zone: ZoneId, more: object = {}): string {
  return toText({ shifts: shiftsToJson(roster.shifts, zone), ...more });
}

/** Rows of `roster.csv` with its header: `agent,start,end,activity,queue`, one row an activity. */
export function rosterCsvRows(roster: Roster, zone: ZoneId): string[][] {
  const instant = instantIn(zone);
  const rows = roster.shifts.flatMap((shift) =>
    shift.activities.map(({ activityTypeId, queueId, startAt, endAt }) => [
      shift.agentId,
      instant(startAt),
      instant(endAt),
      activityTypeId,
      queueId ?? '',
    ]),
  );
  return [['agent', 'start', 'end', 'activity', 'queue'], ...rows];
}

const toText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
