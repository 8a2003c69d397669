import { solverThread } from '../../../../tests/kit/solver-thread.js';
import { ModelBuilder, type MixedIntegerSolver } from './mixed-integer.js';
import { serveSolver, solverElsewhere, solverMemory } from './solver-elsewhere.js';

const limits = { nodes: 1000, shouldStop: () => false, start: null };

/** Worth 5 and 4 at weights 3 and 2 of at most 4: two of the second. */
function twoKinds(): ModelBuilder {
  const model = new ModelBuilder();
  const weight = model.row(0, 4);
  for (const [cost, entry] of [
    [-5, 3],
    [-4, 2],
  ] as const) {
    model.column(cost, 2, true);
    model.entry(weight, entry);
  }
  return model;
}

/** Both ends in one thread: the other end works as soon as it is asked, or never. */
function joined(solve: MixedIntegerSolver | null): MixedIntegerSolver {
  const memory = solverMemory();
  const replies: unknown[] = [];
  const serve = solve && serveSolver(solve, { memory, reply: (message) => replies.push(message) });
  return solverElsewhere({ memory, post: (task) => serve?.(task), receive: () => replies.shift() });
}

describe('a solver in a thread of its own', () => {
  it('answers as one beside its owner would', async () => {
    const { solver, end } = solverThread();
    try {
      for (let asked = 0; asked < 2; asked++) {
        const answer = solver(twoKinds(), limits);
        expect(answer).toMatchObject({ proven: true, bound: expect.closeTo(-8, 6) as number });
        expect(answer.values![1]).toBeCloseTo(2, 6);
      }
    } finally {
      await end();
    }
  });

  it('is left in the middle of its work when nobody wants the answer any more', () => {
    const solver = joined(null);
    let polls = 0;
    const answer = solver(twoKinds(), { ...limits, shouldStop: () => polls > 2, isCancelled: () => polls++ > 2 });
    expect(answer).toEqual({ values: null, bound: Number.NEGATIVE_INFINITY, proven: false });
    expect(solver(twoKinds(), limits)).toEqual(answer);
  });

  it('is told to stop, and what it has found by then is taken', () => {
    let polls = 0;
    const { memory, tasks, replies } = { memory: solverMemory(), tasks: [] as unknown[], replies: [] as unknown[] };
    const serve = serveSolver((_, { shouldStop }) => ({ values: null, bound: shouldStop() ? 1 : 2, proven: false }), {
      memory,
      reply: (message) => replies.push(message),
    });
    const solver = solverElsewhere({ memory, post: (task) => tasks.push(task), receive: () => replies.shift() });
    // The other end begins when its owner has said stop and looks again.
    const isCancelled = () => {
      if (polls === 2) tasks.splice(0).forEach(serve);
      return false;
    };
    expect(solver(twoKinds(), { ...limits, shouldStop: () => ++polls > 1, isCancelled })).toMatchObject({ bound: 1 });
  });

  it('passes on what broke in the thread', () => {
    const solver = joined(() => {
      throw new Error('out of memory');
    });
    expect(() => solver(twoKinds(), limits)).toThrow('out of memory');
  });
});
