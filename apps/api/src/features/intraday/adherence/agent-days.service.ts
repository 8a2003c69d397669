import { Injectable } from '@nestjs/common';
import {
  adherenceTerms,
  agentDayOf,
  withoutAbsence,
  type AdherenceDay,
  type AdherenceSettings,
  type AdherenceTerms,
  type KnownPlan,
  type PlannedActivity,
} from '@yotei/scheduling/adherence';
import { addDays, DAY_MILLIS, localDateOf, startOfLocalDay, type Instant, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AgentsService, type Agent } from '../../organisation/index.js';
import {
  AdherenceFactsRepository,
  type AgentsWanted,
  type FactSpan,
  type PlannedShift,
  type UnreadChange,
} from './adherence-facts.repository.js';
import { AdherenceSettingsRepository } from './adherence-settings.repository.js';

/** Everything an agent's day is judged by but the states. */
export interface AgentDay {
  readonly agent: Agent;
  readonly on: LocalDate;
  readonly day: AdherenceDay;
  readonly settings: AdherenceSettings;
  readonly terms: AdherenceTerms;
}

export interface DaysWanted {
  readonly agents: readonly Agent[];
  /** The first and last local date that may be asked for. */
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  /** Which of these, given the agent's shifts around them. */
  readonly datesOf: (agent: Agent, shifts: readonly PlannedShift[]) => readonly LocalDate[];
}

function byAgent<Row extends { readonly agentId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const list = found.get(row.agentId);
    if (list) list.push(row);
    else found.set(row.agentId, [row]);
  }
  return found;
}

const NOBODY: readonly never[] = [];
const EARLIEST: Instant = 0;
const LATEST: Instant = Date.UTC(9999, 0, 1);

/** The date to whose shifts a moment belongs: yesterday's as long as a shift of yesterday runs. */
export function dateAt(now: Instant, shifts: readonly FactSpan[], zone: string): LocalDate {
  const today = localDateOf(now, zone);
  return now < agentDayOf(shifts, today, zone).startAt ? addDays(today, -1) : today;
}

/** Puts together what agents' days are judged by: plan as told, absence, excuses, settings of the site. */
@Injectable()
export class AgentDaysService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly facts: AdherenceFactsRepository,
    private readonly settings: AdherenceSettingsRepository,
  ) {}

  /** The running day of agents. */
  async running(context: RequestContext, agents: readonly Agent[], now: Instant): Promise<AgentDay[]> {
    return this.load(context, {
      agents,
      fromOn: addDays(localDateOf(now, 'UTC'), -2),
      untilOn: addDays(localDateOf(now, 'UTC'), 2),
      datesOf: ({ zone }, shifts) => [dateAt(now, shifts, zone)],
    });
  }

  /** Chosen dates of agents. */
  async chosen(context: RequestContext, wanted: ReadonlyMap<string, readonly LocalDate[]>): Promise<AgentDay[]> {
    const dates = [...wanted.values()].flat().sort();
    if (dates.length === 0) return [];
    const agents = [...(await this.people.byIds(context, [...wanted.keys()])).values()];
    return this.load(context, {
      agents,
      fromOn: dates[0]!,
      untilOn: dates.at(-1)!,
      datesOf: ({ id }) => wanted.get(id) ?? [],
    });
  }

  /** The same days by the settings they were judged with before, where there are such. */
  async withKeptSettings(
    context: RequestContext,
    days: readonly AgentDay[],
    keptOf: (day: AgentDay) => AdherenceSettings | undefined,
  ): Promise<AgentDay[]> {
    const types = await this.facts.activityTypes(context);
    return days.map((day) => {
      const settings = keptOf(day);
      return settings ? { ...day, settings, terms: adherenceTerms(settings, types) } : day;
    });
  }

  private async load(context: RequestContext, wanted: DaysWanted): Promise<AgentDay[]> {
    const { agents } = wanted;
    if (agents.length === 0) return [];
    return this.database.withTenant(context, async () => {
      const span = {
        startAt: startOfLocalDay(wanted.fromOn, 'UTC') - 2 * DAY_MILLIS,
        endAt: startOfLocalDay(wanted.untilOn, 'UTC') + 3 * DAY_MILLIS,
      };
      const ids: AgentsWanted = agents.length > 500 ? null : agents.map(({ id }) => id);
      const types = await this.facts.activityTypes(context);
      const settings = new Map((await this.settings.all(context)).map((one) => [one.siteId, one]));
      const terms = new Map([...settings].map(([siteId, one]) => [siteId, adherenceTerms(one, types)]));
      const shifts = byAgent(await this.facts.publishedShifts(context, span, ids));
      const timeOff = byAgent(await this.facts.approvedTimeOff(context, span, ids));
      const excuses = await this.excusesByAgent(context, span, ids);
      const known = await this.knownPlans(context, span, ids);
      return agents.flatMap((agent) => {
        const own = shifts.get(agent.id) ?? NOBODY;
        const activities = withoutAbsence(
          own.flatMap((shift) => shift.activities),
          timeOff.get(agent.id) ?? NOBODY,
        );
        return wanted.datesOf(agent, own).map((on): AgentDay => {
          const window = agentDayOf(own, on, agent.zone);
          const inWindow = ({ startAt, endAt }: FactSpan) => startAt < window.endAt && endAt > window.startAt;
          return {
            agent,
            on,
            settings: settings.get(agent.siteId)!,
            terms: terms.get(agent.siteId)!,
            day: {
              ...window,
              activities: activities.filter(inWindow),
              excuses: (excuses.get(agent.id) ?? NOBODY).filter(inWindow),
              knownPlans: (known.get(agent.id) ?? NOBODY).filter(inWindow),
            },
          };
        });
      });
    });
  }

  private async excusesByAgent(context: RequestContext, span: FactSpan, ids: AgentsWanted) {
    const rows = await this.facts.approvedExcuses(context, span, ids);
    return byAgent(rows.flatMap(({ agentIds, ...excuse }) => agentIds.map((agentId) => ({ ...excuse, agentId }))));
  }

  /** Rosters that agents went by as long as they had not acknowledged what came after. */
  private async knownPlans(
    context: RequestContext,
    span: FactSpan,
    ids: AgentsWanted,
  ): Promise<ReadonlyMap<string, readonly KnownPlan[]>> {
    const unread = (await this.facts.unreadChanges(context, span, ids)).filter(({ version }) => version !== null);
    const versions = new Map<string, UnreadChange[]>();
    for (const change of unread) {
      const key = `${change.scheduleId}/${change.version}`;
      versions.set(key, [...(versions.get(key) ?? []), change]);
    }
    const activities = new Map<string, readonly PlannedActivity[]>();
    for (const [key, changes] of versions) {
      const { scheduleId, version } = changes[0]!;
      const agentIds = changes.map(({ agentId }) => agentId);
      const found = byAgent(await this.facts.shiftsOfVersion(context, { scheduleId, version: version!, agentIds }));
      for (const agentId of agentIds)
        activities.set(
          `${key}/${agentId}`,
          (found.get(agentId) ?? NOBODY).flatMap((shift) => shift.activities),
        );
    }
    const byPerson = byAgent(unread);
    return new Map([...byPerson].map(([agentId, changes]) => [agentId, knownPlansOf(changes, activities)]));
  }
}

/** At each moment the earliest change that was not acknowledged then says what the agent knew: the roster before it. */
function knownPlansOf(
  changes: readonly UnreadChange[],
  activities: ReadonlyMap<string, readonly PlannedActivity[]>,
): KnownPlan[] {
  let startAt = EARLIEST;
  return changes.flatMap(({ agentId, scheduleId, version, acknowledgedAt }) => {
    const endAt = acknowledgedAt ?? LATEST;
    if (endAt <= startAt) return [];
    const plan = { startAt, endAt, activities: activities.get(`${scheduleId}/${version}/${agentId}`) ?? [] };
    startAt = endAt;
    return [plan];
  });
}
