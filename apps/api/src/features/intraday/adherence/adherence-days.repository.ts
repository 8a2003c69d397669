import { Injectable } from '@nestjs/common';
import {
  SUMMED_SECONDS,
  type AdherenceNumbers,
  type AdherenceSettings,
  type Progress,
  type SummedSeconds,
} from '@yotei/scheduling/adherence';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import { secondsColumn } from './seconds-column.js';

/** How far a running day has been walked, good as long as its input is the same. */
export interface StoredProgress {
  readonly agentId: string;
  readonly on: LocalDate;
  readonly inputHash: string;
  readonly progress: Progress;
}

/** A judged day as it is kept. */
export interface JudgedDay {
  readonly agentId: string;
  readonly on: LocalDate;
  readonly teamId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly judgedUntil: Instant;
  readonly final: boolean;
  readonly numbers: AdherenceNumbers;
  readonly settings: AdherenceSettings;
  readonly inputHash: string;
  readonly progress: Progress | null;
}

export interface KeptDay extends SummedSeconds {
  readonly agentId: string;
  readonly on: LocalDate;
  readonly judgedUntil: Instant;
  readonly final: boolean;
  readonly countsOutsideShift: boolean;
}

const COLUMNS = SUMMED_SECONDS.map((name) => [secondsColumn(name), name] as const);
const SECONDS = COLUMNS.map(([column, name]) => `${column} as "${name}"`).join(', ');

const STORE = `
insert into adherence_days (organisation_id, agent_id, on_date, team_id, span, judged_until, final, adherence_fraction, settings,
  input_hash, progress, ${COLUMNS.map(([column]) => column).join(', ')})
select app_organisation_id(), d.* from jsonb_to_recordset($1::jsonb) as d(agent_id uuid, on_date date, team_id uuid, span tstzrange,
  judged_until timestamptz, final boolean, adherence_fraction float8, settings jsonb, input_hash text, progress jsonb,
  ${COLUMNS.map(([column]) => `${column} float8`).join(', ')})
on conflict (organisation_id, agent_id, on_date) do update set team_id = case when adherence_days.final then adherence_days.team_id else excluded.team_id end,
  span = excluded.span, judged_until = excluded.judged_until, final = excluded.final,
  ${COLUMNS.map(([column]) => `${column} = excluded.${column}`).join(', ')},
  adherence_fraction = excluded.adherence_fraction, settings = excluded.settings, input_hash = excluded.input_hash,
  progress = excluded.progress, judged_at = now()`;

const ASK_WITHIN = `
with touched as (
  select agent_id, on_date from adherence_days
  where organisation_id = app_organisation_id() and agent_id = any ($3::uuid[]) and span && tstzrange($1::timestamptz, $2::timestamptz)
    and on_date between ($1::timestamptz)::date - 2 and ($2::timestamptz)::date + 2
  union
  select sh.agent_id, (lower(sh.span) at time zone s.zone)::date from shifts sh
  join agents a on a.organisation_id = sh.organisation_id and a.id = sh.agent_id
  join sites s on s.organisation_id = a.organisation_id and s.id = a.site_id
  where sh.organisation_id = app_organisation_id() and sh.published and sh.agent_id = any ($3::uuid[])
    and sh.span && tstzrange($1::timestamptz, $2::timestamptz)
), listed as (
  insert into adherence_days_to_judge (organisation_id, agent_id, on_date)
  select app_organisation_id(), agent_id, on_date from touched order by 2, 3
  on conflict (organisation_id, agent_id, on_date) do update set asked_at = clock_timestamp() returning 1
)
select count(*)::int as count from listed`;

const iso = (at: Instant): string => new Date(at).toISOString();

function rowOf({ numbers, ...day }: JudgedDay): object {
  return {
    agent_id: day.agentId,
    on_date: day.on,
    team_id: day.teamId,
    span: `[${iso(day.startAt)},${iso(day.endAt)})`,
    judged_until: iso(day.judgedUntil),
    final: day.final,
    ...Object.fromEntries(COLUMNS.map(([column, name]) => [column, numbers[name]])),
    adherence_fraction: numbers.adherenceFraction,
    settings: day.settings,
    input_hash: day.inputHash,
    progress: day.progress,
  };
}

/** Judged days, and the list of those to judge again. */
@Injectable()
export class AdherenceDaysRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Running days from a date on. */
  running(context: RequestContext, fromOn: LocalDate): Promise<StoredProgress[]> {
    return this.database.read<StoredProgress>(
      context,
      `select d.agent_id as "agentId", d.on_date::text as on, d.input_hash as "inputHash", d.progress from adherence_days d
       where d.organisation_id = $1 and d.on_date >= $2::date and not d.final and d.progress is not null
         and not exists (select 1 from adherence_days_to_judge j where j.organisation_id = d.organisation_id and j.agent_id = d.agent_id and j.on_date = d.on_date)`,
      [context.organisationId, fromOn],
    );
  }

  async store(tx: EntityManager, days: readonly JudgedDay[]): Promise<void> {
    if (days.length > 0) await tx.query(STORE, [JSON.stringify(days.map(rowOf))]);
  }

  /** Settings by which days that are over were judged. */
  async settingsOf(
    context: RequestContext,
    agentIds: readonly string[],
    span: { readonly fromOn: LocalDate; readonly untilOn: LocalDate },
  ): Promise<ReadonlyMap<string, AdherenceSettings>> {
    const rows = await this.database.read<{ key: string; settings: AdherenceSettings }>(
      context,
      `select agent_id || '/' || on_date as key, settings from adherence_days
       where organisation_id = $1 and final and agent_id = any ($2::uuid[]) and on_date between $3::date and $4::date`,
      [context.organisationId, agentIds, span.fromOn, span.untilOn],
    );
    return new Map(rows.map(({ key, settings }) => [key, settings]));
  }

  async askAgain(
    tx: EntityManager,
    days: readonly { readonly agentId: string; readonly on: LocalDate }[],
  ): Promise<void> {
    if (days.length === 0) return;
    await tx.query(
      `insert into adherence_days_to_judge (organisation_id, agent_id, on_date)
       select app_organisation_id(), d.agent_id, d.on_date from unnest($1::uuid[], $2::date[]) as d(agent_id, on_date) order by 2, 3
       on conflict (organisation_id, agent_id, on_date) do update set asked_at = clock_timestamp()`,
      [days.map(({ agentId }) => agentId), days.map(({ on }) => on)],
    );
  }

  /** Days of agents that a span touches: those judged before, and those with a published shift. How many they are. */
  async askAgainWithin(
    tx: EntityManager,
    span: { readonly startAt: Instant; readonly endAt: Instant },
    agentIds: readonly string[],
  ): Promise<number> {
    const [row] = await readRows<{ count: number }>(tx, ASK_WITHIN, [iso(span.startAt), iso(span.endAt), agentIds]);
    return row!.count;
  }

  /** How many days are on the list. */
  async waiting(context: RequestContext): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      context,
      'select count(*)::int as count from adherence_days_to_judge where organisation_id = $1',
      [context.organisationId],
    );
    return row!.count;
  }

  /** Days on which nothing is left to judge. */
  async forget(
    tx: EntityManager,
    days: readonly { readonly agentId: string; readonly on: LocalDate }[],
  ): Promise<void> {
    if (days.length === 0) return;
    await tx.query(
      `delete from adherence_days d using unnest($1::uuid[], $2::date[]) as g(agent_id, on_date)
       where d.organisation_id = app_organisation_id() and d.agent_id = g.agent_id and d.on_date = g.on_date`,
      [days.map(({ agentId }) => agentId), days.map(({ on }) => on)],
    );
  }

  /** Takes some days off the list, for the transaction that judges them. */
  async take(tx: EntityManager, most: number): Promise<{ agentId: string; on: LocalDate }[]> {
    return readRows(
      tx,
      `delete from adherence_days_to_judge j using (
         select agent_id, on_date from adherence_days_to_judge order by on_date, agent_id limit $1 for update skip locked) t
       where j.organisation_id = app_organisation_id() and j.agent_id = t.agent_id and j.on_date = t.on_date
       returning j.agent_id as "agentId", j.on_date::text as on`,
      [most],
    );
  }

  /** Of some agents, oldest first. */
  ofAgents(
    context: RequestContext,
    agentIds: readonly string[],
    span: { readonly fromOn: LocalDate; readonly untilOn: LocalDate },
  ): Promise<KeptDay[]> {
    return this.database.read<KeptDay>(
      context,
      `select agent_id as "agentId", on_date::text as on, judged_until as "judgedUntil", final,
         (settings ->> 'countsOutsideShift')::boolean as "countsOutsideShift", ${SECONDS}
       from adherence_days where organisation_id = $1 and agent_id = any ($2::uuid[]) and on_date >= $3::date and on_date < $4::date
       order by on_date, agent_id`,
      [context.organisationId, agentIds, span.fromOn, span.untilOn],
    );
  }
}
