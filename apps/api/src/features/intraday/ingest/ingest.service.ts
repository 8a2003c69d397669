import { Injectable } from '@nestjs/common';
import { readStateEvents, type EventReject, type MalformedBatch, type StateBatch } from '@yotei/connectors';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { retryDeadlock } from '../../../platform/database/retry-deadlock.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AgentDirectory } from './agent-directory.js';
import { reusedId, sameEvent, sortEvents, type MappedEvent, type UnmappedState } from './event-sorting.js';
import { IngestAfterwards } from './ingest-afterwards.js';
import { StateRetention } from './retention.js';
import { StateEventRepository, type AddedEvent } from './state-events.repository.js';
import { StateSourceRepository } from './state-sources.repository.js';

/** accepted + duplicates + corrected + rejected = received. */
export interface StatesTaken {
  readonly kind: 'taken';
  readonly received: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly corrected: number;
  readonly rejected: readonly EventReject[];
  readonly unmapped: readonly UnmappedState[];
  /** Median of told minus received of recent events; null until the first. */
  readonly clockSkewSeconds: number | null;
  readonly warnings: readonly string[];
}

interface Stored {
  readonly added: readonly AddedEvent[];
  readonly duplicates: number;
  readonly corrected: number;
  readonly rejects: readonly EventReject[];
}

/** Beyond it the answer warns. */
const SKEW_WORTH_A_WARNING_SECONDS = 30;

/** Takes in what sources tell of agents: each event once, in any order, whatever is sent again. */
@Injectable()
export class IngestService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly retention: StateRetention,
    private readonly sources: StateSourceRepository,
    private readonly events: StateEventRepository,
    private readonly agents: AgentDirectory,
    private readonly afterwards: IngestAfterwards,
  ) {}

  /** `body` as it came over the wire; see {@link readStateEvents}. */
  async take(context: RequestContext, body: unknown): Promise<StatesTaken | MalformedBatch> {
    const limits = this.retention.limits();
    const batch = readStateEvents(body, limits);
    if (batch.kind === 'malformed') return batch;
    if (!(await this.sources.ensure(context, batch.source)))
      return { kind: 'malformed', path: 'source', message: 'is new, and there are too many sources already' };
    await this.events.ensurePartitions(batch.events.map(({ at }) => at));
    const { sorted, stored } = await retryDeadlock(() => this.write(context, batch));
    const { added, duplicates, corrected } = stored;
    const skew = await this.afterwards.tell(context, { source: batch.source, now: limits.now, sorted, added });
    return {
      kind: 'taken',
      received: batch.events.length + batch.rejects.length,
      accepted: added.length,
      duplicates: sorted.repeated + duplicates,
      corrected,
      rejected: [...batch.rejects, ...sorted.rejects, ...stored.rejects].sort((a, b) => a.index - b.index),
      unmapped: sorted.unmapped,
      clockSkewSeconds: skew,
      warnings: warningsOf(skew),
    };
  }

  private async write(context: RequestContext, { source, events }: StateBatch) {
    const words = events.map(({ agent }) => agent);
    return this.database.withTenant(context, async (tx) => {
      const mapping = await this.sources.mappingOf(tx, source);
      const agentIds = await this.agents.resolve(tx, source, words);
      const sorted = sortEvents(events, { source, agentIds, mapping });
      return { sorted, stored: await this.store(tx, source, sorted.known) };
    });
  }

  private async store(tx: EntityManager, source: string, known: readonly MappedEvent[]): Promise<Stored> {
    const added = known.length === 0 ? [] : await this.events.add(tx, source, known);
    const late = added.filter((event) => event.late);
    await this.events.markDays(tx, late);
    const fresh = new Set(added.map(({ eventId }) => eventId));
    const again = known.filter(({ eventId }) => !fresh.has(eventId));
    const ids = again.map(({ eventId }) => eventId);
    const stored = new Map((await this.events.stored(tx, source, ids)).map((one) => [one.eventId, one]));
    const different = again.filter((event) => {
      const before = stored.get(event.eventId);
      return before !== undefined && !sameEvent(before, event);
    });
    const corrections = different
      .filter(({ correction }) => correction)
      .map((after) => ({ before: stored.get(after.eventId)!, after }));
    await this.events.replace(tx, source, corrections);
    return {
      added,
      duplicates: again.length - different.length,
      corrected: corrections.length,
      rejects: different.filter(({ correction }) => !correction).map(reusedId),
    };
  }
}

function warningsOf(skew: number | null): string[] {
  if (skew === null || Math.abs(skew) < SKEW_WORTH_A_WARNING_SECONDS) return [];
  const seconds = Math.round(Math.abs(skew));
  return skew > 0
    ? [`the clock of the source is ${seconds} s ahead`]
    : [`events come ${seconds} s after what they tell: the clock of the source is behind, or they wait on the way`];
}
