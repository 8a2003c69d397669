/**
 * The threads that work on one run, as each of them sees it. All run the same programme on the same problem and stay in
 * step by exchanging parts at the same places; which thread computes what follows from its rank. The library knows no
 * threads: who owns them hands a team in.
 */
export interface ThreadTeam {
  /** 0 .. size - 1; the thread of rank 0 answers. */
  readonly rank: number;
  readonly size: number;
  /**
   * Gives this thread's part to the others and waits for theirs: all parts by rank, the same on every thread. Null when
   * `shouldStop` (asked at least every 20 ms) says so meanwhile, or when the run has ended. Parts are plain data. Throws on
   * the answering thread when another has broken down.
   */
  exchange<Part>(part: Part, shouldStop: () => boolean): readonly Part[] | null;
}

/** A run on one thread. */
export const ALONE: ThreadTeam = { rank: 0, size: 1, exchange: (part) => [part] };

/** How the threads of a team reach each other; made by who owns the threads. */
export interface TeamChannel {
  readonly rank: number;
  readonly size: number;
  /** {@link teamMemory}, the same for all. */
  readonly memory: SharedArrayBuffer;
  /** Sends to the thread of that rank; arrives in order. */
  post(to: number, message: unknown): void;
  /** Takes the next message of the thread of that rank, or undefined when none has arrived. Does not wait. */
  receive(from: number): unknown;
}

const LEFT = 0;
const BELL = 1;
const SENT = 2;
/** Between two looks at whether to stop. */
const WAIT_MILLIS = 20;

/** Memory for a team of that many threads. */
export function teamMemory(size: number): SharedArrayBuffer {
  return new SharedArrayBuffer((SENT + size) * Int32Array.BYTES_PER_ELEMENT);
}

/** Ends every wait of the team for good: the run is over, or a thread broke down and its parts will not come any more. */
export function leaveTeam(memory: SharedArrayBuffer): void {
  const cells = new Int32Array(memory);
  Atomics.store(cells, LEFT, 1);
  Atomics.add(cells, BELL, 1);
  Atomics.notify(cells, BELL);
}

/** Whether {@link leaveTeam} was called. */
export function hasLeft(memory: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(memory), LEFT) !== 0;
}

/** A team over real threads: messages carry the parts, counters in shared memory say when all have been sent. */
export function threadTeam(channel: TeamChannel): ThreadTeam {
  const { rank, size, memory } = channel;
  const cells = new Int32Array(memory);
  let exchanges = 0;
  const allSent = (): boolean => {
    for (let other = 0; other < size; other++) if (Atomics.load(cells, SENT + other) < exchanges) return false;
    return true;
  };
  return {
    rank,
    size,
    exchange: <Part>(part: Part, shouldStop: () => boolean): readonly Part[] | null => {
      exchanges++;
      for (let other = 0; other < size; other++) if (other !== rank) channel.post(other, part);
      Atomics.store(cells, SENT + rank, exchanges);
      Atomics.add(cells, BELL, 1);
      Atomics.notify(cells, BELL);
      for (;;) {
        const rung = Atomics.load(cells, BELL);
        if (allSent()) break;
        if (shouldStop()) return null;
        if (Atomics.load(cells, LEFT) !== 0) {
          if (rank > 0) return null;
          throw new Error('a thread of the run must not end before the run; plan with fewer threads (less memory)');
        }
        Atomics.wait(cells, BELL, rung, WAIT_MILLIS);
      }
      return Array.from({ length: size }, (_, other) => (other === rank ? part : (channel.receive(other) as Part)));
    },
  };
}
