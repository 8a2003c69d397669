import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPROVALS = `
create table forecast_approvals (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  queue_id uuid not null,
  from_on date not null,
  days smallint not null check (days > 0),
  note text not null default '',
  approved_by uuid,
  approved_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, queue_id) references queues on delete cascade
);
create index forecast_approvals_of on forecast_approvals (organisation_id, queue_id, id desc);
create table forecast_approval_days (
  organisation_id uuid not null,
  approval_id uuid not null,
  queue_id uuid not null,
  on_date date not null,
  forecast_id uuid not null,
  layers jsonb not null,
  contacts double precision[] not null,
  handle_seconds double precision[] not null,
  primary key (organisation_id, approval_id, on_date),
  foreign key (organisation_id, approval_id) references forecast_approvals on delete cascade,
  foreign key (organisation_id, forecast_id) references forecasts on delete cascade
);
comment on table forecast_approval_days is 'what was approved: the version of the forecast, the edits as they were with the series after each, and the series they give';
create index forecast_approval_days_of on forecast_approval_days (organisation_id, queue_id, on_date, approval_id desc);`;

const SCORES = `
create table forecast_scores (
  organisation_id uuid not null,
  queue_id uuid not null,
  on_date date not null,
  lead_days smallint not null check (lead_days >= 0),
  forecast_id uuid not null,
  approval_id uuid,
  start_at timestamptz not null,
  step_minutes smallint not null,
  actual double precision[] not null,
  planned double precision[] not null,
  score jsonb not null,
  promised_day_error double precision,
  scored_at timestamptz not null default now(),
  primary key (organisation_id, queue_id, on_date, lead_days),
  foreign key (organisation_id, queue_id) references queues on delete cascade,
  foreign key (organisation_id, forecast_id) references forecasts on delete cascade
);
comment on column forecast_scores.lead_days is '0: the forecast in force at the start of the day; else the newest one made at least so many days ahead';
comment on column forecast_scores.promised_day_error is 'WAPE of day totals in the backtest the forecast came with';
create table days_to_score (
  organisation_id uuid not null,
  queue_id uuid not null,
  on_date date not null,
  changes bigint not null default 1,
  primary key (organisation_id, queue_id, on_date),
  foreign key (organisation_id, queue_id) references queues on delete cascade
);
comment on table days_to_score is 'queue-days with a forecast whose facts changed since they were scored; changes tells whether they changed again meanwhile';
create index forecast_days_of on forecast_days (organisation_id, queue_id, on_date, forecast_id desc);`;

/** Whoever writes facts, the day is marked in the same transaction; days without any forecast are not worth a row. */
const MARK = `
create function mark_days_to_score() returns trigger language plpgsql as $$
begin
  insert into days_to_score as marked (organisation_id, queue_id, on_date)
  select touched.organisation_id, touched.queue_id, touched.on_date
  from (select distinct f.organisation_id, f.queue_id, (f.start_at at time zone s.zone)::date as on_date
        from changed_facts f
        join queues q on q.organisation_id = f.organisation_id and q.id = f.queue_id
        join sites s on s.organisation_id = q.organisation_id and s.id = q.site_id) touched
  where exists (select 1 from forecast_days d where d.organisation_id = touched.organisation_id
    and d.queue_id = touched.queue_id and d.on_date = touched.on_date)
  order by 1, 2, 3
  on conflict (organisation_id, queue_id, on_date) do update set changes = marked.changes + 1;
  return null;
end $$;
create trigger interval_facts_inserted after insert on interval_facts
  referencing new table as changed_facts for each statement execute function mark_days_to_score();
create trigger interval_facts_updated after update on interval_facts
  referencing new table as changed_facts for each statement execute function mark_days_to_score();
create trigger interval_facts_deleted after delete on interval_facts
  referencing old table as changed_facts for each statement execute function mark_days_to_score();`;

const TABLES = ['forecast_approvals', 'forecast_approval_days', 'forecast_scores', 'days_to_score'];
const IMMUTABLE = ['forecast_approvals', 'forecast_approval_days'];

/** Approved forecasts, how forecasts did against what came, and which days wait to be scored. */
export class ForecastAccuracy1795295413000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [APPROVALS, SCORES]) await runner.query(sql);
    for (const table of TABLES) await runner.query(`call protect_tenant_table('${table}')`);
    for (const table of IMMUTABLE) {
      await runner.query(
        `create trigger ${table}_immutable before update on ${table} for each row execute function refuse_change()`,
      );
    }
    await runner.query(MARK);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
