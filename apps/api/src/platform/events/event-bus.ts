import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { RequestContext } from '../context/request-context.js';
import { LOGGER, type Logger } from '../observability/logger.js';
import { EventQueue } from './event-queue.js';

const CHANNEL = 'yotei_events';
/** Postgres takes 8,000 bytes; the rest is for topic and quotes. */
const MAX_PAYLOAD_BYTES = 7_000;
const MAX_RECONNECT_MILLIS = 2_000;

/** `resync`: the connection was lost for a while, so look at the rows again. */
export type BusEvent<Payload> = { readonly kind: 'event'; readonly payload: Payload } | { readonly kind: 'resync' };
type Listener = (event: BusEvent<unknown>) => void;

/**
 * Messages between all processes of the program over Postgres' NOTIFY: sent when the transaction commits, heard by
 * everyone who listens at that moment. They say that something changed, not what it is now: send ids and versions.
 * Topics belong to an organisation, so nobody hears another's.
 */
@Injectable()
export class EventBus implements OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private closed = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Within a transaction; heard when it commits, never when it rolls back. */
  async publish(
    tx: EntityManager,
    context: Pick<RequestContext, 'organisationId'>,
    message: { readonly topic: string; readonly payload: unknown },
  ): Promise<void> {
    const text = JSON.stringify({ topic: scoped(context, message.topic), payload: message.payload });
    if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES)
      throw new Error(
        `event payload of ${message.topic} (${Buffer.byteLength(text)} bytes) must be at most ${MAX_PAYLOAD_BYTES}; send ids and versions`,
      );
    await tx.query('select pg_notify($1, $2)', [CHANNEL, text]);
  }

  /** {@link publish} of a message without payload to many topics in one statement. */
  async touch(
    tx: EntityManager,
    context: Pick<RequestContext, 'organisationId'>,
    topics: readonly string[],
  ): Promise<void> {
    const texts = topics.map((topic) => JSON.stringify({ topic: scoped(context, topic), payload: null }));
    await tx.query('select pg_notify($1, text) from unnest($2::text[]) as text', [CHANNEL, texts]);
  }

  /** Calls back for each event until the returned function is called. Resolves once the listening has begun. */
  async listen<Payload>(
    context: Pick<RequestContext, 'organisationId'>,
    topic: string,
    listener: (event: BusEvent<Payload>) => void,
  ): Promise<() => void> {
    const key = scoped(context, topic);
    const known = this.listeners.get(key) ?? new Set<Listener>();
    this.listeners.set(key, known.add(listener as Listener));
    await this.connected();
    return () => {
      known.delete(listener as Listener);
      if (known.size === 0 && this.listeners.get(key) === known) this.listeners.delete(key);
    };
  }

  /** {@link iterate} that begins with a `resync`, so that the first answer is the present state. */
  async iterateFromNow<Payload>(
    context: Pick<RequestContext, 'organisationId'>,
    topic: string,
  ): Promise<AsyncIterableIterator<BusEvent<Payload>>> {
    const queue = new EventQueue<BusEvent<Payload>>({ kind: 'resync' });
    queue.onEnd(await this.listen<Payload>(context, topic, (event) => queue.push(event)));
    queue.push({ kind: 'resync' });
    return queue;
  }

  /** For a subscription: ends at once when the client leaves. A slow reader gets one `resync` instead of a long backlog. */
  async iterate<Payload>(
    context: Pick<RequestContext, 'organisationId'>,
    topic: string,
  ): Promise<AsyncIterableIterator<BusEvent<Payload>>> {
    const queue = new EventQueue<BusEvent<Payload>>({ kind: 'resync' });
    queue.onEnd(await this.listen<Payload>(context, topic, (event) => queue.push(event)));
    return queue;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  private connected(): Promise<void> {
    if (this.client) return Promise.resolve();
    this.connecting ??= this.connect().finally(() => {
      this.connecting = null;
    });
    return this.connecting;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.DATABASE_URL,
      application_name: 'yotei-events',
      keepAlive: true,
    });
    client.on('error', (error) => this.logger.warn({ reason: error.message }, 'event connection lost'));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.deliver(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
  }

  private deliver(text: string): void {
    const { topic, payload } = JSON.parse(text) as { topic: string; payload: unknown };
    for (const listener of this.listeners.get(topic) ?? []) listener({ kind: 'event', payload });
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    if (!this.closed) this.reconnect(50);
  }

  private reconnect(afterMillis: number): void {
    setTimeout(() => {
      if (this.closed) return;
      this.connected().then(
        () => {
          for (const listeners of this.listeners.values())
            for (const listener of listeners) listener({ kind: 'resync' });
        },
        () => this.reconnect(Math.min(afterMillis * 2, MAX_RECONNECT_MILLIS)),
      );
    }, afterMillis).unref();
  }
}

function scoped(context: Pick<RequestContext, 'organisationId'>, topic: string): string {
  return `${context.organisationId}/${topic}`;
}
