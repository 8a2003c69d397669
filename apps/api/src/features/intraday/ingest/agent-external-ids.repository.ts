import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import { ALL_SOURCES } from './agent-directory.js';

export interface StoredExternalId {
  readonly source: string;
  readonly externalId: string;
  readonly agentId: string;
}

export interface ExternalIdChange {
  readonly source: string;
  readonly externalId: string;
  /** Absent: forget the id. */
  readonly agentId?: string | null;
}

export type ExternalIdsOutcome =
  | { readonly kind: 'saved'; readonly ids: readonly StoredExternalId[] }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

const MOST_AT_ONCE = 1000;
const LONGEST_ID = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** By what names sources know the agents. */
@Injectable()
export class AgentExternalIdRepository {
  constructor(private readonly database: TenantDatabase) {}

  async all(context: RequestContext): Promise<StoredExternalId[]> {
    return this.database.withTenant(context, (tx) => this.read(tx));
  }

  /** All or none. An id moves to the agent named last; what was an unknown agent of the source is not one any more. */
  async save(context: RequestContext, changes: readonly ExternalIdChange[]): Promise<ExternalIdsOutcome> {
    const fault = faultOf(changes);
    if (fault) return { kind: 'invalid', ...fault };
    return this.database.withTenant(context, async (tx) => {
      const named = [...new Set(changes.flatMap(({ agentId }) => agentId ?? []))];
      const known = await readRows<{ id: string }>(tx, 'select id from agents where id = any($1::uuid[])', [named]);
      if (known.length < named.length) return { kind: 'invalid', path: 'ids', message: 'names an agent nobody knows' };
      for (const { source, externalId, agentId } of changes) {
        const id = externalId.trim();
        if (agentId) await this.assign(tx, { source, externalId: id, agentId });
        else await tx.query('delete from agent_external_ids where source = $1 and external_id = $2', [source, id]);
      }
      return { kind: 'saved', ids: await this.read(tx) };
    });
  }

  private async assign(tx: EntityManager, { source, externalId, agentId }: StoredExternalId): Promise<void> {
    await tx.query(
      `insert into agent_external_ids (organisation_id, source, external_id, agent_id) values (app_organisation_id(), $1, $2, $3)
       on conflict (organisation_id, source, external_id) do update set agent_id = excluded.agent_id`,
      [source, externalId, agentId],
    );
    await tx.query(
      `delete from state_source_oddities where kind = 'unknown-agent' and word = $2 and (source = $1 or $1 = '${ALL_SOURCES}')`,
      [source, externalId],
    );
  }

  private read(tx: EntityManager): Promise<StoredExternalId[]> {
    return readRows(
      tx,
      'select source, external_id as "externalId", agent_id as "agentId" from agent_external_ids order by source, external_id',
    );
  }
}

function faultOf(changes: readonly ExternalIdChange[]): { path: string; message: string } | null {
  if (changes.length > MOST_AT_ONCE) return { path: 'ids', message: `must be at most ${MOST_AT_ONCE} at once` };
  const wrong = changes.findIndex(
    ({ source, externalId, agentId }) =>
      !/^(\*|[a-z0-9][a-z0-9-]{0,39})$/.test(source) ||
      externalId.trim() === '' ||
      externalId.length > LONGEST_ID ||
      (agentId != null && !UUID.test(agentId)),
  );
  if (wrong < 0) return null;
  return { path: `ids.${wrong}`, message: `must have a source or *, an id of 1 to ${LONGEST_ID} letters and an agent` };
}
