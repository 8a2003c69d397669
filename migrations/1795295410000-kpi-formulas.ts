import type { MigrationInterface, QueryRunner } from 'typeorm';

const KPI_FORMULAS = `
create table kpi_formulas (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  title text not null check (title <> ''),
  formula text not null check (char_length(formula) between 1 and 1000),
  position integer not null default 0,
  version integer not null default 1,
  primary key (organisation_id, id)
);
comment on table kpi_formulas is 'KPIs of the organisation beside those every centre has';`;

/** KPIs that an organisation writes for itself. */
export class KpiFormulas1795295410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KPI_FORMULAS);
    await runner.query(`call protect_tenant_table('kpi_formulas')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
