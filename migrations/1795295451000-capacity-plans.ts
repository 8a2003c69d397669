import type { MigrationInterface, QueryRunner } from 'typeorm';

const CAPACITY = `
create table capacity_plans (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  title text not null check (length(title) between 1 and 120),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (organisation_id, id)
);
create table capacity_plan_versions (
  organisation_id uuid not null,
  plan_id uuid not null,
  version integer not null,
  title text not null,
  plan jsonb not null,
  notes jsonb not null default '[]',
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (organisation_id, plan_id, version),
  foreign key (organisation_id, plan_id) references capacity_plans on delete cascade
);
comment on column capacity_plan_versions.plan is 'assumptions and decisions as the library reads them; versions are never changed';
create table capacity_proposals (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  plan_id uuid not null,
  plan_version integer not null,
  input_sha256 text not null,
  code_version text not null,
  parameters jsonb not null,
  seed bigint not null,
  result jsonb not null,
  job_id uuid,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id, plan_version) references capacity_plan_versions on delete cascade
);
create index capacity_proposals_of_plan on capacity_proposals (organisation_id, plan_id, id desc);`;

/** Capacity plans in versions, and the hiring plans an optimiser proposed for them. */
export class CapacityPlans1795295451000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CAPACITY);
    for (const table of ['capacity_plans', 'capacity_plan_versions', 'capacity_proposals'])
      await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
