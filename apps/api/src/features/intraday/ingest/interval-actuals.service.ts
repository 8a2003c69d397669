import { Injectable } from '@nestjs/common';
import { readIntervalActuals, type ActualReject, type IntervalActual, type MalformedBatch } from '@yotei/connectors';
import { localMinuteOfDay } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { retryDeadlock } from '../../../platform/database/retry-deadlock.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { IntervalFactLoader, QueueDirectory, type QueueRecord } from '../../demand/index.js';
import { AgentStateNews, INTERVAL_ACTUALS_TOPIC } from './agent-state-news.js';
import { StateRetention } from './retention.js';

/** changed + unchanged + rejected = received; of an interval told twice in a batch the last telling stays. */
export interface ActualsTaken {
  readonly kind: 'taken';
  readonly received: number;
  /** New, or different from before. */
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: readonly ActualReject[];
}

/** Takes in what queues did by interval, while the day goes on; told again, an interval is replaced. */
@Injectable()
export class IntervalActualsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly retention: StateRetention,
    private readonly queues: QueueDirectory,
    private readonly facts: IntervalFactLoader,
    private readonly news: AgentStateNews,
  ) {}

  /** `body` as it came over the wire; see {@link readIntervalActuals}. */
  async take(context: RequestContext, body: unknown): Promise<ActualsTaken | MalformedBatch> {
    const batch = readIntervalActuals(body, this.retention.limits());
    if (batch.kind === 'malformed') return batch;
    const { source, intervals } = batch;
    const { facts, rejects } = await this.place(context, intervals);
    const changed = await retryDeadlock(() =>
      this.database.withTenant(context, (tx) => this.facts.load(tx, facts, { source, importId: null })),
    );
    if (changed > 0) await this.news.changed(context, INTERVAL_ACTUALS_TOPIC, null);
    return {
      kind: 'taken',
      received: intervals.length + batch.rejects.length,
      changed,
      unchanged: facts.length - changed,
      rejected: [...batch.rejects, ...rejects].sort((a, b) => a.index - b.index),
    };
  }

  private async place(context: RequestContext, intervals: readonly IntervalActual[]) {
    const queues = intervals.length === 0 ? [] : await this.queues.withPutAway(context);
    const placed = intervals.map((interval) => ({ interval, queue: queueCalled(queues, interval.queue) }));
    const rejects = placed.flatMap(({ interval, queue }) => faultOf(interval, queue) ?? []);
    const wrong = new Set(rejects.map(({ index }) => index));
    const facts = placed
      .filter(({ interval }) => !wrong.has(interval.index))
      .map(({ interval, queue }) => ({ ...interval, queueId: queue!.id }));
    return { facts, rejects };
  }
}

function queueCalled(queues: readonly QueueRecord[], word: string): QueueRecord | undefined {
  const wanted = word.toLowerCase();
  return queues.find(
    ({ id, name }) => id === wanted || name.en.toLowerCase() === wanted || name.ja.toLowerCase() === wanted,
  );
}

/** Intervals begin on the queue's own grid, in the zone it is planned in. */
function faultOf({ index, queue: word, startAt }: IntervalActual, queue: QueueRecord | undefined): ActualReject | null {
  if (!queue) return { index, code: 'unknown-queue', message: `no queue is called ${word}` };
  const onGrid = startAt % 60_000 === 0 && localMinuteOfDay(startAt, queue.zone) % queue.intervalMinutes === 0;
  if (onGrid) return null;
  return { index, code: 'not-on-interval', message: `startAt must be the start of ${queue.intervalMinutes} minutes` };
}
