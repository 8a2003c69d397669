import type { MigrationInterface, QueryRunner } from 'typeorm';

const FEEDS = `
create table calendar_feeds (
  organisation_id uuid not null,
  user_id uuid not null,
  token_sha256 text not null unique,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  reader text,
  primary key (organisation_id, user_id),
  foreign key (organisation_id, user_id) references memberships on delete cascade
);
create table feed_events (
  organisation_id uuid not null,
  user_id uuid not null,
  uid text not null,
  sequence integer not null default 0,
  start_at timestamptz not null,
  end_at timestamptz not null,
  summary text not null,
  description text not null,
  cancelled boolean not null default false,
  changed_at timestamptz not null default now(),
  primary key (organisation_id, user_id, uid),
  foreign key (organisation_id, user_id) references memberships on delete cascade
);
comment on table feed_events is 'what the feed last said of each event, so that a change counts up SEQUENCE and a shift that goes is told as cancelled';
alter table calendar_feeds enable row level security;
alter table calendar_feeds force row level security;
create policy known on calendar_feeds
  using (organisation_id = (select app_organisation_id()) or token_sha256 = (select app_secret('calendar_sha256')))
  with check (organisation_id = (select app_organisation_id()));`;

/** Secret calendar links, of which only the hash is kept, and what each calendar was last told. */
export class CalendarFeeds1795295434100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FEEDS);
    await runner.query(`call protect_tenant_table('feed_events')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
