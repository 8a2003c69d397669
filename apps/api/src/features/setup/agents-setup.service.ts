import { Injectable } from '@nestjs/common';
import { localDateOf } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { agentRowFaults, type AgentChoices } from './agent-rows.js';
import type { AgentRowFault, SetupAgentInput } from './setup-inputs.graphql-types.js';
import type { SetupAgent, SetupSite } from './setup.graphql-types.js';
import { SetupListsRepository } from './setup-lists.repository.js';
import { SetupRowsRepository } from './setup-rows.repository.js';

/** A centre is at most some thousands; more in one go is a mistake. */
export const MOST_AGENT_ROWS = 5000;

export type SavedAgents =
  | { readonly kind: 'saved'; readonly agents: readonly SetupAgent[] }
  | { readonly kind: 'refused'; readonly faults: readonly AgentRowFault[] }
  | { readonly kind: 'too-many' };

/** Agents as planners set them up: one edited cell, a pasted block and an imported file are the same act. */
@Injectable()
export class AgentsSetupService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly lists: SetupListsRepository,
    private readonly rows: SetupRowsRepository,
    private readonly clock: Clock,
  ) {}

  /** All rows or none; the answer has them in the order given. */
  async save(context: RequestContext, inputs: readonly SetupAgentInput[]): Promise<SavedAgents> {
    if (inputs.length > MOST_AGENT_ROWS) return { kind: 'too-many' };
    return this.database.withTenant(context, async (tx) => {
      const ids = inputs.flatMap(({ id }) => id ?? []);
      await lockAgents(tx, ids);
      const choices = await this.choices(context, ids);
      const faults = agentRowFaults(inputs, choices);
      if (faults.length > 0) return { kind: 'refused' as const, faults };
      const sites = new Map((await this.lists.sites(context)).map((site) => [site.id, site]));
      const siteOfTeam = new Map(choices.teams.map(({ id, siteId }) => [id, sites.get(siteId)!]));
      const stored: string[] = [];
      for (const input of inputs) {
        const before = input.id ? choices.known.get(input.id) : undefined;
        stored.push(await this.store(tx, context, { input, before, site: siteOfTeam.get(input.teamId)! }));
      }
      const byId = new Map((await this.lists.agents(context, stored)).map((agent) => [agent.id, agent]));
      return { kind: 'saved' as const, agents: stored.map((id) => byId.get(id)!) };
    });
  }

  private async choices(context: RequestContext, ids: readonly string[]): Promise<AgentChoices> {
    return {
      teams: await this.lists.teams(context),
      contracts: await this.lists.contracts(context),
      skills: await this.lists.skills(context),
      known: new Map((await this.lists.agents(context, ids)).map((agent) => [agent.id, agent])),
    };
  }

  private async store(
    tx: EntityManager,
    context: RequestContext,
    { input, before, site }: { input: SetupAgentInput; before: SetupAgent | undefined; site: SetupSite },
  ): Promise<string> {
    const id = before?.id ?? uuidv7();
    await this.rows.save(tx, context, {
      ...{ table: 'agents', id: before?.id ?? null, newId: id, version: input.version },
      values: {
        name: input.name.trim(),
        name_reading: input.nameReading.trim(),
        site_id: site.id,
        team_id: input.teamId,
        contract_id: input.contractId,
        seniority: input.seniority,
        hired_on: input.hiredOn ?? before?.hiredOn ?? localDateOf(this.clock.now(), site.zone),
        left_on: input.leftOn ?? null,
        young_until_on: input.youngUntilOn === undefined ? (before?.youngUntilOn ?? null) : input.youngUntilOn,
        availability: JSON.stringify(input.availability ?? before?.availability ?? []),
        rotation_offset_weeks: input.rotationOffsetWeeks ?? before?.rotationOffsetWeeks ?? 0,
      },
    });
    await storeSkills(tx, id, input.skillIds);
    return id;
  }
}

/** In one order everywhere, so that two planners who save the same agents wait instead of blocking each other. */
async function lockAgents(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(
    'select 1 from agents where organisation_id = app_organisation_id() and id = any ($1::uuid[]) order by id for update',
    [ids],
  );
}

/** First choice first; how fast the agent is in a skill stays. */
async function storeSkills(tx: EntityManager, agentId: string, skillIds: readonly string[]): Promise<void> {
  await tx.query(
    'delete from agent_skills where organisation_id = app_organisation_id() and agent_id = $1 and not skill_id = any ($2::uuid[])',
    [agentId, skillIds],
  );
  await tx.query(
    `insert into agent_skills (organisation_id, agent_id, skill_id, priority)
     select app_organisation_id(), $1, s.id, s.rank from unnest($2::uuid[]) with ordinality as s (id, rank)
     on conflict (organisation_id, agent_id, skill_id) do update set priority = excluded.priority`,
    [agentId, skillIds],
  );
}
