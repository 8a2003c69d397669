import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const PROGRAM = fileURLToPath(new URL('./test-worker.mjs', import.meta.url));
const LOOK_MILLIS = 100;

/** A worker of the program in a process of its own, and the name under which it holds jobs. */
export interface WorkerProcess {
  readonly process: ChildProcess;
  readonly id: string;
}

/** What the queue says, asked behind the program's back. */
export type Peek = <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/** Waits until it is so; the test's own time limit is the last resort. */
export async function untilSo(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(LOOK_MILLIS);
}

/** Workers of the built program on one database, to be killed from outside; one job at a time each. */
export class WorkerProcesses {
  private readonly all: WorkerProcess[] = [];

  constructor(
    private readonly databaseUrl: string,
    private readonly peek: Peek,
  ) {}

  /** Those that have not been killed. */
  get alive(): readonly WorkerProcess[] {
    return this.all.filter(({ process: { exitCode, signalCode } }) => exitCode === null && signalCode === null);
  }

  /** Starts one more; one after another, so that each is known by its first beat. */
  async start(environment: Readonly<Record<string, string>> = {}): Promise<WorkerProcess> {
    const known = new Set(await this.beating());
    const child = fork(PROGRAM, ['program'], {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATABASE_URL: this.databaseUrl,
        YOTEI_WORKER_CONCURRENCY: '1',
        YOTEI_LOG_LEVEL: 'error',
        ...environment,
      },
    });
    await once(child, 'message');
    let id: string | undefined;
    await untilSo(async () => (id = (await this.beating()).find((each) => !known.has(each))) !== undefined);
    const worker = { process: child, id: id! };
    this.all.push(worker);
    return worker;
  }

  /** The worker that holds the job; null while none does. */
  async holderOf(jobId: string): Promise<WorkerProcess | null> {
    const rows = await this.peek<{ holder: string | null }>(
      `select locked_by as holder from graphile_worker._private_jobs where payload->>'jobId' = $1`,
      [jobId],
    );
    return this.alive.find(({ id }) => id === rows[0]?.holder) ?? null;
  }

  /** Ends it as a power cut does. */
  async kill({ process: child }: WorkerProcess): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async killAll(): Promise<void> {
    await Promise.all(this.alive.map((worker) => this.kill(worker)));
  }

  private async beating(): Promise<string[]> {
    return (await this.peek<{ id: string }>('select id from workers')).map(({ id }) => id);
  }
}
