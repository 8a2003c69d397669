import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LOGGER, type Logger } from '../../../platform/observability/logger.js';
import { Paced } from './paced.js';
import { StateSourceRepository, type Oddity } from './state-sources.repository.js';

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
  private readonly paced: Paced;

  constructor(
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
  }
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
