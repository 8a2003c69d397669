import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOTICES = `
alter table notifications
  add column subject text,
  add column once_key text,
  add column urgent boolean not null default false,
  add column delivered_at timestamptz;
comment on column notifications.subject is 'what it is about, such as schedule/<id>, to see who has read it';
comment on column notifications.once_key is 'the same person is told the same thing once, however often it is announced';
create unique index notifications_told_once on notifications (organisation_id, user_id, once_key) where once_key is not null;
create index notifications_of_subject on notifications (organisation_id, subject) where subject is not null;`;

const SETTINGS = `
create table notice_settings (
  organisation_id uuid not null,
  user_id uuid not null,
  mail text not null default 'now' check (mail in ('now', 'digest', 'off')),
  push boolean not null default true,
  quiet_from_minute smallint check (quiet_from_minute between 0 and 1439),
  quiet_until_minute smallint check (quiet_until_minute between 0 and 1439),
  digest_minute smallint not null default 1020 check (digest_minute between 0 and 1439),
  urgent_anyway boolean not null default true,
  zone text,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, user_id),
  foreign key (organisation_id, user_id) references memberships on delete cascade,
  check ((quiet_from_minute is null) = (quiet_until_minute is null))
);
comment on table notice_settings is 'how a person wants to be told outside the app; none means the standard';`;

const DELIVERIES = `
create table notice_deliveries (
  organisation_id uuid not null,
  notice_id uuid not null,
  channel text not null check (channel in ('mail', 'push')),
  user_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped')),
  due_at timestamptz not null,
  attempts smallint not null default 0,
  claim_id uuid,
  claimed_at timestamptz,
  sent_at timestamptz,
  problem text,
  primary key (organisation_id, notice_id, channel),
  foreign key (organisation_id, notice_id) references notifications on delete cascade
);
comment on column notice_deliveries.claim_id is 'one message: notices that go out together have the same';
comment on column notice_deliveries.state is 'uncertain: the sender died while the mail was on its way; it is not sent again';
create index notice_deliveries_open on notice_deliveries (organisation_id, due_at) where state in ('waiting', 'sending');
create table push_devices (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  user_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  label text not null default '',
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, user_id) references memberships on delete cascade,
  unique (organisation_id, endpoint)
);
create index push_devices_of_user on push_devices (organisation_id, user_id);
create table push_keys (
  organisation_id uuid not null references organisations on delete cascade,
  public_key text not null,
  private_key text not null,
  created_at timestamptz not null default now(),
  primary key (organisation_id)
);
comment on table push_keys is 'VAPID key pair, made when the first device asks, unless the settings name one';`;

/** Notices outside the app: how people want them, what was sent by which channel, and the devices that take pushes. */
export class NoticeDeliveries1795295434000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [NOTICES, SETTINGS, DELIVERIES]) await runner.query(sql);
    for (const table of ['notice_settings', 'notice_deliveries', 'push_devices', 'push_keys'])
      await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
