import { Injectable } from '@nestjs/common';
import { findStatePreset, STATE_PRESETS, type OwnMapping, type StatePreset } from '@yotei/connectors';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface SourceMapping {
  readonly preset: StatePreset;
  readonly own: OwnMapping;
}

/** Words counted since the last time they were written down, by {@link oddityKey}. */
export interface Oddity {
  readonly kind: 'unmapped-state' | 'unknown-agent';
  readonly word: string;
  readonly times: number;
}

export interface StoredStateSource {
  readonly id: string;
  readonly title: string;
  readonly preset: string;
  readonly mapping: OwnMapping;
  readonly silentAfterSeconds: number;
  readonly lastReceivedAt: Instant | null;
  readonly silent: boolean;
  readonly clockSkewSeconds: number | null;
  readonly version: number;
  /** Seen last first. */
  readonly oddities: readonly (Oddity & { readonly firstAt: Instant; readonly lastAt: Instant })[];
}

export interface StateSourceToSave {
  readonly id: string;
  /** Absent: a new source. */
  readonly version?: number | null;
  readonly title: string;
  readonly presetId: string;
  readonly mapping: OwnMapping;
  readonly silentAfterSeconds: number;
}

export interface SignsOfLife {
  readonly oddities: readonly Oddity[];
  /** Null: not told by what came. */
  readonly clockSkewSeconds: number | null;
}

const MOST_SOURCES = 50;
/** New words beyond it are answered to the sender and no longer listed, so that a broken source cannot fill the table. */
const MOST_ODDITIES = 500;

/** Writes down a silence that ended, then the sign of life. */
const TOUCH = `
with before as (
  select last_received_at, silent_after_seconds from state_sources where id = $1 for update
), silence as (
  insert into state_source_silences (organisation_id, source, from_at, until_at)
  select app_organisation_id(), $1, last_received_at, now() from before
  where last_received_at < now() - make_interval(secs => silent_after_seconds)
  on conflict do nothing
)
update state_sources s set last_received_at = greatest(s.last_received_at, now()), clock_skew_seconds = coalesce($2, s.clock_skew_seconds)
from before where s.id = $1`;

const COUNT_ODDITIES = `
insert into state_source_oddities as known (organisation_id, source, kind, word, times)
select app_organisation_id(), $1, o.kind, o.word, o.times
from jsonb_to_recordset($2::jsonb) as o(kind text, word text, times bigint)
where exists (select 1 from state_source_oddities k where k.organisation_id = app_organisation_id() and k.source = $1 and k.kind = o.kind and k.word = o.word)
  or (select count(*) from state_source_oddities k where k.organisation_id = app_organisation_id() and k.source = $1) < ${MOST_ODDITIES}
order by o.kind, o.word
on conflict (organisation_id, source, kind, word) do update set times = known.times + excluded.times, last_at = now()`;

const SOURCES = `
select id, title, preset, mapping, silent_after_seconds as "silentAfterSeconds", last_received_at as "lastReceivedAt",
  coalesce(last_received_at < now() - make_interval(secs => silent_after_seconds), false) as silent,
  clock_skew_seconds as "clockSkewSeconds", version
from state_sources order by title, id`;

const ODDITIES = `
select source, kind, word, times::integer, first_at as "firstAt", last_at as "lastAt" from state_source_oddities order by last_at desc, word`;

/** The systems that tell what agents are doing. */
@Injectable()
export class StateSourceRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** A source heard of for the first time begins with the generic words. False when there are too many already. */
  async ensure(context: RequestContext, id: string): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [known] = (await tx.query('select 1 from state_sources where id = $1', [id])) as unknown[];
      if (known) return true;
      const preset = findStatePreset(id) ?? STATE_PRESETS[0]!;
      await tx.query(
        `insert into state_sources (organisation_id, id, title, preset) select app_organisation_id(), $1, $2, $3
         where (select count(*) from state_sources) < ${MOST_SOURCES} on conflict do nothing`,
        [id, preset.id === id ? preset.title : id, preset.id],
      );
      const [made] = (await tx.query('select 1 from state_sources where id = $1', [id])) as unknown[];
      return made !== undefined;
    });
  }

  async mappingOf(tx: EntityManager, id: string): Promise<SourceMapping> {
    const [row] = await readRows<{ preset: string; mapping: OwnMapping }>(
      tx,
      'select preset, mapping from state_sources where id = $1',
      [id],
    );
    return { preset: findStatePreset(row?.preset ?? '') ?? STATE_PRESETS[0]!, own: row?.mapping ?? {} };
  }

  /** The source was heard of now. */
  async touch(context: RequestContext, id: string, { oddities, clockSkewSeconds }: SignsOfLife): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      await tx.query(TOUCH, [id, clockSkewSeconds]);
      if (oddities.length > 0) await tx.query(COUNT_ODDITIES, [id, JSON.stringify(oddities)]);
    });
  }

  async all(context: RequestContext): Promise<StoredStateSource[]> {
    return this.database.withTenant(context, async (tx) => {
      const sources = await readRows<Omit<StoredStateSource, 'oddities'>>(tx, SOURCES);
      const oddities = await readRows<StoredStateSource['oddities'][number] & { source: string }>(tx, ODDITIES);
      return sources.map((source) => ({ ...source, oddities: oddities.filter((one) => one.source === source.id) }));
    });
  }

  /** False when there is a newer version, no such source, or already one where a new one was to be. */
  async save(tx: EntityManager, source: StateSourceToSave): Promise<boolean> {
    const { id, version = null, title, presetId, mapping, silentAfterSeconds } = source;
    const values = [id, title, presetId, JSON.stringify(mapping), silentAfterSeconds];
    const rows = await readRows(
      tx,
      version === null
        ? `insert into state_sources (organisation_id, id, title, preset, mapping, silent_after_seconds)
           values (app_organisation_id(), $1, $2, $3, $4::jsonb, $5) on conflict do nothing returning 1`
        : `update state_sources set title = $2, preset = $3, mapping = $4::jsonb, silent_after_seconds = $5, version = version + 1
           where id = $1 and version = $6 returning 1`,
      version === null ? values : [...values, version],
    );
    return rows.length > 0;
  }

  /** Words that have a meaning now. */
  async forgetWords(tx: EntityManager, source: string, words: readonly string[]): Promise<void> {
    await tx.query(
      `delete from state_source_oddities where source = $1 and kind = 'unmapped-state' and word = any($2::text[])`,
      [source, words],
    );
  }
}
