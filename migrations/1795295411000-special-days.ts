import type { MigrationInterface, QueryRunner } from 'typeorm';

const HOLIDAYS = `
create table holiday_calendars (
  organisation_id uuid not null references organisations on delete cascade,
  site_id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  state text,
  region text,
  version integer not null default 1,
  primary key (organisation_id, site_id),
  foreign key (organisation_id, site_id) references sites on delete cascade
);
create table holiday_choices (
  organisation_id uuid not null references organisations on delete cascade,
  site_id uuid not null,
  holiday_key text not null,
  treatment text not null check (treatment in ('as_before', 'closed', 'open', 'own_hours', 'ignored')),
  from_minute smallint,
  until_minute smallint,
  name_en text,
  name_ja text,
  version integer not null default 1,
  primary key (organisation_id, site_id, holiday_key),
  foreign key (organisation_id, site_id) references sites on delete cascade,
  check (treatment <> 'own_hours' or (from_minute >= 0 and until_minute <= 1440 and from_minute < until_minute))
);
comment on column holiday_choices.holiday_key is 'the rule of the holiday, so that one choice holds for all years';`;

const EVENTS = `
alter table calendar_events
  add column effect text check (effect in ('by_kind', 'learned', 'given')),
  add column effect_fraction double precision check (effect_fraction > -1),
  add column half_life_days double precision check (half_life_days > 0),
  add check (effect is distinct from 'given' or effect_fraction is not null);
comment on column calendar_events.effect is 'null: learned for campaigns and other events, by kind for holidays';
create table recurring_days (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  title text not null check (title <> ''),
  rule jsonb not null,
  lasts_days smallint not null check (lasts_days between 1 and 28),
  effect_fraction double precision check (effect_fraction > -1),
  half_life_days double precision check (half_life_days > 0),
  queue_ids uuid[],
  version integer not null default 1,
  primary key (organisation_id, id)
);
comment on table recurring_days is 'pay-days and billing cycles; effect_fraction null = learned, queue_ids null = all queues';`;

const DECISIONS = `
create table history_decisions (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  queue_id uuid not null,
  proposal_id text not null,
  kind text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  action text not null check (action in ('leave-out', 'replace', 'event', 'keep')),
  data_key text not null,
  proposal jsonb not null,
  event_id uuid,
  author_id uuid not null,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, queue_id) references queues on delete cascade,
  check (until_at > from_at)
);
comment on column history_decisions.data_key is 'names the data that were judged; with other data the decision no longer holds';
create unique index history_decisions_open on history_decisions (organisation_id, queue_id, proposal_id) where undone_at is null;`;

/** Holidays by site, effects of events, pay-days, and what planners said about odd stretches of history. */
export class SpecialDays1795295411000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [HOLIDAYS, EVENTS, DECISIONS]) await runner.query(sql);
    for (const table of ['holiday_calendars', 'holiday_choices', 'recurring_days', 'history_decisions'])
      await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
