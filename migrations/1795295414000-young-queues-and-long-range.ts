import type { MigrationInterface, QueryRunner } from 'typeorm';

const YOUNG_QUEUES = `
create table queue_curves (
  organisation_id uuid not null references organisations on delete cascade,
  queue_id uuid not null,
  step_minutes smallint not null check (step_minutes > 0),
  weekdays jsonb not null,
  handle_seconds double precision check (handle_seconds > 0),
  level_spread double precision not null check (level_spread > 0),
  author_id uuid,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organisation_id, queue_id),
  foreign key (organisation_id, queue_id) references queues on delete cascade
);
comment on column queue_curves.weekdays is 'contacts by wall-clock interval, seven arrays, Monday first; null = closed';
create table queue_lineage (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  queue_id uuid not null,
  kind text not null check (kind in ('split', 'moved', 'merged', 'like')),
  from_queue_id uuid not null,
  share double precision check (share > 0),
  since_on date not null,
  reason text not null default '',
  author_id uuid,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, queue_id) references queues on delete cascade,
  foreign key (organisation_id, from_queue_id) references queues on delete cascade,
  check (queue_id <> from_queue_id)
);
comment on table queue_lineage is 'whose past a queue is forecast from; share null = learned from the days since';
create index queue_lineage_of on queue_lineage (organisation_id, queue_id);
create index queue_lineage_from on queue_lineage (organisation_id, from_queue_id);`;

const LONG_RANGE = `
create table growth_assumptions (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  queue_id uuid,
  kind text not null check (kind in ('percent-a-year', 'step-percent', 'weekly-contacts')),
  from_on date not null,
  until_on date,
  value double precision not null,
  ramp_weeks double precision,
  reason text not null check (reason <> ''),
  author_id uuid not null,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, queue_id) references queues on delete cascade,
  check (until_on is null or until_on >= from_on)
);
comment on column growth_assumptions.queue_id is 'null: every queue';
create table long_range_forecasts (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  version integer not null,
  from_on date not null,
  weeks smallint not null check (weeks between 1 and 160),
  trend text not null check (trend in ('damped', 'none')),
  series jsonb not null,
  growth jsonb not null,
  input_sha256 text not null,
  code_version text not null,
  seed integer not null,
  job_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id)
);
comment on column long_range_forecasts.series is 'by queue id, and under "total" the sum: weeks ahead as arrays, the past weeks, how the year is known';
create index long_range_forecasts_latest on long_range_forecasts (organisation_id, id desc);`;

/** Whose past a young queue has, what is typed for it, and forecasts by week with the planner's growth. */
export class YoungQueuesAndLongRange1795295414000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [YOUNG_QUEUES, LONG_RANGE]) await runner.query(sql);
    for (const table of ['queue_curves', 'queue_lineage', 'growth_assumptions', 'long_range_forecasts'])
      await runner.query(`call protect_tenant_table('${table}')`);
    await runner.query(
      `create trigger long_range_forecasts_immutable before update on long_range_forecasts for each row execute function refuse_change()`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
