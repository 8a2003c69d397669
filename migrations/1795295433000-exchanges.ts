import type { MigrationInterface, QueryRunner } from 'typeorm';

const EXCHANGES = `
alter table exchanges drop constraint exchanges_kind_check;
alter table exchanges add constraint exchanges_kind_check check (kind in
  ('swap', 'give-away', 'cycle', 'swap-part', 'break-change', 'pick-up', 'voluntary-time-off', 'overtime'));
alter table exchanges drop constraint exchanges_state_check;
alter table exchanges add constraint exchanges_state_check check (state in
  ('proposed', 'accepted', 'in-review', 'applied', 'declined', 'withdrawn', 'expired', 'refused'));
alter table exchanges
  add column schedule_ids uuid[] not null default '{}',
  add column request jsonb,
  add column basis jsonb,
  add column verdict jsonb,
  add column expires_at timestamptz,
  add column client_key text,
  add column offer_id uuid,
  add column decided_by uuid,
  add column decision_note text,
  add column applied_at timestamptz;
comment on column exchanges.basis is 'shifts it was proposed on with their versions; a change since makes it expire';
comment on column exchanges.client_key is 'the same key of the same agent is one exchange, however often it is sent';
create unique index exchanges_by_client_key on exchanges (organisation_id, proposed_by, client_key) where client_key is not null;
create index exchanges_open on exchanges (organisation_id, expires_at) where state in ('proposed', 'accepted', 'in-review');
create table exchange_parties (
  organisation_id uuid not null,
  exchange_id uuid not null,
  agent_id uuid not null,
  answer text not null default 'pending' check (answer in ('pending', 'accepted', 'declined')),
  answered_at timestamptz,
  primary key (organisation_id, exchange_id, agent_id),
  foreign key (organisation_id, exchange_id) references exchanges on delete cascade,
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
create index exchange_parties_of_agent on exchange_parties (organisation_id, agent_id, exchange_id desc);
create table exchange_steps (
  organisation_id uuid not null,
  exchange_id uuid not null,
  step integer not null,
  from_state text,
  to_state text not null,
  user_id uuid,
  reasons jsonb,
  at timestamptz not null default clock_timestamp(),
  primary key (organisation_id, exchange_id, step),
  foreign key (organisation_id, exchange_id) references exchanges on delete cascade
);
comment on table exchange_steps is 'every change of state, in order, never rewritten';`;

const OFFERS = `
create table work_offers (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  schedule_id uuid not null,
  kind text not null check (kind in ('pick-up', 'overtime', 'voluntary-time-off')),
  span tstzrange not null check (not isempty(span) and lower_inc(span) and not upper_inc(span)),
  template_id uuid,
  activities jsonb,
  skill_id uuid,
  site_id uuid,
  places integer not null check (places > 0),
  taken integer not null default 0,
  claim_order text not null default 'first-come' check (claim_order in ('first-come', 'fairness')),
  note text,
  closes_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'closed', 'withdrawn')),
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, schedule_id) references schedules on delete cascade,
  constraint work_offers_never_overtaken check (taken between 0 and places)
);
create index work_offers_open on work_offers (organisation_id, closes_at) where state = 'open';
create table offer_claims (
  organisation_id uuid not null,
  offer_id uuid not null,
  agent_id uuid not null,
  state text not null check (state in ('waiting', 'granted', 'refused')),
  exchange_id uuid,
  reason text,
  claimed_at timestamptz not null default clock_timestamp(),
  primary key (organisation_id, offer_id, agent_id),
  foreign key (organisation_id, offer_id) references work_offers on delete cascade,
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
create index offer_claims_of_agent on offer_claims (organisation_id, agent_id, claimed_at);
create table swap_wishes (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  agent_id uuid not null,
  shift_id uuid not null,
  schedule_id uuid not null,
  accepts jsonb not null,
  state text not null default 'open' check (state in ('open', 'matched', 'withdrawn', 'expired')),
  exchange_id uuid,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents on delete cascade,
  foreign key (organisation_id, schedule_id) references schedules on delete cascade
);
create unique index swap_wishes_one_a_shift on swap_wishes (organisation_id, shift_id) where state = 'open';
create index swap_wishes_of_schedule on swap_wishes (organisation_id, schedule_id) where state = 'open';`;

const SETTINGS = `
create table exchange_policies (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  site_id uuid,
  settings jsonb not null,
  version integer not null default 1,
  updated_by uuid,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, site_id) references sites on delete cascade
);
create unique index exchange_policies_one_a_site on exchange_policies (organisation_id, coalesce(site_id, '00000000-0000-0000-0000-000000000000'));
comment on table exchange_policies is 'by site; without a site, for all that have none of their own; none at all: the standard';
create table exchange_delegations (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  from_user_id uuid not null,
  to_user_id uuid not null,
  until_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, from_user_id) references memberships on delete cascade,
  foreign key (organisation_id, to_user_id) references memberships on delete cascade,
  check (from_user_id <> to_user_id)
);
create index exchange_delegations_to on exchange_delegations (organisation_id, to_user_id, until_at);`;

const TABLES = [
  'exchange_parties',
  'exchange_steps',
  'work_offers',
  'offer_claims',
  'swap_wishes',
  'exchange_policies',
  'exchange_delegations',
];

/** The exchange loop: proposals with answers and every step, offers of work, wishes for rings, policies, delegation. */
export class Exchanges1795295433000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [EXCHANGES, OFFERS, SETTINGS]) await runner.query(sql);
    for (const table of TABLES) await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
