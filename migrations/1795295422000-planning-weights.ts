import type { MigrationInterface, QueryRunner } from 'typeorm';

const WEIGHTS = `
create table planning_weights (
  organisation_id uuid not null references organisations on delete cascade,
  version integer not null check (version > 0),
  weights jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (organisation_id, version)
);
comment on table planning_weights is 'what a roster costs in this centre, weight by id; the highest version is in force, none means the standard';`;

/** The centre's own planning weights, each change a version. */
export class PlanningWeights1795295422000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WEIGHTS);
    await runner.query(`call protect_tenant_table('planning_weights')`);
    await runner.query(
      'create trigger planning_weights_immutable before update on planning_weights for each row execute function refuse_change()',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
