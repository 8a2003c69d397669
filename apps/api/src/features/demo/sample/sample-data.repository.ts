import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import { SAMPLE_TABLES, type SampleRows } from './sample-centre.js';

export interface StoredSample {
  readonly rows: Partial<SampleRows>;
  readonly jobId: string | null;
  /** The job that fills it has not ended. */
  readonly isFilling: boolean;
  readonly filledAt: Instant | null;
}

export interface SampleUse {
  readonly what: 'agents' | 'contracts' | 'queues' | 'teams' | 'rules' | 'imports' | 'people';
  readonly count: number;
}

const STORED = `
select d.rows, d.job_id as "jobId", d.filled_at is null and j.id is not null and j.finished_at is null as "isFilling", d.filled_at as "filledAt"
from sample_data d left join jobs j on j.organisation_id = d.organisation_id and j.id = d.job_id where d.organisation_id = app_organisation_id()`;

/** What is not of the sample but leans on it. Plans and forecasts made of it are no such use: they go with it. */
const USES = `
with sample as (
  select e.key as kind, i.id::uuid as id from sample_data d, jsonb_each(d.rows) e, jsonb_array_elements_text(e.value) i(id)
  where d.organisation_id = app_organisation_id()),
of_kind as (select kind, array_agg(id) as ids from sample group by kind),
s as (select coalesce((select ids from of_kind where kind = 'agents'), '{}') as agents, coalesce((select ids from of_kind where kind = 'contracts'), '{}') as contracts,
  coalesce((select ids from of_kind where kind = 'queues'), '{}') as queues, coalesce((select ids from of_kind where kind = 'teams'), '{}') as teams,
  coalesce((select ids from of_kind where kind = 'sites'), '{}') as sites, coalesce((select ids from of_kind where kind = 'skills'), '{}') as skills,
  coalesce((select ids from of_kind where kind = 'shift_templates'), '{}') as templates, coalesce((select ids from of_kind where kind = 'rule_settings'), '{}') as rules)
select 'agents' as what, count(*)::integer as count from agents a, s where a.organisation_id = app_organisation_id() and a.id <> all (s.agents)
  and (a.team_id = any (s.teams) or a.site_id = any (s.sites) or a.contract_id = any (s.contracts)
    or exists (select 1 from agent_skills k where k.organisation_id = a.organisation_id and k.agent_id = a.id and k.skill_id = any (s.skills)))
union all select 'contracts', count(distinct t.contract_id)::integer from contract_templates t, s where t.organisation_id = app_organisation_id()
  and t.contract_id <> all (s.contracts) and t.template_id = any (s.templates)
union all select 'queues', count(*)::integer from queues q, s where q.organisation_id = app_organisation_id() and q.id <> all (s.queues)
  and (q.site_id = any (s.sites) or q.skill_id = any (s.skills))
union all select 'teams', count(*)::integer from teams t, s where t.organisation_id = app_organisation_id() and t.id <> all (s.teams) and t.site_id = any (s.sites)
union all select 'rules', count(*)::integer from rule_settings r, s where r.organisation_id = app_organisation_id() and r.id <> all (s.rules)
  and (r.site_ids && s.sites or r.contract_ids && s.contracts)
union all select 'imports', count(*)::integer from s, unnest(s.queues) q where exists (
  select 1 from interval_facts f where f.organisation_id = app_organisation_id() and f.queue_id = q and f.source <> 'sample')
union all select 'people', count(*)::integer from agents a, s where a.organisation_id = app_organisation_id() and a.id = any (s.agents) and a.user_id is not null`;

/** Computed of the sample alone, where the organisation has no queue of its own; their days go with the queues. */
const COMPUTED = ['schedules', 'requirements', 'forecasts', 'long_range_forecasts', 'scenarios', 'capacity_plans'];

/** Which rows of an organisation are invented, what of its own leans on them, and taking them away. */
@Injectable()
export class SampleDataRepository {
  constructor(private readonly database: TenantDatabase) {}

  async find(context: RequestContext): Promise<StoredSample | null> {
    return (await this.database.read<StoredSample>(context, STORED))[0] ?? null;
  }

  /** True where nobody works and nothing comes in yet. */
  async isEmpty(context: RequestContext): Promise<boolean> {
    const [row] = await this.database.read<{ empty: boolean }>(
      context,
      'select not exists (select 1 from agents) and not exists (select 1 from queues) as empty',
    );
    return row!.empty;
  }

  /** False when somebody began it already. */
  async begin(tx: EntityManager, askedBy: string | null): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into sample_data (organisation_id, asked_by) values (app_organisation_id(), $1) on conflict do nothing returning 1`,
      [askedBy],
    );
    return rows.length > 0;
  }

  async startedBy(tx: EntityManager, jobId: string): Promise<void> {
    await tx.query('update sample_data set job_id = $1 where organisation_id = app_organisation_id()', [jobId]);
  }

  async keepRows(tx: EntityManager, rows: SampleRows): Promise<void> {
    await tx.query('update sample_data set rows = $1::jsonb where organisation_id = app_organisation_id()', [
      JSON.stringify(rows),
    ]);
  }

  async filled(tx: EntityManager): Promise<void> {
    await tx.query('update sample_data set filled_at = now() where organisation_id = app_organisation_id()');
  }

  /** What of the organisation's own stands in the way; empty: it can be taken away. */
  async uses(context: RequestContext): Promise<SampleUse[]> {
    return (await this.database.read<SampleUse>(context, USES)).filter(({ count }) => count > 0);
  }

  /** The invented rows and all that was computed of them; the row that says so stays. Ask for `uses` first, in the same transaction. */
  async takeAway(tx: EntityManager, { rows }: Pick<StoredSample, 'rows'>): Promise<void> {
    const { queues = [], agents = [], contracts = [] } = rows;
    if (queues.length === 0) return;
    const planned = await readRows<{ id: string }>(
      tx,
      'select distinct schedule_id as id from shifts where organisation_id = app_organisation_id() and agent_id = any ($1::uuid[])',
      [agents],
    );
    await this.remove(tx, 'calendar_events', 'queue_ids <@ $1::uuid[]', queues);
    await this.remove(tx, 'bid_rounds', 'contract_id = any ($1::uuid[])', contracts);
    for (const table of SAMPLE_TABLES) await this.remove(tx, table, 'id = any ($1::uuid[])', rows[table] ?? []);
    await this.remove(
      tx,
      'schedules',
      'id = any ($1::uuid[]) and not exists (select 1 from shifts h where h.organisation_id = x.organisation_id and h.schedule_id = x.id)',
      planned.map(({ id }) => id),
    );
    for (const table of COMPUTED)
      await tx.query(
        `delete from ${table} where organisation_id = app_organisation_id()
           and not exists (select 1 from queues q where q.organisation_id = app_organisation_id())`,
      );
  }

  async forget(tx: EntityManager): Promise<void> {
    await tx.query('delete from sample_data where organisation_id = app_organisation_id()');
  }

  private async remove(tx: EntityManager, table: string, where: string, ids: readonly string[]): Promise<void> {
    await tx.query(`delete from ${table} x where x.organisation_id = app_organisation_id() and ${where}`, [ids]);
  }
}
