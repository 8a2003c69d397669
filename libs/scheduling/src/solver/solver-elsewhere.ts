import type { MixedIntegerAnswer, MixedIntegerLimits, MixedIntegerModel, MixedIntegerSolver } from './mixed-integer.js';

/**
 * A solver in a thread of its own. HiGHS hears of a cancel only between its rounds of cuts, up to half a second apart; who waits
 * for it in another thread can leave at any moment. The library knows no threads: it is told how they are made and read.
 */
export interface SolverPort {
  postMessage(message: unknown): void;
}

/** What the solver's thread is started with. */
export interface SolverThreadInput<Port extends SolverPort> {
  readonly port: Port;
  /** {@link solverMemory}. */
  readonly memory: SharedArrayBuffer;
}

/** How this programme's threads are made and read. */
export interface SolverMeans<Port extends SolverPort> {
  readonly newChannel: () => { readonly port1: Port; readonly port2: Port };
  readonly receive: (port: Port) => { readonly message: unknown } | undefined;
  readonly close: (port: Port) => void;
  /** Starts a thread that calls {@link serveSolver}; `transferred` go over to it. */
  readonly startSolver: (input: SolverThreadInput<Port>, transferred: Port[]) => { terminate(): Promise<unknown> };
}

interface SolverTask {
  readonly number: number;
  readonly model: MixedIntegerModel;
  readonly limits: Omit<MixedIntegerLimits, 'shouldStop' | 'isCancelled'>;
}

type SolverReply = { readonly answer: MixedIntegerAnswer } | { readonly fault: string };

/** Number of the last task answered, and of the last one to be stopped. */
const ANSWERED = 0;
const STOPPED = 1;
/** Between two looks at whether to stop. */
const WAIT_MILLIS = 10;
/** Looks after a cancel in which an answer is still taken. */
const LOOKS_AFTER_CANCEL = 2;
const NOTHING_FOUND: MixedIntegerAnswer = { values: null, bound: Number.NEGATIVE_INFINITY, proven: false };

/** Memory for a solver's thread and who asks it. */
export function solverMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

/** Starts a solver in a thread of its own; once cancelled it answers nothing any more. `end` lets the thread go. */
export function startSolver<Port extends SolverPort>({
  newChannel,
  receive,
  close,
  startSolver: start,
}: SolverMeans<Port>): { readonly solver: MixedIntegerSolver; readonly end: () => Promise<void> } {
  const { port1, port2 } = newChannel();
  const memory = solverMemory();
  const thread = start({ port: port2, memory }, [port2]);
  const solver = solverElsewhere({
    memory,
    post: (message) => port1.postMessage(message),
    receive: () => receive(port1)?.message,
  });
  const end = async (): Promise<void> => {
    close(port1);
    await thread.terminate();
  };
  return { solver, end };
}

export interface SolverChannel {
  readonly memory: SharedArrayBuffer;
  post(message: unknown): void;
  receive(): unknown;
}

/** The solver at the other end of the channel, asked from here. */
export function solverElsewhere({ memory, post, receive }: SolverChannel): MixedIntegerSolver {
  const cells = new Int32Array(memory);
  let number = 0;
  /** Left in the middle of a task: it answers nothing any more. */
  let gone = false;
  return (model, { shouldStop, isCancelled, ...limits }) => {
    if (gone) return NOTHING_FOUND;
    post({ number: ++number, model: plainModel(model), limits } satisfies SolverTask);
    for (let looksLeft = LOOKS_AFTER_CANCEL; Atomics.load(cells, ANSWERED) < number;) {
      if (shouldStop()) Atomics.store(cells, STOPPED, number);
      if (isCancelled?.() && looksLeft-- === 0) {
        gone = true;
        return NOTHING_FOUND;
      }
      Atomics.wait(cells, ANSWERED, number - 1, WAIT_MILLIS);
    }
    const reply = receive() as SolverReply;
    if ('fault' in reply) throw new Error(reply.fault);
    return reply.answer;
  };
}

/** What can be sent to another thread. */
function plainModel(model: MixedIntegerModel): MixedIntegerModel {
  const { rowLower, rowUpper, cost, lower, upper, whole, starts, rows, values } = model;
  return { rowLower, rowUpper, cost, lower, upper, whole, starts, rows, values };
}

/** What the solver's thread does with a task that has come; `reply` sends its answer back. */
export function serveSolver(
  solve: MixedIntegerSolver,
  { memory, reply }: { readonly memory: SharedArrayBuffer; readonly reply: (message: unknown) => void },
): (task: unknown) => void {
  const cells = new Int32Array(memory);
  return (message) => {
    const { number, model, limits } = message as SolverTask;
    const shouldStop = () => Atomics.load(cells, STOPPED) >= number;
    reply(replyTo(() => solve(model, { ...limits, shouldStop })));
    Atomics.store(cells, ANSWERED, number);
    Atomics.notify(cells, ANSWERED);
  };
}

function replyTo(solve: () => MixedIntegerAnswer): SolverReply {
  try {
    return { answer: solve() };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
