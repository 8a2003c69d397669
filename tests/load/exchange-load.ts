import { setTimeout as sleep } from 'node:timers/promises';
import { RandomSource } from '../../libs/scheduling/src/optimiser/random-source.js';
import type { ExchangeAgent, ExchangeCentre } from '../kit/exchange-centre.js';

export interface ExchangeLoadOptions {
  readonly url: string;
  readonly seconds: number;
  readonly seed: number;
  /** Each agent waits about so long between two requests. */
  readonly thinkSeconds: number;
}

export interface ExchangeLoadFigures {
  readonly agents: number;
  readonly seconds: number;
  readonly requests: number;
  readonly proposed: number;
  readonly applied: number;
  readonly refused: number;
  readonly closed: number;
  /** Answers that were no answer: errors, broken connections. */
  readonly failures: readonly string[];
  readonly requestsPerSecond: number;
  readonly appliedPerSecond: number;
  readonly p50Millis: number;
  readonly p99Millis: number;
}

const PROPOSE = `mutation ($input: ProposeExchangeInput!) { proposeExchange(input: $input) { __typename ... on ExchangeProposed { exchange { state } } } }`;
const ANSWER = `mutation ($id: ID!, $accept: Boolean!) { answerExchange(id: $id, accept: $accept) { __typename ... on ExchangeAnswered { exchange { state } } } }`;
const MINE = `{ exchanges(first: 10) { id awaitsMe } }`;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a load client reads answers as they come
type Answer = any;

/** Virtual agents on one week: each looks at its requests, answers what waits for it, or proposes a swap or a gift. */
class ExchangeLoad {
  private readonly times: number[] = [];
  private readonly counts = { proposed: 0, applied: 0, refused: 0, closed: 0 };
  private readonly failures: string[] = [];
  private readonly random: RandomSource;

  constructor(
    private readonly centre: ExchangeCentre,
    private readonly options: ExchangeLoadOptions,
  ) {
    this.random = new RandomSource(options.seed);
  }

  async run(): Promise<ExchangeLoadFigures> {
    const startedAt = performance.now();
    const endAt = startedAt + this.options.seconds * 1000;
    await Promise.all(this.centre.agents.map((agent) => this.live(agent, endAt)));
    const seconds = (performance.now() - startedAt) / 1000;
    const sorted = [...this.times].sort((a, b) => a - b);
    const at = (share: number) =>
      Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
    return {
      agents: this.centre.agents.length,
      seconds,
      requests: sorted.length,
      ...this.counts,
      failures: this.failures,
      requestsPerSecond: sorted.length / seconds,
      appliedPerSecond: this.counts.applied / seconds,
      p50Millis: at(0.5),
      p99Millis: at(0.99),
    };
  }

  private async live(agent: ExchangeAgent, endAt: number): Promise<void> {
    await sleep(this.random.below(1000 * this.options.thinkSeconds));
    while (performance.now() < endAt) {
      await this.act(agent);
      await sleep(this.random.below(2000 * this.options.thinkSeconds));
    }
  }

  private async act(agent: ExchangeAgent): Promise<void> {
    const mine = await this.ask(agent, MINE, {});
    const waiting = mine?.exchanges?.find(({ awaitsMe }: { awaitsMe: boolean }) => awaitsMe);
    if (waiting) {
      const answer = await this.ask(agent, ANSWER, { id: waiting.id, accept: this.random.below(5) > 0 });
      this.note(answer?.answerExchange);
      return;
    }
    const other = this.pick();
    const shiftId = agent.shiftIds[this.random.below(agent.shiftIds.length)]!;
    const request =
      this.random.below(4) === 0
        ? { kind: 'give-away', shiftId, toAgentId: other.agentId }
        : { kind: 'swap', shiftId, otherShiftId: other.shiftIds[this.random.below(other.shiftIds.length)]! };
    this.note((await this.ask(agent, PROPOSE, { input: { request } }))?.proposeExchange);
  }

  private pick(): ExchangeAgent {
    return this.centre.agents[this.random.below(this.centre.agents.length)]!;
  }

  private note(answer: Answer): void {
    if (!answer) return;
    if (answer.exchange?.state === 'applied') this.counts.applied += 1;
    else if (answer.__typename === 'ExchangeProposed') this.counts.proposed += 1;
    else if (answer.__typename === 'ExchangeRefused' || answer.__typename === 'InvalidInput') this.counts.refused += 1;
    else this.counts.closed += 1;
  }

  private async ask(agent: ExchangeAgent, query: string, variables: object): Promise<Answer> {
    const startedAt = performance.now();
    try {
      const response = await fetch(`${this.options.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: agent.person.cookie },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as Answer;
      if (errors) this.failures.push(errors[0].message);
      return data;
    } catch (error) {
      this.failures.push((error as Error).message);
      return null;
    } finally {
      this.times.push(performance.now() - startedAt);
    }
  }
}

export function runExchangeLoad(centre: ExchangeCentre, options: ExchangeLoadOptions): Promise<ExchangeLoadFigures> {
  return new ExchangeLoad(centre, options).run();
}
