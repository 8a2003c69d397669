import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHOICES = `
alter table sites
  add column law_from_on date,
  add column law_agreements text[] not null default '{}';
comment on column sites.law_pack_id is 'law pack of the program, such as jp; its rules are judged from law_from_on on';
comment on column sites.law_agreements is 'agreements of the pack that the site holds, such as art-36';
alter table agents add column young_until_on date;
comment on column agents.young_until_on is 'first day of age, for rules about the young; null for adults, so that no date of birth is kept';`;

/** The law a site has chosen, from when, and what is agreed there; who is under age. */
export class LawChoices1795295444000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHOICES);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
