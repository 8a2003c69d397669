import type { MigrationInterface, QueryRunner } from 'typeorm';

const FORM = `
alter table shifts add column agreed_form boolean not null default false;
comment on column shifts.agreed_form is 'agents agreed on its times by exchanging part of a shift: no template asks anything of it';`;

/** Between two pieces of a day's work; new organisations get it with their other activities. */
const OWN_TIME = `
insert into activity_types (organisation_id, id, title_en, title_ja, letter_en, letter_ja, paid, contact_work, colour_token, position)
select id, 'own-time', 'Own time', '中抜け', 'P', '私', false, false, 'lunch', 90 from organisations
on conflict do nothing;`;

/** Policies saved before know nothing of this one: a manager is asked, as in a new site. */
const POLICY = `
update exchange_policies set settings = settings || '[{"policyId": "agreed-form", "outcome": "review"}]'::jsonb
where jsonb_typeof(settings) = 'array' and not settings @> '[{"policyId": "agreed-form"}]'::jsonb;`;

/** What agents work after exchanging part of a shift need fit no template. */
export class AgreedForm1795295464000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FORM);
    await runner.query(OWN_TIME);
    await runner.query(POLICY);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
