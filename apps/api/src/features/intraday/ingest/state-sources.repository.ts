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

  /** When each source was last heard of, and how long its silence is borne. */
  async signsOfLife(
    context: RequestContext,
  ): Promise<{ readonly id: string; readonly lastReceivedAt: Instant | null; readonly silentAfterSeconds: number }[]> {
    return this.database.read(
      context,
      'select id, last_received_at as "lastReceivedAt", silent_after_seconds as "silentAfterSeconds" from state_sources order by id',
    );
  }
}
