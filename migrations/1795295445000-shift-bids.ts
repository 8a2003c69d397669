import type { MigrationInterface, QueryRunner } from 'typeorm';

const BIDS = `
create table bid_rounds (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  title text not null check (title <> ''),
  contract_id uuid not null,
  from_on date not null,
  until_on date not null,
  closes_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'awarded', 'in-force', 'withdrawn')),
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, contract_id) references contracts,
  check (until_on > from_on)
);
comment on table bid_rounds is 'lines of a season that agents of one contract put in order; until_on is the first day after it';
create index bid_rounds_open on bid_rounds (organisation_id, closes_at) where state = 'open';
create table bid_lines (
  organisation_id uuid not null,
  round_id uuid not null,
  id uuid not null default uuid_v7(),
  position smallint not null,
  title text not null check (title <> ''),
  weeks jsonb not null,
  places smallint not null check (places > 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, round_id) references bid_rounds on delete cascade,
  unique (organisation_id, round_id, position)
);
comment on column bid_lines.weeks is 'the weeks of a rotation: templates allowed and days off';
create table bids (
  organisation_id uuid not null,
  round_id uuid not null,
  agent_id uuid not null,
  line_ids uuid[] not null,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, round_id, agent_id),
  foreign key (organisation_id, round_id) references bid_rounds on delete cascade,
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
comment on column bids.line_ids is 'the most wanted first';
create table bid_awards (
  organisation_id uuid not null,
  round_id uuid not null,
  agent_id uuid not null,
  rank integer not null check (rank > 0),
  owed integer not null,
  lot integer not null,
  listed_count smallint not null,
  line_id uuid,
  choice smallint,
  denied jsonb not null,
  primary key (organisation_id, round_id, agent_id),
  foreign key (organisation_id, round_id) references bid_rounds on delete cascade,
  foreign key (organisation_id, line_id) references bid_lines,
  foreign key (organisation_id, agent_id) references agents on delete cascade,
  unique (organisation_id, round_id, rank),
  check ((line_id is null) = (choice is null))
);
comment on column bid_awards.denied is 'lines wanted more, each with the ranks of those who have it';
create index bid_awards_of_agent on bid_awards (organisation_id, agent_id, round_id desc);`;

/** Bidding for the lines of a season: rounds, what each agent wants in order, and who got what and why. */
export class ShiftBids1795295445000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BIDS);
    for (const table of ['bid_rounds', 'bid_lines', 'bids', 'bid_awards'])
      await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
