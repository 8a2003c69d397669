import { Injectable } from '@nestjs/common';
import { SUMMED_SECONDS, type SummedSeconds } from '@yotei/scheduling/adherence';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { secondsColumn } from '../adherence/seconds-column.js';

/** Half-open; one team or all. */
export interface SumsWanted {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly teamId: string | null;
}

/** `scheduledSeconds` holds the work outside the shift already where a site counts it. */
export interface TeamDaySum extends SummedSeconds {
  readonly on: LocalDate;
  readonly teamId: string;
  readonly agents: number;
}

export interface AgentSum extends SummedSeconds {
  readonly agentId: string;
  readonly name: string;
  readonly teamId: string;
  readonly days: number;
}

/** What adherence divides by stands in a column of its own; the others are added as they are. */
const columnOf = (name: keyof SummedSeconds): string =>
  name === 'scheduledSeconds' ? 'counted_seconds' : secondsColumn(name);
const SUMS = SUMMED_SECONDS.map((name) => `sum(d.${columnOf(name)}) as "${name}"`).join(', ');

const OF = `d.organisation_id = $1 and d.final and d.on_date >= $2::date and d.on_date < $3::date and ($4::uuid is null or d.team_id = $4)`;

/** Days that are over, as they were judged, summed up; by the team agents were in then. */
@Injectable()
export class AdherenceSumsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** In order of day and team. */
  byTeamAndDay(context: RequestContext, wanted: SumsWanted): Promise<TeamDaySum[]> {
    return this.database.read<TeamDaySum>(
      context,
      `select d.on_date::text as on, d.team_id as "teamId", count(*)::int as agents, ${SUMS}
       from adherence_days d where ${OF} group by d.on_date, d.team_id order by d.on_date, d.team_id`,
      [context.organisationId, wanted.fromOn, wanted.untilOn, wanted.teamId],
    );
  }

  /** In order of name; agents who changed team stand once for each. */
  byAgent(context: RequestContext, wanted: SumsWanted): Promise<AgentSum[]> {
    return this.database.read<AgentSum>(
      context,
      `select s.*, a.name from (
         select d.agent_id as "agentId", d.team_id as "teamId", count(*)::int as days, ${SUMS}
         from adherence_days d where ${OF} group by d.agent_id, d.team_id) s
       join agents a on a.organisation_id = $1 and a.id = s."agentId" order by a.name, s."agentId", s."teamId"`,
      [context.organisationId, wanted.fromOn, wanted.untilOn, wanted.teamId],
    );
  }
}
