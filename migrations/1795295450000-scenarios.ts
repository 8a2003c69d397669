import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCENARIOS = `
create table scenarios (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  parent_id uuid,
  name text not null check (length(name) between 1 and 120),
  note text not null default '' check (length(note) <= 4000),
  from_on date not null,
  days smallint not null check (days between 1 and 371),
  site_id uuid,
  changes jsonb not null default '[]' check (jsonb_typeof(changes) = 'array'),
  basis jsonb not null default '{}',
  version integer not null default 1,
  position integer not null default 0,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references scenarios on delete set null (parent_id),
  foreign key (organisation_id, site_id) references sites on delete cascade
);
create index scenarios_of_parent on scenarios (organisation_id, parent_id, position);
comment on table scenarios is 'what-if questions as a tree: changes to what is planned, never the plan itself';
comment on column scenarios.basis is 'versions of forecasts, settings, rosters and costs the changes were last saved on, by name; so that a moved base is told';

create table scenario_versions (
  organisation_id uuid not null,
  scenario_id uuid not null,
  version integer not null,
  name text not null,
  note text not null,
  changes jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null default now(),
  primary key (organisation_id, scenario_id, version),
  foreign key (organisation_id, scenario_id) references scenarios on delete cascade
);
comment on table scenario_versions is 'a scenario as it was saved each time, to go back to';`;

const RESULTS = `
create table scenario_results (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  scenario_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('live', 'roster', 'simulation')),
  input_sha256 text not null,
  code_version text not null,
  answer jsonb not null,
  job_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, scenario_id) references scenarios on delete cascade
);
create index scenario_results_of_scenario on scenario_results (organisation_id, scenario_id, kind, id);
comment on table scenario_results is 'answers of scenarios; never changed, a new question makes a new row';

create table scenario_promotions (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  scenario_id uuid not null,
  version integer not null,
  done jsonb not null,
  promoted_by uuid,
  promoted_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, scenario_id) references scenarios on delete cascade
);
create index scenario_promotions_of_scenario on scenario_promotions (organisation_id, scenario_id, id);
comment on table scenario_promotions is 'what of a scenario was made the plan, with all that is needed to take it back';`;

const COSTS = `
create table cost_settings (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  version integer not null,
  effective_on date not null,
  terms jsonb not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, version)
);
comment on table cost_settings is 'what work costs, from a day on; a change is a new row, the newest that holds on a day counts';`;

const TABLES = ['scenarios', 'scenario_versions', 'scenario_results', 'scenario_promotions', 'cost_settings'];
const IMMUTABLE = ['scenario_versions', 'scenario_results'];

/** Scenarios, their answers, what was promoted of them, and what work costs. */
export class Scenarios1795295450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [SCENARIOS, RESULTS, COSTS]) await runner.query(tables);
    for (const table of TABLES) await runner.query(`call protect_tenant_table('${table}')`);
    for (const table of IMMUTABLE) {
      await runner.query(
        `create trigger ${table}_immutable before update on ${table} for each row execute function refuse_change()`,
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
