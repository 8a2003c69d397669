import { addDays, instantOfLocal } from '@yotei/time';
import { newExchangeCentre, type ExchangeAgent, type ExchangeCentre } from './exchange-centre.js';
import { useTestApi, type Loose, type TestApi } from './test-api.js';

/** So many agents ask at once. */
export const CROWD = 50;
/** First of the three agents who work one day each. */
const RING = 54;

export const VERDICT =
  'colour reasons { kind outcome code agentId message { en ja } } parties { agent { id } answer isMe paidMinutesBefore paidMinutesAfter } shortMinutesAdded';
export const EXCHANGE = `id kind state isMine awaitsMe note decisionNote expiresAt verdict { ${VERDICT} } endReasons { code message { en ja } }`;
export const PROPOSE = `mutation ($input: ProposeExchangeInput!) { proposeExchange(input: $input) { __typename
  ... on ExchangeProposed { exchange { ${EXCHANGE} } } ... on ExchangeRefused { verdict { ${VERDICT} } } ... on InvalidInput { path message } ... on NotFound { message } } }`;
export const ANSWERED = `__typename ... on ExchangeAnswered { exchange { ${EXCHANGE} } } ... on ExchangeClosed { exchange { ${EXCHANGE} } }`;
export const ANSWER = `mutation ($id: ID!, $accept: Boolean!) { answerExchange(id: $id, accept: $accept) { ${ANSWERED} } }`;
export const DECIDE = `mutation ($ids: [ID!]!, $approve: Boolean!, $note: String) { decideExchanges(ids: $ids, approve: $approve, note: $note) { ${ANSWERED} } }`;
export const POLICIES = `mutation ($settings: [ExchangePolicyInput!]!) { saveExchangePolicies(settings: $settings) { __typename ... on InvalidInput { path message } } }`;

/** Those of an even number work Monday and Wednesday, the others Tuesday and Thursday; three work one day each. */
function daysOf(i: number): number[] {
  if (i >= RING && i < RING + 3) return [i - RING];
  return i % 2 === 0 ? [0, 2] : [1, 3];
}

/** A centre without policies whose agents trade shifts and whose planner decides, and what tests of it ask. */
export class ExchangeDesk {
  centre!: ExchangeCentre;

  constructor(readonly api: TestApi) {}

  async open(): Promise<void> {
    this.centre = await newExchangeCentre(this.api, { agents: CROWD + 10, daysOf });
    await this.policies([]);
  }

  agent(i: number): ExchangeAgent {
    return this.centre.agents[i]!;
  }

  /** Those who work Monday, Tuesday and Wednesday alone. */
  ring(): readonly [ExchangeAgent, ExchangeAgent, ExchangeAgent] {
    return [this.agent(RING), this.agent(RING + 1), this.agent(RING + 2)];
  }

  /** What the one field of the query answers to an agent. */
  as(agent: ExchangeAgent, query: string, variables: Record<string, unknown> = {}): Promise<Loose> {
    return this.api.field(query, variables, agent.person);
  }

  manager(query: string, variables: Record<string, unknown> = {}): Promise<Loose> {
    return this.api.field(query, variables, this.centre.planner);
  }

  policies(settings: readonly object[]): Promise<Loose> {
    return this.manager(POLICIES, { settings });
  }

  /** An instant of the week, by its day (Monday = 0) and minute of the local day. */
  at(day: number, minute: number): string {
    return new Date(instantOfLocal(addDays(this.centre.weekOn, day), minute, this.centre.zone)).toISOString();
  }

  /** Shift holder by id, from the table. */
  async holders(ids: readonly string[]): Promise<Record<string, string>> {
    const rows = await this.api.db.peek<{ id: string; agent_id: string }>(
      'select id, agent_id from shifts where id = any ($1)',
      [ids],
    );
    return Object.fromEntries(rows.map((row) => [row.id, row.agent_id]));
  }
}

/** Declares the program and the centre for the tests of this file. */
export function useExchangeDesk(): ExchangeDesk {
  const desk = new ExchangeDesk(useTestApi({ worker: true }));
  beforeAll(() => desk.open(), 120_000);
  return desk;
}
