import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The check was made without a name, so Postgres named it after its table and column. */
const MANAGER = `
alter table memberships drop constraint if exists memberships_roles_check;
alter table memberships add constraint memberships_roles_check
  check (cardinality(roles) > 0 and roles <@ array['admin', 'planner', 'manager', 'supervisor', 'agent']);`;

/** Managers compare, set targets and report; they plan no rosters. Does no harm where it was applied under its first name. */
export class Roles1795295452001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MANAGER);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
