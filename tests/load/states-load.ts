import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { RandomSource } from '../../libs/scheduling/src/optimiser/random-source.js';

export interface StatesLoadOptions {
  readonly url: string;
  /** Sends the states. */
  readonly apiKey: string;
  /** Watches the live board. */
  readonly cookie: string;
  readonly agentIds: readonly string[];
  readonly seconds: number;
  /** Null: as fast as the api answers, with batches of 1,000. */
  readonly eventsPerSecond: number | null;
  readonly senders: number;
  readonly seed: number;
}

export interface StatesLoadFigures {
  readonly agents: number;
  readonly seconds: number;
  readonly sent: number;
  readonly accepted: number;
  readonly acceptedPerSecond: number;
  readonly answerP50Millis: number;
  readonly answerP99Millis: number;
  /** Events the board showed, and how long after they were sent; each agent's last of several counts. */
  readonly seen: number;
  readonly visibleP50Millis: number;
  readonly visibleP99Millis: number;
  /** The same of the first, second and last third of the time: whether it grows. */
  readonly visibleP99ByThird: readonly number[];
  /** Agents whose last event the board has not shown when the load ended and it had five more seconds. */
  readonly neverSeen: number;
  readonly failures: readonly string[];
}

const STATES = ['available', 'handling', 'after-contact', 'on-break'];
const TICK_MILLIS = 100;
const MOST_AT_ONCE = 1000;
const WATCH = 'subscription { liveChanged { agentIds since } }';

interface Change {
  readonly liveChanged: { readonly agentIds: readonly string[]; readonly since: readonly number[] };
}

/** A telephony system that tells states all the time, and a supervisor who watches. */
class StatesLoad {
  private readonly random: RandomSource;
  private readonly answers: number[] = [];
  private readonly delays: number[] = [];
  /** When each of the delays was seen, from the start. */
  private readonly seenAt: number[] = [];
  private startedAt = 0;
  private readonly failures: string[] = [];
  /** Per agent the event that was told last. */
  private readonly told = new Map<string, number>();
  private count = 0;
  private accepted = 0;

  constructor(private readonly options: StatesLoadOptions) {
    this.random = new RandomSource(options.seed);
  }

  async run(): Promise<StatesLoadFigures> {
    const stop = this.watch();
    await sleep(500);
    const startedAt = performance.now();
    this.startedAt = startedAt;
    const endAt = startedAt + this.options.seconds * 1000;
    await Promise.all(Array.from({ length: this.options.senders }, (_, sender) => this.send(sender, endAt)));
    const seconds = (performance.now() - startedAt) / 1000;
    for (let waited = 0; waited < 50 && this.told.size > 0; waited += 1) await sleep(100);
    stop();
    return {
      agents: this.options.agentIds.length,
      seconds,
      sent: this.count,
      accepted: this.accepted,
      acceptedPerSecond: Math.round(this.accepted / seconds),
      answerP50Millis: share(this.answers, 0.5),
      answerP99Millis: share(this.answers, 0.99),
      seen: this.delays.length,
      visibleP50Millis: share(this.delays, 0.5),
      visibleP99Millis: share(this.delays, 0.99),
      visibleP99ByThird: this.byThird(seconds * 1000),
      neverSeen: this.told.size,
      failures: this.failures,
    };
  }

  private byThird(millis: number): number[] {
    const third = (at: number): number => Math.min(2, Math.floor((3 * at) / millis));
    return [0, 1, 2].map((wanted) =>
      share(
        this.delays.filter((_, i) => third(this.seenAt[i]!) === wanted),
        0.99,
      ),
    );
  }

  private watch(): () => void {
    const { url, cookie } = this.options;
    class PageSocket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { origin: url, headers: { cookie } });
      }
    }
    const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: PageSocket });
    const unsubscribe = client.subscribe<Change>(
      { query: WATCH },
      {
        next: ({ data }) => data && this.see(data),
        error: (e) => this.failures.push(String(e)),
        complete: () => undefined,
      },
    );
    return () => {
      unsubscribe();
      void client.dispose();
    };
  }

  private see({ liveChanged: { agentIds, since } }: Change): void {
    const now = Date.now();
    agentIds.forEach((agentId, i) => {
      const told = this.told.get(agentId);
      if (told === undefined || since[i]! < told) return;
      this.delays.push(now - told);
      this.seenAt.push(performance.now() - this.startedAt);
      this.told.delete(agentId);
    });
  }

  /** Each sender tells of agents of its own, so that no two tell of one at the same moment. */
  private async send(sender: number, endAt: number): Promise<void> {
    const { agentIds, senders, eventsPerSecond } = this.options;
    const mine = agentIds.filter((_, i) => i % senders === sender);
    const startedAt = performance.now();
    const dueBy = (now: number): number =>
      eventsPerSecond === null ? Number.POSITIVE_INFINITY : ((now - startedAt) / 1000) * (eventsPerSecond / senders);
    for (let sent = 0; performance.now() < endAt;) {
      const events = Math.min(MOST_AT_ONCE, Math.floor(dueBy(performance.now()) - sent));
      sent += events;
      if (events > 0) await this.post(Array.from({ length: events }, () => mine[this.random.below(mine.length)]!));
      if (eventsPerSecond !== null) await sleep(TICK_MILLIS);
    }
  }

  private async post(agentIds: readonly string[]): Promise<void> {
    const at = Date.now();
    const events = agentIds.map((agent) => ({
      id: `load-${this.options.seed}-${(this.count += 1)}`,
      agent,
      at,
      state: STATES[this.random.below(STATES.length)]!,
    }));
    // From now on, unless an older event of the agent is still awaited: that one has waited longer.
    for (const agent of agentIds) if (!this.told.has(agent)) this.told.set(agent, at);
    const startedAt = performance.now();
    try {
      const response = await fetch(`${this.options.url}/api/v1/agent-states`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.options.apiKey}` },
        body: JSON.stringify({ source: 'load', events }),
      });
      const answer = (await response.json()) as { accepted?: number; message?: string };
      if (answer.accepted === undefined) this.failures.push(answer.message ?? String(response.status));
      this.accepted += answer.accepted ?? 0;
    } catch (error) {
      this.failures.push((error as Error).message);
    }
    this.answers.push(performance.now() - startedAt);
  }
}

function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0);
}

export function runStatesLoad(options: StatesLoadOptions): Promise<StatesLoadFigures> {
  return new StatesLoad(options).run();
}
