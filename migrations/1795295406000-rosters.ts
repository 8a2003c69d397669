import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEDULES = `
create table schedules (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  site_id uuid,
  zone text not null,
  week_start_on date not null,
  weeks smallint not null default 1 check (weeks > 0),
  state text not null default 'draft' check (state in ('draft', 'published')),
  version integer not null default 1,
  requirement_id uuid,
  parent_id uuid,
  job_id uuid,
  score jsonb,
  changes_since_publish integer not null default 0,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  published_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, site_id) references sites on delete cascade,
  foreign key (organisation_id, requirement_id) references requirements on delete set null (requirement_id),
  foreign key (organisation_id, parent_id) references schedules on delete set null (parent_id),
  check (state = 'draft' or published_at is not null)
);
create index schedules_by_week on schedules (organisation_id, week_start_on, state);
create table shifts (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  schedule_id uuid not null,
  agent_id uuid not null,
  span tstzrange not null,
  template_id uuid,
  locked boolean not null default false,
  hand_edited boolean not null default false,
  published boolean not null default false,
  as_published jsonb,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, schedule_id) references schedules on delete cascade,
  foreign key (organisation_id, agent_id) references agents on delete cascade,
  foreign key (organisation_id, template_id) references shift_templates on delete set null (template_id),
  check (lower_inc(span) and not upper_inc(span) and not isempty(span) and lower(span) is not null and upper(span) is not null),
  constraint shifts_published_never_overlap
    exclude using gist (organisation_id with =, agent_id with =, span with &&) where (published) deferrable initially immediate
);
comment on column shifts.as_published is 'the shift as agents were last told, while it differs from that';
comment on column shifts.published is 'kept in step with the schedule by triggers, so that the exclusion constraint can see it';
create index shifts_of_schedule on shifts (organisation_id, schedule_id, agent_id);
create index shifts_of_agent on shifts (organisation_id, agent_id, lower(span));
create table shift_activities (
  organisation_id uuid not null,
  shift_id uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  activity_type_id text not null,
  queue_id uuid,
  primary key (organisation_id, shift_id, start_at),
  foreign key (organisation_id, shift_id) references shifts on delete cascade,
  foreign key (organisation_id, activity_type_id) references activity_types,
  foreign key (organisation_id, queue_id) references queues on delete set null (queue_id),
  check (end_at > start_at)
);
create table schedule_edits (
  organisation_id uuid not null,
  schedule_id uuid not null,
  version integer not null,
  label text not null,
  before jsonb not null,
  after jsonb not null,
  author_id uuid,
  override_reason text,
  created_at timestamptz not null default now(),
  primary key (organisation_id, schedule_id, version),
  foreign key (organisation_id, schedule_id) references schedules on delete cascade
);
comment on table schedule_edits is 'one gesture, one row, one undo step; version is that of the schedule after it';
create index shift_activities_by_time on shift_activities (organisation_id, start_at);`;

const IN_STEP = `
create function shift_takes_state_of_schedule() returns trigger language plpgsql as $$
begin
  select s.state = 'published' into strict new.published from schedules s
    where s.organisation_id = new.organisation_id and s.id = new.schedule_id;
  return new;
end $$;
create trigger shift_state before insert or update of schedule_id, published on shifts
  for each row execute function shift_takes_state_of_schedule();
create function shifts_follow_schedule() returns trigger language plpgsql as $$
begin
  update shifts set published = (new.state = 'published')
    where organisation_id = new.organisation_id and schedule_id = new.id and published <> (new.state = 'published');
  return null;
end $$;
create trigger schedule_state after update of state on schedules
  for each row when (old.state is distinct from new.state) execute function shifts_follow_schedule();`;

/** At commit a shift's activities must cover it from start to end, each beginning where the one before ends. */
const TILING = `
create function shift_is_tiled() returns trigger language plpgsql as $$
declare
  organisation uuid;
  shift uuid;
  bounds tstzrange;
  tiled boolean;
begin
  if tg_table_name = 'shifts' then
    organisation := new.organisation_id; shift := new.id;
  elsif tg_op = 'DELETE' then
    organisation := old.organisation_id; shift := old.shift_id;
  else
    organisation := new.organisation_id; shift := new.shift_id;
  end if;
  select span into bounds from shifts where organisation_id = organisation and id = shift;
  if not found then return null; end if;
  select coalesce(bool_and(start_at = expected) and max(end_at) = upper(bounds), false) into tiled from (
    select start_at, end_at, lag(end_at, 1, lower(bounds)) over (order by start_at) as expected
      from shift_activities where organisation_id = organisation and shift_id = shift) parts;
  if not tiled then
    raise exception 'activities of shift % do not tile it', shift using errcode = 'check_violation', constraint = 'shift_activities_tile_shift';
  end if;
  return null;
end $$;
create constraint trigger shift_activities_tile_shift after insert or update or delete on shift_activities
  deferrable initially deferred for each row execute function shift_is_tiled();
create constraint trigger shifts_are_tiled after insert or update of span on shifts
  deferrable initially deferred for each row execute function shift_is_tiled();`;

const ABSENCE = `
create table time_off (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  agent_id uuid not null,
  span tstzrange not null check (not isempty(span) and lower_inc(span) and not upper_inc(span)),
  kind text not null,
  state text not null default 'approved' check (state in ('requested', 'approved', 'declined', 'withdrawn')),
  paid_minutes integer not null default 0 check (paid_minutes >= 0),
  reason text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
create index time_off_of_agent on time_off (organisation_id, agent_id, lower(span));
create table preferences (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  agent_id uuid not null,
  kind text not null check (kind in ('day-off', 'start-between')),
  on_date date,
  from_minute integer,
  until_minute integer,
  weight double precision not null check (weight >= 0),
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
create index preferences_of_agent on preferences (organisation_id, agent_id);
create table exchanges (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  kind text not null check (kind in ('swap', 'give-away', 'pick-up', 'voluntary-time-off', 'overtime')),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'applied', 'declined', 'withdrawn', 'expired', 'refused')),
  proposed_by uuid not null,
  note text,
  reasons jsonb,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, proposed_by) references agents on delete cascade
);
create index exchanges_latest on exchanges (organisation_id, id desc);
create table exchange_moves (
  organisation_id uuid not null,
  exchange_id uuid not null,
  shift_id uuid not null,
  from_agent_id uuid,
  to_agent_id uuid,
  primary key (organisation_id, exchange_id, shift_id),
  foreign key (organisation_id, exchange_id) references exchanges on delete cascade,
  foreign key (organisation_id, shift_id) references shifts on delete cascade,
  foreign key (organisation_id, from_agent_id) references agents on delete cascade,
  foreign key (organisation_id, to_agent_id) references agents on delete cascade,
  check (from_agent_id is distinct from to_agent_id)
);`;

const TABLES = [
  'schedules',
  'shifts',
  'shift_activities',
  'schedule_edits',
  'time_off',
  'preferences',
  'exchanges',
  'exchange_moves',
];

/** Schedules, shifts and their activities, absence, wishes, exchanges; promises 1 to 3 of the domain. */
export class Rosters1795295406000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SCHEDULES, IN_STEP, TILING, ABSENCE]) await runner.query(sql);
    for (const table of TABLES) await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
