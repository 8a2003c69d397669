import { setTimeout as sleep } from 'node:timers/promises';
import type { PlannerClient } from '../kit/planner-client.js';
import { ProgramFolder } from '../kit/program-folder.js';
import { until, type RunningProgram } from '../kit/running-program.js';

const AGENTS = 12;
const BATCHES = 24;
const EVENTS = 50;
const STATES = ['available', 'handling', 'after-contact', 'on-break'];

interface Sent {
  readonly id: string;
  readonly agent: string;
  readonly at: number;
  readonly state: string;
}

describe('agent states, when the api is killed while they come in', () => {
  const home = new ProgramFolder();
  let program: RunningProgram;
  let planner: PlannerClient;
  let agents: string[];

  beforeAll(async () => {
    program = await home.start();
    planner = await home.newCentre(program, { agents: AGENTS, agentAccounts: 0 });
    const rows = await program.rows<{ id: string }>('select id from agents order by id');
    agents = rows.map(({ id }) => id);
  }, 120_000);

  afterAll(() => home.remove(), 60_000);

  /** A sender that gives up on no batch: whatever is not answered with 200 is sent again as it was. */
  async function deliver(events: readonly Sent[]): Promise<{ accepted: number; duplicates: number }> {
    const input = { source: 'pbx', events: events.map((one) => ({ ...one, at: new Date(one.at).toISOString() })) };
    const answered: { taken: { accepted: number; duplicates: number } | null } = { taken: null };
    await until('the batch is taken', async () => {
      answered.taken = await planner
        .ask(
          `mutation ($input: AgentStatesInput!) { ingestAgentStates(input: $input) { ... on AgentStatesTaken { accepted duplicates } } }`,
          { input },
        )
        .then(
          (data) => data.ingestAgentStates,
          () => null,
        );
      return answered.taken !== null;
    });
    return answered.taken!;
  }

  it('loses none and doubles none, and knows what everybody does now', async () => {
    const startAt = Date.now() - BATCHES * EVENTS * 1000;
    const batches = Array.from({ length: BATCHES }, (_, batch) =>
      Array.from({ length: EVENTS }, (__, i): Sent => {
        const n = batch * EVENTS + i;
        return { id: `e${n}`, agent: agents[n % AGENTS]!, at: startAt + n * 1000, state: STATES[(n * 7) % 4]! };
      }),
    );
    let accepted = 0;
    for (const [i, batch] of batches.entries()) {
      // Killed in the middle of two of them, at another moment each time.
      const killing = i % 12 === 6 ? sleep((i / 12) * 8).then(() => killApi(program)) : null;
      accepted += (await deliver(batch)).accepted;
      await killing;
    }
    // What was taken and never answered counts as a duplicate when it comes again.
    expect(accepted).toBeLessThanOrEqual(BATCHES * EVENTS);
    const all = batches.flat();
    expect(await deliver(all.slice(0, 1000))).toEqual({ accepted: 0, duplicates: 1000 });
    const stored = await program.rows<{ event_id: string; state: string }>('select event_id, state from agent_states');
    expect(new Map(stored.map((row) => [row.event_id, row.state]))).toEqual(new Map(all.map((e) => [e.id, e.state])));
    expect(stored).toHaveLength(all.length);
    const current = await program.rows<{ agent_id: string; event_id: string }>(
      'select agent_id, event_id from agent_current_states',
    );
    const last = new Map(all.map(({ agent, id }) => [agent, id]));
    expect(new Map(current.map((row) => [row.agent_id, row.event_id]))).toEqual(last);
  }, 120_000);
});

async function killApi(program: RunningProgram): Promise<void> {
  const [api] = program.childProcesses('api');
  if (api !== undefined) process.kill(api, 'SIGKILL');
  await until('the api runs again', () => program.childProcesses('api').some((pid) => pid !== api));
}
