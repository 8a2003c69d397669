import { startBenchProgram, timings } from '../../../../../../tests/kit/bench-program.js';
import { DAY_BEGAN_MILLIS, fillMiddleOfDay } from '../../../../../../tests/kit/middle-of-day.js';

const AGENTS = 5000;
const HOUR = 3_600_000;

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** The built program over a durable database: 5,000 agents in the middle of their day. Seconds of the clock, one request at a time. */
export async function bench({ root, quick }: { readonly root: string; readonly quick: boolean }): Promise<Row[]> {
  const program = await startBenchProgram(root, { agents: AGENTS, weeks: 4 });
  try {
    const startAt = Date.now() - DAY_BEGAN_MILLIS;
    await fillMiddleOfDay(program, startAt);
    const room = 'features/intraday';
    const { LiveService } = await program.load<typeof import('./live.service.js')>(`${room}/adherence/live.service.js`);
    const { AdherenceDaysTask } = await program.load<typeof import('./adherence-days.task.js')>(
      `${room}/adherence/adherence-days.task.js`,
    );
    const { AdherenceHistoryService } = await program.load<typeof import('./adherence-history.service.js')>(
      `${room}/adherence/adherence-history.service.js`,
    );
    const { AgentStatesService } = await program.load<typeof import('../ingest/agent-states.service.js')>(
      `${room}/ingest/agent-states.service.js`,
    );
    const live = program.app.get(LiveService, { strict: false });
    const task = program.app.get(AdherenceDaysTask, { strict: false });
    const history = program.app.get(AdherenceHistoryService, { strict: false });
    const states = program.app.get(AgentStatesService, { strict: false });
    const { context } = program;
    const measured = async (name: string, times: number, call: () => Promise<unknown>): Promise<Row> => ({
      name: `${AGENTS} agents: ${name}`,
      value: (await timings(times, call)).p99,
      unit: 'ms',
    });
    const agentIds = program.centre.agents.map(({ id }) => program.ids.of('agent', id));
    const span = { startAt: startAt + HOUR, endAt: startAt + 2 * HOUR };
    return [
      await measured('board opened, nothing judged yet', 1, () => live.board(context)),
      await measured('running days judged', 1, () => task.run(context, new AbortController().signal)),
      await measured('board opened, judged before, slowest', quick ? 3 : 10, () => live.board(context)),
      await measured('states of all, six hours, slowest', quick ? 2 : 5, () =>
        states.statesOf(context, { agentIds: null, span: { startAt, endAt: Date.now() } }),
      ),
      await measured('effect of an excuse for everybody', 1, () => history.effect(context, span, { agentIds })),
    ];
  } finally {
    await program.close();
  }
}
