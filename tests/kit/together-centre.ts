import { instantOfLocal } from '@yotei/time';
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import type { Loose, RunningApi, TestApi, TestPerson } from './test-api.js';
import { newTestCentre, type TestCentre } from './test-centre.js';

export const EDIT = `mutation ($input: EditShiftsInput!) { result: editShifts(input: $input) { __typename
  ... on ShiftsEdited { scheduleVersion shifts { id version agentId startAt endAt } removedIds }
  ... on EditedMeanwhile { scheduleVersion changedBy changedAt changedWhat shifts { id version startAt } removedIds }
  ... on ScheduleHasBreaches { breaches { ruleId } } ... on InvalidInput { path message } } }`;

/** A planner at one of the two programs, with a wire for what is told. */
export class Desk {
  readonly socket: Client;

  constructor(
    readonly person: TestPerson,
    private readonly url: string,
  ) {
    const { cookie } = person;
    class PageSocket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { origin: url, headers: { cookie } });
      }
    }
    this.socket = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: PageSocket,
      retryAttempts: 0,
    });
  }

  /** The field `result` of the answer; throws the errors. */
  async ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Loose> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.person.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Loose;
    if (errors) throw new Error(JSON.stringify(errors));
    return data.result;
  }

  /** What a subscription tells, in order; resolves with the first that passes. */
  async told(query: string, variables: Record<string, unknown>, wanted: (event: Loose) => boolean): Promise<Loose> {
    for await (const { data } of this.socket.iterate<{ result: Loose }>({ query, variables }))
      if (data && wanted(data.result)) return data.result;
    throw new Error('the subscription ended before what was waited for');
  }
}

interface PlannedAgent {
  readonly id: string;
  readonly zone: string;
  readonly teamId: string;
}

/** Two planners of one centre, each at an api process of its own over one database, and an empty draft. */
export class TogetherCentre {
  readonly centre: TestCentre;
  readonly ann: Desk;
  readonly ben: Desk;
  readonly scheduleId: string;
  readonly agents: readonly PlannedAgent[];

  private constructor(
    of: Pick<TogetherCentre, 'centre' | 'ann' | 'ben' | 'scheduleId' | 'agents'>,
    private readonly second: RunningApi,
  ) {
    this.centre = of.centre;
    this.ann = of.ann;
    this.ben = of.ben;
    this.scheduleId = of.scheduleId;
    this.agents = of.agents;
  }

  static async open(api: TestApi): Promise<TogetherCentre> {
    const centre = await newTestCentre(api);
    const second = await api.another();
    const ann = new Desk(centre.planner, api.url);
    const ben = new Desk(await api.person(['planner'], centre.context), second.url);
    const created = await ann.ask(
      `mutation ($on: LocalDate!) { result: createSchedule(weekStartOn: $on) { ... on ScheduleCreated { schedule { id } } } }`,
      { on: centre.weekOn },
    );
    const board = await ann.ask(`query ($id: ID!) { result: scheduleBoard(id: $id) { agents { id zone teamId } } }`, {
      id: created.schedule.id,
    });
    const { id: scheduleId } = created.schedule;
    return new TogetherCentre({ centre, ann, ben, scheduleId, agents: board.agents }, second);
  }

  async close(): Promise<void> {
    await this.ann.socket.dispose();
    await this.ben.socket.dispose();
    await this.second.close();
  }

  /** An edit by one of them; rules are overridden, for they are not what these tests are about. */
  edit(desk: Desk, edits: readonly object[], more: object = {}): Promise<Loose> {
    const { scheduleId } = this;
    return desk.ask(EDIT, { input: { scheduleId, label: 'Edit', edits, overrideReason: 'a test', ...more } });
  }

  /** A shift from nine, `hours` long, on a day of the week, as an edit adds it. */
  shift(agent: number, day: number, hours = 6): { agentId: string; startAt: string; endAt: string } {
    const { id, zone } = this.agents[agent]!;
    const on = new Date(Date.parse(`${this.centre.weekOn}T00:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10);
    const startAt = instantOfLocal(on, 9 * 60, zone);
    return {
      agentId: id,
      startAt: new Date(startAt).toISOString(),
      endAt: new Date(startAt + hours * 3_600_000).toISOString(),
    };
  }

  async shifts(desk: Desk = this.ann): Promise<{ ids: string[]; versions: number[]; lengthMinutes: number[] }> {
    const board = await desk.ask(
      `query ($id: ID!) { result: scheduleBoard(id: $id) { shifts { ids versions lengthMinutes } } }`,
      { id: this.scheduleId },
    );
    return board.shifts;
  }

  async version(): Promise<number> {
    const board = await this.ann.ask(`query ($id: ID!) { result: scheduleBoard(id: $id) { schedule { version } } }`, {
      id: this.scheduleId,
    });
    return board.schedule.version;
  }
}
