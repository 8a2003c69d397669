import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { FactSpan } from './adherence-facts.repository.js';

export type ExceptionState = 'proposed' | 'approved' | 'declined' | 'withdrawn';

/** How the agents of an exception were chosen. */
export interface ExceptionScope {
  readonly kind: 'agent' | 'team' | 'site' | 'queue' | 'all';
  /** Null for all. */
  readonly id: string | null;
}

export interface ExceptionRow extends FactSpan {
  readonly id: string;
  readonly kind: string;
  readonly scope: ExceptionScope;
  readonly agentIds: readonly string[];
  readonly agentName: string | null;
  readonly note: string;
  readonly state: ExceptionState;
  readonly proposedBy: string | null;
  readonly proposerName: string | null;
  readonly createdAt: Instant;
  readonly deciderName: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionNote: string | null;
  readonly version: number;
}

export interface NewException extends FactSpan {
  readonly kind: string;
  readonly scope: ExceptionScope;
  readonly agentIds: readonly string[];
  readonly note: string;
  readonly state: 'proposed' | 'approved';
}

const SELECT = `
select e.id, e.kind, lower(e.span) as "startAt", upper(e.span) as "endAt", e.scope, e.agent_ids as "agentIds", e.note, e.state,
  (select a.name from agents a where a.organisation_id = e.organisation_id and cardinality(e.agent_ids) = 1 and a.id = e.agent_ids[1]) as "agentName",
  e.proposed_by as "proposedBy", p.display_name as "proposerName", e.created_at as "createdAt", d.display_name as "deciderName",
  e.decided_at as "decidedAt", e.decision_note as "decisionNote", e.version
from adherence_exceptions e left join users p on p.id = e.proposed_by left join users d on d.id = e.decided_by
where e.organisation_id = app_organisation_id()`;

const iso = ({ startAt, endAt }: FactSpan): [string, string] => [
  new Date(startAt).toISOString(),
  new Date(endAt).toISOString(),
];

const MOST_LISTED = 200;

/** Explanations of agents and excuses of supervisors. */
@Injectable()
export class ExceptionsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async add(tx: EntityManager, context: RequestContext, made: NewException): Promise<ExceptionRow> {
    const decided = made.state === 'approved';
    const [row] = await readRows<{ id: string }>(
      tx,
      `insert into adherence_exceptions (organisation_id, kind, span, agent_ids, scope, note, state, proposed_by, decided_by, decided_at)
       values (app_organisation_id(), $1, tstzrange($2::timestamptz, $3::timestamptz), $4::uuid[], $5::jsonb, $6, $7, $8, $9, $10::timestamptz) returning id`,
      [
        made.kind,
        ...iso(made),
        made.agentIds,
        JSON.stringify(made.scope),
        made.note,
        made.state,
        context.userId,
        decided ? context.userId : null,
        decided ? new Date().toISOString() : null,
      ],
    );
    return (await this.byId(context, row!.id))!;
  }

  async byId(context: RequestContext, id: string): Promise<ExceptionRow | null> {
    const [row] = await this.database.read<ExceptionRow>(context, `${SELECT} and e.id = $1`, [id]);
    return row ?? null;
  }

  /** Waiting ones, the oldest first. */
  waiting(context: RequestContext): Promise<ExceptionRow[]> {
    return this.database.read<ExceptionRow>(
      context,
      `${SELECT} and e.state = 'proposed' order by e.created_at, e.id limit ${MOST_LISTED}`,
    );
  }

  /** Of a span, approved ones and waiting ones, newest first; of one agent when one is given, declined ones too. */
  within(context: RequestContext, span: FactSpan, agentId: string | null): Promise<ExceptionRow[]> {
    return this.database.read<ExceptionRow>(
      context,
      `${SELECT} and e.span && tstzrange($1::timestamptz, $2::timestamptz)
         and case when $3::uuid is null then e.state in ('approved', 'proposed') else e.agent_ids @> array[$3::uuid] and e.state <> 'withdrawn' end
       order by lower(e.span) desc, e.id desc limit ${MOST_LISTED}`,
      [...iso(span), agentId],
    );
  }

  /** Null when it was decided or withdrawn meanwhile. */
  async decide(
    tx: EntityManager,
    context: RequestContext,
    decision: {
      readonly id: string;
      readonly from: ExceptionState;
      readonly to: ExceptionState;
      readonly note: string | null;
    },
  ): Promise<ExceptionRow | null> {
    const rows = await readRows(
      tx,
      `update adherence_exceptions set state = $3, decided_by = $4, decided_at = now(), decision_note = $5, version = version + 1
       where organisation_id = app_organisation_id() and id = $1 and state = $2 returning id`,
      [decision.id, decision.from, decision.to, context.userId, decision.note],
    );
    return rows.length > 0 ? this.byId(context, decision.id) : null;
  }

  /** Agents a scope means who are employed. */
  async agentsOf(context: RequestContext, { kind, id }: ExceptionScope): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      context,
      `select a.id from agents a where a.organisation_id = $1 and (a.left_on is null or a.left_on >= current_date) and case $2
         when 'all' then true
         when 'agent' then a.id = $3::uuid
         when 'team' then a.team_id = $3::uuid
         when 'site' then a.site_id = $3::uuid
         else exists (select 1 from agent_skills k join queues q on q.organisation_id = k.organisation_id and q.skill_id = k.skill_id
           where k.organisation_id = a.organisation_id and k.agent_id = a.id and q.id = $3::uuid) end order by a.id`,
      [context.organisationId, kind, id],
    );
    return rows.map((row) => row.id);
  }

  /** Those of them with a published shift in the span. */
  async scheduled(context: RequestContext, span: FactSpan, agentIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      context,
      `select distinct agent_id as id from shifts where organisation_id = $1 and published
         and span && tstzrange($2::timestamptz, $3::timestamptz) and agent_id = any ($4::uuid[])`,
      [context.organisationId, ...iso(span), agentIds],
    );
    return rows.map((row) => row.id);
  }
}
