import type { MigrationInterface, QueryRunner } from 'typeorm';

const TOLD = `
alter table intraday_alerts add column told_agents integer;
comment on column intraday_alerts.told_agents is 'agents it named when people were last told of it; null: nobody was told';
create table intraday_watches (
  organisation_id uuid not null references organisations on delete cascade,
  looked_at timestamptz not null,
  primary key (organisation_id)
);
comment on table intraday_watches is 'the moment of the last look at the day: an older look of another process changes no alert';`;

const CHOICE = `
alter table notice_settings add column day_alerts text check (day_alerts in ('off', 'app', 'push'));
comment on column notice_settings.day_alerts is 'alerts of the day; null: in the app for supervisors, else not';`;

/** Who was told of alerts, and how people want to hear of them. */
export class DayAlerts1795295455000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TOLD, CHOICE]) await runner.query(sql);
    await runner.query(`call protect_tenant_table('intraday_watches')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
