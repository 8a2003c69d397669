import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { decodeCursor, encodeCursor, pageSize } from '../../platform/graphql/cursor.js';
import type { Agent, AgentConnection } from './organisation.graphql-types.js';

export interface AgentFilter {
  readonly teamId?: string | null;
  readonly siteId?: string | null;
  /** Part of the name or of its reading, any case. */
  readonly search?: string | null;
  /** Who has not left before this date; absent: before today. */
  readonly hereOn?: LocalDate | null;
}

const SELECT_AGENT = `
  select a.id, a.name, nullif(a.name_reading, '') as "nameReading", a.site_id as "siteId", a.team_id as "teamId", a.contract_id as "contractId",
    s.zone, a.seniority, a.availability, to_char(a.left_on, 'YYYY-MM-DD') as "leftOn",
    case when a.hired_on > (now() at time zone s.zone)::date then to_char(a.hired_on, 'YYYY-MM-DD') end as "joinsOn", coalesce(e.dates, '[]') as "availabilityExceptions", a.young_until_on::text as "youngUntilOn",
    array(select k.skill_id from agent_skills k where k.organisation_id = a.organisation_id and k.agent_id = a.id order by k.priority, k.skill_id) as "skillIds"
  from agents a join sites s on s.organisation_id = a.organisation_id and s.id = a.site_id
  left join (select x.agent_id, jsonb_agg(jsonb_build_object('on', x.on_date, 'canWork', x.can_work, 'fromMinute', x.from_minute, 'untilMinute', x.until_minute)
      order by x.on_date, x.from_minute) as dates
    from availability_exceptions x where x.organisation_id = $1 and x.on_date > current_date - 62 group by x.agent_id) e on e.agent_id = a.id`;

/** The last day is still worked, wherever on earth. Who left on the first day was entered by mistake. */
const MATCHES = `
  a.organisation_id = $1 and (a.left_on is null or a.left_on > a.hired_on and a.left_on >= coalesce($5::date, (now() - interval '12 hours')::date))
  and ($2::uuid is null or a.team_id = $2) and ($3::uuid is null or a.site_id = $3)
  and ($4::text is null or strpos(lower(a.name), lower($4)) > 0 or strpos(lower(a.name_reading), lower($4)) > 0)`;

const parametersOf = (
  { organisationId }: RequestContext,
  { teamId, siteId, search, hereOn }: AgentFilter,
): unknown[] => [organisationId, teamId ?? null, siteId ?? null, search ?? null, hereOn ?? null];

/** People who handle contacts, in order of name. Those who have left are not listed. */
@Injectable()
export class AgentsService {
  constructor(private readonly database: TenantDatabase) {}

  async page(
    context: RequestContext,
    filter: AgentFilter,
    page: { readonly first: number; readonly after?: string | null },
  ): Promise<AgentConnection> {
    const first = pageSize(page.first);
    const after = page.after ? decodeCursor(page.after, 2) : null;
    const matches = parametersOf(context, { ...filter, search: filter.search?.trim() || null });
    return this.database.withTenant(context, async () => {
      const rows = await this.database.read<Agent>(
        context,
        `${SELECT_AGENT} where ${MATCHES} and ($6::text is null or (a.name, a.id) > ($6, $7::uuid)) order by a.name, a.id limit $8`,
        [...matches, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      const counted = await this.database.read<{ count: number }>(
        context,
        `select count(*) as count from agents a where ${MATCHES}`,
        matches,
      );
      const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor([node.name, node.id]) }));
      return {
        edges,
        pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
        totalCount: counted[0]!.count,
      };
    });
  }

  /** All that match, for planning: boards and rosters need every agent at once. */
  async all(context: RequestContext, filter: AgentFilter = {}): Promise<Agent[]> {
    return this.database.read<Agent>(
      context,
      `${SELECT_AGENT} where ${MATCHES} order by a.name, a.id`,
      parametersOf(context, filter),
    );
  }

  /** By id, those who have left included; for batches. */
  async byIds(context: RequestContext, ids: readonly string[]): Promise<ReadonlyMap<string, Agent>> {
    const rows = await this.database.read<Agent>(
      context,
      `${SELECT_AGENT} where a.organisation_id = $1 and a.id = any($2::uuid[])`,
      [context.organisationId, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The agent this person is, when one. */
  async ofUser(context: RequestContext, userId: string): Promise<Agent | null> {
    const rows = await this.database.read<Agent>(
      context,
      `${SELECT_AGENT} where a.organisation_id = $1 and a.user_id = $2`,
      [context.organisationId, userId],
    );
    return rows[0] ?? null;
  }

  /**
   * Makes a person the agent who they are, or none; whoever was linked by this person before is free again. False when there is no
   * such agent or it is somebody else's account.
   */
  async linkUser(
    context: RequestContext,
    tx: EntityManager,
    { userId, agentId }: { readonly userId: string; readonly agentId: string | null },
  ): Promise<boolean> {
    await tx.query(
      'update agents set user_id = null where organisation_id = $1 and user_id = $2 and id is distinct from $3::uuid',
      [context.organisationId, userId, agentId],
    );
    if (agentId === null) return true;
    const [linked] = (await tx.query(
      'update agents set user_id = $2 where organisation_id = $1 and id = $3 and (user_id is null or user_id = $2) returning id',
      [context.organisationId, userId, agentId],
    )) as [unknown[], number];
    return linked.length > 0;
  }

  /** Accounts of those agents who can sign in, by agent id. */
  async usersOf(context: RequestContext, agentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read<{ id: string; userId: string }>(
      context,
      `select id, user_id as "userId" from agents where organisation_id = $1 and id = any($2::uuid[]) and user_id is not null`,
      [context.organisationId, agentIds],
    );
    return new Map(rows.map(({ id, userId }) => [id, userId]));
  }

  /** Zones of the sites of those users who are agents, by user id. */
  async zonesOfUsers(context: RequestContext, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read<{ userId: string; zone: string }>(
      context,
      `select a.user_id as "userId", s.zone from agents a join sites s on s.organisation_id = a.organisation_id and s.id = a.site_id
       where a.organisation_id = $1 and a.user_id = any($2::uuid[])`,
      [context.organisationId, userIds],
    );
    return new Map(rows.map(({ userId, zone }) => [userId, zone]));
  }
}
