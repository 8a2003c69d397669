import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readRows } from '../../../platform/database/tenant-database.js';

/** An id of all sources, such as the employee number. */
export const ALL_SOURCES = '*';

const RESOLVE = `
select word, coalesce(
  (select x.agent_id from agent_external_ids x where x.organisation_id = app_organisation_id() and x.source = $1 and x.external_id = word),
  (select x.agent_id from agent_external_ids x where x.organisation_id = app_organisation_id() and x.source = '${ALL_SOURCES}' and x.external_id = word),
  (select a.id from agents a where a.organisation_id = app_organisation_id() and a.id = case when word ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then word::uuid end),
  (select a.id from users u join agents a on a.organisation_id = app_organisation_id() and a.user_id = u.id where position('@' in word) > 0 and u.email = lower(word))
) as "agentId" from unnest($2::text[]) as word`;

/** Which agent a source means: its own id for the agent, the employee number, our id, or the e-mail address to sign in. */
@Injectable()
export class AgentDirectory {
  /** Words nobody is known by are left out. */
  async resolve(tx: EntityManager, source: string, words: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const rows = await readRows<{ word: string; agentId: string | null }>(tx, RESOLVE, [source, [...new Set(words)]]);
    return new Map(rows.flatMap(({ word, agentId }) => (agentId === null ? [] : [[word, agentId] as const])));
  }
}
