import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export const FACT_UNITS = ['number', 'contacts', 'seconds', 'fraction', 'agents'] as const;
export type FactUnit = (typeof FACT_UNITS)[number];

/** A name of imported facts beside those of the catalogue. */
export interface FactKind {
  readonly name: string;
  readonly title: string;
  readonly unit: FactUnit;
  readonly adds: 'sum' | 'last';
}

/** A fact another system told. With a weight, `value` is the mean times it. */
export interface ImportedFact {
  readonly name: string;
  readonly on: LocalDate;
  readonly startAt: Instant | null;
  readonly queueId: string | null;
  readonly teamId: string | null;
  readonly channel: string | null;
  readonly value: number;
  readonly weight: number | null;
}

/** A name with what has been told of it. */
export interface ToldName {
  readonly name: string;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  readonly rows: number;
  readonly sources: readonly string[];
}

/** The last row of the same thing in one telling counts; what is stored already is left alone. */
const PUT = `
insert into measure_facts as stored (organisation_id, name, source, on_date, start_at, queue_id, team_id, channel, value, weight)
select distinct on (f.name, f."on", f."startAt", f."queueId", f."teamId", f.channel) app_organisation_id(), f.name, $1, f."on",
  to_timestamp(f."startAt" / 1000.0), f."queueId", f."teamId", f.channel, f.value, f.weight
from rows from (jsonb_to_recordset($2::jsonb) as (name text, "on" date, "startAt" float8, "queueId" uuid, "teamId" uuid,
  channel text, value float8, weight float8)) with ordinality as f (name, "on", "startAt", "queueId", "teamId", channel, value, weight, ordinal)
order by f.name, f."on", f."startAt", f."queueId", f."teamId", f.channel, f.ordinal desc
on conflict (organisation_id, name, source, on_date, start_at, queue_id, team_id, channel) do update
set value = excluded.value, weight = excluded.weight, changed_at = now()
where (stored.value, stored.weight) is distinct from (excluded.value, excluded.weight)
returning 1`;

/** Of several sources that tell the same, the one that was told last is believed. */
const FACTS = `
select distinct on (name, on_date, start_at, queue_id, team_id, channel) name, on_date::text as on, start_at as "startAt",
  queue_id as "queueId", team_id as "teamId", channel, value, weight
from measure_facts where on_date >= $1::date and on_date < $2::date and name = any ($3::text[])
order by name, on_date, start_at, queue_id, team_id, channel, changed_at desc, source`;

@Injectable()
export class ImportedFactsRepository {
  constructor(private readonly database: TenantDatabase) {}

  kinds(context: RequestContext): Promise<FactKind[]> {
    return this.database.read<FactKind>(
      context,
      'select name, title, unit, adds from measure_fact_kinds order by name',
    );
  }

  async putKind(context: RequestContext, { name, title, unit, adds }: FactKind): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query(
        `insert into measure_fact_kinds (organisation_id, name, title, unit, adds) values (app_organisation_id(), $1, $2, $3, $4)
         on conflict (organisation_id, name) do update set title = excluded.title, unit = excluded.unit, adds = excluded.adds`,
        [name, title, unit, adds],
      ),
    );
  }

  /** Returns how many are new or different. Telling the same again changes nothing. */
  async put(context: RequestContext, source: string, facts: readonly ImportedFact[]): Promise<number> {
    if (facts.length === 0) return 0;
    return this.database.withTenant(context, async (tx) => {
      const changed = await tx.query(PUT, [source, JSON.stringify(facts)]);
      return (changed as readonly unknown[]).length;
    });
  }

  facts(
    context: RequestContext,
    range: { readonly fromOn: LocalDate; readonly untilOn: LocalDate; readonly names: readonly string[] },
  ): Promise<ImportedFact[]> {
    return this.database.read<ImportedFact>(context, FACTS, [range.fromOn, range.untilOn, range.names]);
  }

  told(context: RequestContext): Promise<ToldName[]> {
    return this.database.read<ToldName>(
      context,
      `select name, min(on_date)::text as "firstOn", max(on_date)::text as "lastOn", count(*)::integer as rows,
         array_agg(distinct source order by source) as sources
       from measure_facts group by name order by name`,
    );
  }
}
