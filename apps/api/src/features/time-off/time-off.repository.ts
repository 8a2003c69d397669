import { Injectable } from '@nestjs/common';
import type { AllowanceHour, BalanceEntry, TimeOffReason, TimeOffVerdict } from '@yotei/scheduling/time-off';
import type { Instant, Interval, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';

export interface TimeOffRow {
  readonly id: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly teamId: string;
  readonly kind: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly state: 'requested' | 'approved' | 'declined' | 'withdrawn';
  readonly verdict: TimeOffVerdict | null;
  readonly decision: TimeOffReason | null;
  readonly decidedReason: string | null;
  readonly paidMinutes: number;
  readonly note: string | null;
  readonly createdAt: Instant;
  readonly decidedAt: Instant | null;
}

export interface NewTimeOff extends Pick<TimeOffRow, 'agentId' | 'kind' | 'paidMinutes' | 'note'> {
  readonly span: Interval;
  readonly state: TimeOffRow['state'];
  readonly verdict: TimeOffVerdict;
  readonly decision: TimeOffReason;
}

const SELECT = `select t.id, t.agent_id as "agentId", a.name as "agentName", a.team_id as "teamId", t.kind, lower(t.span) as "startAt", upper(t.span) as "endAt",
  t.state, t.verdict, t.decision, t.decided_reason as "decidedReason", t.paid_minutes as "paidMinutes", t.note, t.created_at as "createdAt", t.decided_at as "decidedAt"
  from time_off t join agents a on a.organisation_id = t.organisation_id and a.id = t.agent_id where t.organisation_id = app_organisation_id()`;

const iso = (at: Instant): string => new Date(at).toISOString();

/** Absence of agents, asked for and answered. */
@Injectable()
export class TimeOffRepository {
  constructor(private readonly database: TenantDatabase) {}

  async ofAgent(context: RequestContext, agentId: string): Promise<TimeOffRow[]> {
    return this.database.read(context, `${SELECT} and t.agent_id = $1 order by lower(t.span) desc limit 100`, [
      agentId,
    ]);
  }

  /** Absence of a team, approved or asked for, that touches the span. */
  async ofTeam(context: RequestContext, teamId: string, span: Interval): Promise<TimeOffRow[]> {
    return this.database.read(
      context,
      `${SELECT} and a.team_id = $1 and (a.left_on is null or a.left_on >= current_date) and t.state in ('approved', 'requested') and t.span && tstzrange($2::timestamptz, $3::timestamptz)
       order by lower(t.span), t.created_at, t.id`,
      [teamId, iso(span.startAt), iso(span.endAt)],
    );
  }

  /** Requests that wait for a place or a person, the oldest first. */
  async waiting(context: RequestContext): Promise<TimeOffRow[]> {
    return this.database.read(context, `${SELECT} and t.state = 'requested' order by t.created_at, t.id`);
  }

  async byId(tx: EntityManager, id: string): Promise<TimeOffRow | null> {
    return (await readRows<TimeOffRow>(tx, `${SELECT} and t.id = $1`, [id]))[0] ?? null;
  }

  /** Decisions on one team's places are made one after another. */
  async lockTeam(tx: EntityManager, teamId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`time-off/${teamId}`]);
  }

  async add(tx: EntityManager, row: NewTimeOff): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into time_off (organisation_id, agent_id, span, kind, state, paid_minutes, note, verdict, decision, decided_at)
       values (app_organisation_id(), $1, tstzrange($2::timestamptz, $3::timestamptz), $4, $5, $6, $7, $8, $9::jsonb,
         case when $5 = 'requested' then null else now() end) returning id`,
      [
        row.agentId,
        iso(row.span.startAt),
        iso(row.span.endAt),
        row.kind,
        row.state,
        row.paidMinutes,
        row.note,
        row.verdict,
        JSON.stringify(row.decision),
      ],
    );
    return id as string;
  }

  async settle(
    tx: EntityManager,
    id: string,
    to: {
      state: TimeOffRow['state'];
      verdict?: TimeOffVerdict;
      decision?: TimeOffReason;
      by: string | null;
      reason: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `update time_off set state = $2, verdict = coalesce($3, verdict), decision = coalesce($4::jsonb, decision), decided_by = $5, decided_reason = $6,
         decided_at = now(), version = version + 1 where id = $1`,
      [id, to.state, to.verdict ?? null, to.decision ? JSON.stringify(to.decision) : null, to.by, to.reason],
    );
  }

  /** Own absence, approved or asked for, that touches the span. */
  async overlaps(tx: EntityManager, agentId: string, span: Interval, exceptId: string | null): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select 1 from time_off where agent_id = $1 and state in ('approved', 'requested') and span && tstzrange($2::timestamptz, $3::timestamptz)
         and ($4::uuid is null or id <> $4) limit 1`,
      [agentId, iso(span.startAt), iso(span.endAt), exceptId],
    );
    return rows.length > 0;
  }

  /** What has been used of a kind: approved and asked for, by first day; and corrections. */
  async entries(
    tx: EntityManager,
    of: { agentId: string; kind: string; zone: string; exceptId: string | null },
  ): Promise<{ taken: BalanceEntry[]; adjustments: BalanceEntry[] }> {
    return {
      taken: await readRows<BalanceEntry>(
        tx,
        `select to_char(lower(span) at time zone $3, 'YYYY-MM-DD') as "on", paid_minutes as minutes from time_off
         where agent_id = $1 and kind = $2 and state in ('approved', 'requested') and ($4::uuid is null or id <> $4)`,
        [of.agentId, of.kind, of.zone, of.exceptId],
      ),
      adjustments: await readRows<BalanceEntry>(
        tx,
        `select to_char(on_date, 'YYYY-MM-DD') as "on", minutes from time_off_adjustments where agent_id = $1 and kind = $2`,
        [of.agentId, of.kind],
      ),
    };
  }

  /**
   * Hours of the span (on the site's clock) that have an allowance, with how many others of the team are away in them. The
   * strictest allowance of an hour counts; absence of kinds that use no place is not counted.
   */
  async allowanceHours(
    tx: EntityManager,
    of: { agentId: string; teamId: string; zone: string; span: Interval },
  ): Promise<AllowanceHour[]> {
    return readRows<AllowanceHour>(
      tx,
      `with hours as (
         select h as start_at, h at time zone $4 as local from generate_series(date_trunc('hour', $2::timestamptz), $3::timestamptz - interval '1 second', interval '1 hour') as h)
       select h.start_at as "startAt", min(w.most) as most,
         (select count(distinct t.agent_id)::int from time_off t join agents a on a.organisation_id = t.organisation_id and a.id = t.agent_id
          left join time_off_types y on y.organisation_id = t.organisation_id and y.code = t.kind
          where a.team_id = $1 and t.agent_id <> $5 and t.state = 'approved' and coalesce(y.uses_allowance, true)
            and t.span && tstzrange(greatest(h.start_at, $2::timestamptz), least(h.start_at + interval '1 hour', $3::timestamptz))) as away
       from hours h join time_off_allowances w on (w.team_id is null or w.team_id = $1)
         and h.local::date >= w.from_on and h.local::date < w.until_on and extract(isodow from h.local)::int = any (w.weekdays)
         and extract(hour from h.local) * 60 + 60 > w.from_minute and extract(hour from h.local) * 60 < w.until_minute
       group by h.start_at order by h.start_at`,
      [of.teamId, iso(of.span.startAt), iso(of.span.endAt), of.zone, of.agentId],
    );
  }

  /** How many of the team have waited longer for a place at the same time, and oneself. */
  async positions(context: RequestContext, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read<{ id: string; position: number }>(
      context,
      `select t.id, 1 + (select count(*)::int from time_off o join agents b on b.organisation_id = o.organisation_id and b.id = o.agent_id
         where o.state = 'requested' and o.verdict = 'waiting' and b.team_id = a.team_id and o.span && t.span and (o.created_at, o.id) < (t.created_at, t.id)) as position
       from time_off t join agents a on a.organisation_id = t.organisation_id and a.id = t.agent_id
       where t.id = any($1::uuid[]) and t.state = 'requested' and t.verdict = 'waiting'`,
      [ids],
    );
    return new Map(rows.map(({ id, position }) => [id, position]));
  }
}

export interface Allowance {
  readonly id: string;
  readonly teamId: string | null;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly most: number;
}
