import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { TaskQueue } from '../../../platform/jobs/background-task.js';
import { LOGGER, type Logger } from '../../../platform/observability/logger.js';
import { Paced } from './paced.js';
import { ADHERENCE_TASK } from '../adherence/adherence-task.js';
import { StateSourceRepository, type Oddity } from './state-sources.repository.js';

/** The task that sums up days and turns months. */
export const STATE_UPKEEP_TASK = 'agent-state-upkeep';
/** It goes on by itself while states come in; each process that hears of any makes sure of it so often. */
const UPKEEP_WOKEN_MILLIS = 3_600_000;

/** Sources are noted once a second: a row that each batch wrote would make the batches wait for each other. */
const EVERY_MILLIS = 1000;
const SKEW_SAMPLES = 200;
const MOST_WORDS = 200;

export interface Sighting {
  readonly source: string;
  /** For each new event, told minus received, in seconds. */
  readonly skews: readonly number[];
  readonly oddities: readonly Oddity[];
}

interface Watched {
  readonly context: RequestContext;
  readonly source: string;
  readonly skews: number[];
  readonly oddities: Map<string, Oddity>;
}

/** Keeps each source's last sign of life, the skew of its clock and the words nobody understands. */
@Injectable()
export class SourceWatch implements OnModuleDestroy {
  private readonly watched = new Map<string, Watched>();
  private readonly wokenAt = new Map<string, number>();
  private readonly paced: Paced;

  constructor(
    private readonly database: TenantDatabase,
    private readonly tasks: TaskQueue,
    private readonly sources: StateSourceRepository,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.paced = new Paced(
      EVERY_MILLIS,
      (key) => this.write(key),
      (error) => logger.warn({ reason: (error as Error).message }, 'a sign of life of a state source was not noted'),
    );
  }

  async saw(context: RequestContext, { source, skews, oddities }: Sighting): Promise<void> {
    const key = `${context.organisationId}/${source}`;
    const watched = this.watched.get(key) ?? { context, source, skews: [], oddities: new Map<string, Oddity>() };
    this.watched.set(key, watched);
    watched.skews.push(...skews);
    watched.skews.splice(0, watched.skews.length - SKEW_SAMPLES);
    for (const oddity of oddities) {
      const known = watched.oddities.get(`${oddity.kind}/${oddity.word}`);
      if (known || watched.oddities.size < MOST_WORDS)
        watched.oddities.set(`${oddity.kind}/${oddity.word}`, {
          ...oddity,
          times: oddity.times + (known?.times ?? 0),
        });
    }
    await this.paced.ask(key);
  }

  /** Median of the events this process saw lately; null before the first. Above 0 the source's clock is ahead. */
  skewOf(context: Pick<RequestContext, 'organisationId'>, source: string): number | null {
    return median(this.watched.get(`${context.organisationId}/${source}`)?.skews ?? []);
  }

  async onModuleDestroy(): Promise<void> {
    await this.paced.settle();
  }

  private async write(key: string): Promise<void> {
    const { context, source, skews, oddities } = this.watched.get(key)!;
    const counted = [...oddities.values()];
    oddities.clear();
    await this.sources.touch(context, source, { oddities: counted, clockSkewSeconds: median(skews) });
    const wokenAt = this.wokenAt.get(context.organisationId) ?? Number.NEGATIVE_INFINITY;
    if (performance.now() - wokenAt < UPKEEP_WOKEN_MILLIS) return;
    await this.database.withTenant(context, async (tx) => {
      await this.tasks.wake(tx, context, STATE_UPKEEP_TASK);
      await this.tasks.wake(tx, context, ADHERENCE_TASK);
    });
    this.wokenAt.set(context.organisationId, performance.now());
  }
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
