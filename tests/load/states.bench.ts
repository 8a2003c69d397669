import { startBenchProgram, type BenchProgram } from '../kit/bench-program.js';
import { runStatesLoad, type StatesLoadFigures } from './states-load.js';

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Agents, and the events a second they make: one agent changes its state about every ten seconds when it is busy. */
const CENTRES = [
  { agents: 1000, eventsPerSecond: 100 },
  { agents: 5000, eventsPerSecond: 500 },
] as const;
const MEGABYTE = 1024 * 1024;

/**
 * Agent states told to the built api over real Postgres, and a supervisor's subscription. YOTEI_LOAD_SECONDS sets how long
 * each centre is told of (60, quick 8): 1800 shows whether memory or delay grows; YOTEI_LOAD_AGENTS=5000 takes that centre
 * alone. Api, load and watcher share the machine.
 */
export async function bench({ root, quick }: { readonly root: string; readonly quick: boolean }): Promise<Row[]> {
  const seconds = Number(process.env['YOTEI_LOAD_SECONDS'] ?? (quick ? 8 : 60));
  const only = process.env['YOTEI_LOAD_AGENTS'];
  const rows: Row[] = [];
  for (const centre of CENTRES.filter(({ agents }) => only === undefined || agents === Number(only))) {
    const program = await startBenchProgram(root, { agents: centre.agents, weeks: 4 });
    try {
      rows.push(...(await centreRows(program, { ...centre, seconds })));
    } finally {
      await program.close();
    }
  }
  return rows;
}

async function centreRows(
  program: BenchProgram,
  { agents, eventsPerSecond, seconds }: { agents: number; eventsPerSecond: number; seconds: number },
): Promise<Row[]> {
  const { ApiKeyRepository } = await program.load<
    typeof import('../../apps/api/src/features/identity/api-keys/api-keys.repository.js')
  >('features/identity/api-keys/api-keys.repository.js');
  const keys = program.app.get(ApiKeyRepository, { strict: false });
  const { secret } = await keys.create(program.context, { title: 'Load', scopes: ['states.ingest'] });
  const agentIds = program.centre.agents.map(({ id }) => program.ids.of('agent', id));
  const of = { url: program.url, apiKey: secret, cookie: program.cookie, agentIds, seed: 11 };
  const begin = await runStatesLoad({ ...of, seconds: Math.min(seconds, 10), eventsPerSecond, senders: 4 });
  const memory = watchMemory(seconds);
  const paced = await runStatesLoad({ ...of, seconds, eventsPerSecond, senders: 4, seed: 12 });
  const held = memory.end();
  const flood = await runStatesLoad({
    ...of,
    seconds: Math.min(seconds, 20),
    eventsPerSecond: null,
    senders: 2,
    seed: 13,
  });
  process.stderr.write(`${JSON.stringify({ begin, paced, flood })}\n`);
  const row = (name: string, value: number, unit: string): Row => ({ name: `${agents} agents: ${name}`, value, unit });
  return [
    row(`sent to seen at ${eventsPerSecond} events/s, p50`, paced.visibleP50Millis, 'ms'),
    row('sent to seen, p99 (goal 2,000)', paced.visibleP99Millis, 'ms'),
    ...paced.visibleP99ByThird.map((millis, third) =>
      row(`sent to seen, p99, third ${third + 1} of ${seconds} s`, millis, 'ms'),
    ),
    row('a batch answered, p99', paced.answerP99Millis, 'ms'),
    ...held.map((bytes, third) =>
      row(`memory, load and watcher included, third ${third + 1} of ${seconds} s`, Math.round(bytes / MEGABYTE), 'MB'),
    ),
    row('accepted as fast as it answers', flood.acceptedPerSecond, 'events/s'),
    row('lost, doubled or failed', lost(begin) + lost(paced) + lost(flood), 'events'),
  ];
}

/** Mean of what the process holds in each third of the time; the api, the load and the watcher are one process. */
function watchMemory(seconds: number): { readonly end: () => number[] } {
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(process.memoryUsage().rss), (seconds * 1000) / 60);
  return {
    end: () => {
      clearInterval(timer);
      const size = Math.max(1, Math.ceil(samples.length / 3));
      const mean = (values: readonly number[]) =>
        values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
      return [0, 1, 2].map((third) => mean(samples.slice(third * size, (third + 1) * size)));
    },
  };
}

const lost = ({ sent, accepted, neverSeen, failures }: StatesLoadFigures): number =>
  sent - accepted + neverSeen + failures.length;
