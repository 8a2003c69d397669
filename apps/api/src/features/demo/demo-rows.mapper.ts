import type { DemoCentre } from '@yotei/demo';
import { addDays, startOfLocalDay, type LocalDate } from '@yotei/time';
import { v7 as uuidv7 } from 'uuid';
import type { SiteOpeningHours } from '../organisation/index.js';
import type { OrganisationSetup } from '../organisation/organisation-setup.service.js';
import type { IntervalFact } from '../demand/interval-fact.loader.js';

/** The generator's words for things -> row ids. Activity types keep their word: it is stored in every shift. */
export class DemoIds {
  private readonly known = new Map<string, string>();

  of(kind: 'site' | 'team' | 'skill' | 'queue' | 'template' | 'contract' | 'agent', word: string): string {
    const key = `${kind}:${word}`;
    const id = this.known.get(key) ?? uuidv7();
    this.known.set(key, id);
    return id;
  }
}

/** Time in the centre by seniority, so that the list of agents has some history. */
const HIRED_YEARS_AGO = { entry: 1, senior: 4, lead: 8 } as const;

export function organisationRows(
  centre: DemoCentre,
  ids: DemoIds,
  of: { today: LocalDate; userIdOf: (agentId: string) => string | null },
): Omit<OrganisationSetup, 'name' | 'isDemo'> {
  return {
    sites: centre.sites.map(({ id, name, zone, country, weekStart }) => ({
      id: ids.of('site', id),
      name,
      zone,
      country,
      week_start: weekStart,
      opening_hours: { weekly: hoursOfSite(centre, id), dates: [] },
    })),
    teams: centre.teams.map(({ id, siteId, name }) => ({
      id: ids.of('team', id),
      site_id: ids.of('site', siteId),
      name,
    })),
    skills: centre.skills.map(({ id, name }) => ({ id: ids.of('skill', id), code: id, name })),
    ...patternRows(centre, ids),
    ...peopleRows(centre, ids, of),
    ruleSettings: centre.ruleSettings.map(({ ruleId, level, parameters, weight, siteIds }) => ({
      rule_id: ruleId,
      level,
      parameters,
      weight: weight ?? null,
      site_ids: siteIds?.map((id) => ids.of('site', id)) ?? null,
    })),
  };
}

/** A site is open while any of its queues is. */
function hoursOfSite({ queues }: DemoCentre, siteId: string): NonNullable<SiteOpeningHours['weekly']> {
  const opening = queues.filter((queue) => queue.siteId === siteId).flatMap((queue) => queue.opening);
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const spans = opening.filter((span) => span.weekday === weekday && span.untilMinute > span.fromMinute);
    const fromMinute = Math.min(...spans.map((span) => span.fromMinute));
    const untilMinute = Math.max(...spans.map((span) => span.untilMinute));
    return { weekday, spans: spans.length > 0 ? [{ fromMinute, untilMinute }] : [] };
  });
}

type PatternRows = Pick<OrganisationSetup, 'activityTypes' | 'shiftTemplates' | 'contracts' | 'contractTemplates'>;

/** Patterns of work. */
function patternRows(centre: DemoCentre, ids: DemoIds): PatternRows {
  return {
    activityTypes: centre.activityTypes.map(({ id, title, letter, paid, contactWork, colourToken }, position) => ({
      id,
      title_en: title.en,
      title_ja: title.ja,
      letter_en: letter.en,
      letter_ja: letter.ja,
      paid,
      contact_work: contactWork,
      colour_token: colourToken,
      position,
    })),
    shiftTemplates: centre.templates.map((template) => ({
      id: ids.of('template', template.id),
      title: template.title,
      earliest_start_minute: template.earliestStartMinute,
      latest_start_minute: template.latestStartMinute,
      start_step_minutes: template.startStepMinutes,
      length_minutes: template.lengthMinutes,
      activities: template.activities,
      weekdays: template.weekdays ?? null,
    })),
    contracts: centre.contracts.map(({ id, title, weeklyMinutesMin, weeklyMinutesMax, daysPerWeekMax }) => ({
      id: ids.of('contract', id),
      title,
      weekly_minutes_min: weeklyMinutesMin,
      weekly_minutes_max: weeklyMinutesMax,
      days_per_week_max: daysPerWeekMax,
    })),
    contractTemplates: centre.contracts.flatMap(({ id, templateIds }) =>
      templateIds.map((templateId) => ({
        contract_id: ids.of('contract', id),
        template_id: ids.of('template', templateId),
      })),
    ),
  };
}

function peopleRows(
  centre: DemoCentre,
  ids: DemoIds,
  of: { today: LocalDate; userIdOf: (agentId: string) => string | null },
): Pick<OrganisationSetup, 'agents' | 'agentSkills'> {
  return {
    agents: centre.agents.map((agent) => ({
      id: ids.of('agent', agent.id),
      user_id: of.userIdOf(agent.id),
      name: agent.name,
      name_reading: agent.nameReading,
      site_id: ids.of('site', agent.siteId),
      team_id: ids.of('team', agent.teamId),
      contract_id: ids.of('contract', agent.contractId),
      seniority: agent.seniority,
      hired_on: addDays(of.today, -365 * HIRED_YEARS_AGO[agent.seniority]),
      availability: agent.availability,
    })),
    agentSkills: centre.agents.flatMap(({ id, skillIds }) =>
      skillIds.map((skillId, i) => ({
        agent_id: ids.of('agent', id),
        skill_id: ids.of('skill', skillId),
        priority: i + 1,
      })),
    ),
  };
}

export function queueRows(centre: DemoCentre, ids: DemoIds): object[] {
  return centre.queues.map((queue) => ({
    id: ids.of('queue', queue.id),
    name_en: queue.name.en,
    name_ja: queue.name.ja,
    channel: queue.channel,
    skill_id: ids.of('skill', queue.skillId),
    site_id: ids.of('site', queue.siteId),
    interval_minutes: queue.intervalMinutes,
    staffing_plan: queue.plan,
    deflected_fraction: 0,
    hard_fraction: queue.hardFraction,
    position: queue.position,
    version: 1,
  }));
}

export function factsOf(centre: DemoCentre, ids: DemoIds): IntervalFact[] {
  return centre.history.flatMap((history) =>
    history.startAt.map((startAt, i) => ({
      queueId: ids.of('queue', history.queueId),
      startAt,
      offeredCount: history.offeredCount[i]!,
      answeredCount: history.answeredCount[i]!,
      answeredWithinCount: history.answeredWithinCount[i]!,
      abandonedCount: history.abandonedCount[i]!,
      handleSeconds: history.handleSeconds[i]!,
    })),
  );
}

/** Leave as spans of whole local days in the agent's zone. */
export function timeOffRows(centre: DemoCentre, ids: DemoIds): object[] {
  const zones = new Map(centre.agents.map(({ id, zone }) => [id, zone]));
  return centre.timeOff.map(({ agentId, fromOn, untilOn, paidMinutesPerDay, reason }) => {
    const zone = zones.get(agentId)!;
    const startAt = startOfLocalDay(fromOn, zone);
    const endAt = startOfLocalDay(addDays(untilOn, 1), zone);
    const days = Math.round((endAt - startAt) / 86_400_000);
    return {
      agent_id: ids.of('agent', agentId),
      span: `[${new Date(startAt).toISOString()},${new Date(endAt).toISOString()})`,
      kind: 'leave',
      state: 'approved',
      paid_minutes: paidMinutesPerDay * days,
      reason,
    };
  });
}

export function preferenceRows(centre: DemoCentre, ids: DemoIds): object[] {
  return centre.preferences.map(({ agentId, kind, on, fromMinute, untilMinute, weight }) => ({
    agent_id: ids.of('agent', agentId),
    kind,
    on_date: on ?? null,
    from_minute: fromMinute ?? null,
    until_minute: untilMinute ?? null,
    weight,
  }));
}
