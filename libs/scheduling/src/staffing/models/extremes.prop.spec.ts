import fc from 'fast-check';
import { queueOracle, type OracleMeasures, type OracleQueue } from '../../../../../tests/kit/queue-oracle.js';
import { differsFromReference } from '../../../../../tests/kit/staffing-golden.js';
import { staffingModel, type StaffingLoad, type SteadyState } from '../index.js';

/** Any size from 10^low to 10^high, each power of ten as likely as the next. */
const size = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: low, max: high, noNaN: true }).map((exponent) => 10 ** exponent);

interface Shape {
  readonly load: number;
  readonly agents: number;
  readonly handle: number;
  readonly patience: number;
  readonly seconds: number;
}

/** Agents from 1 to twice the load where every state can be looked at; around the load in a large centre. */
function shapes(loads: fc.Arbitrary<number>, reach: (load: number) => readonly [number, number]): fc.Arbitrary<Shape> {
  return loads.chain((load) => {
    const [fewest, most] = reach(load).map((agents) => Math.max(1, Math.round(agents))) as [number, number];
    return fc.record({
      load: fc.constant(load),
      agents: fc.integer({ min: fewest, max: Math.max(fewest, most) }),
      handle: fc.oneof(size(-1, 6), fc.integer({ min: 20, max: 1200 })),
      patience: fc.oneof(size(0, 6), fc.constantFrom(1, 30, 300, 1e6)),
      seconds: fc.oneof(size(-1, 3.55), fc.constantFrom(0, 20, 60, 3600)),
    });
  });
}

const queueOf = ({ load, agents, handle, patience, seconds }: Shape, lines = Infinity): OracleQueue => ({
  contacts: (load * 1800) / handle,
  intervalSeconds: 1800,
  averageHandleSeconds: handle,
  patienceSeconds: patience,
  agents,
  lines,
  seconds,
});

const loadOf = ({ agents: _agents, seconds: _seconds, lines, ...load }: OracleQueue): StaffingLoad => ({
  ...load,
  ...(lines === Infinity ? {} : { lines }),
});

/** What the oracle says and the model does not, within the tolerance of the reference tables. */
function differences(state: SteadyState, seconds: number, truth: OracleMeasures): string[] {
  const level = (variant: Parameters<SteadyState['serviceLevelFraction']>[1]): number =>
    state.serviceLevelFraction(seconds, variant);
  const { answeredWithin, waitsBeyond, blocked, answered } = truth;
  const pairs: Record<string, readonly [number, number]> = {
    p_wait: [state.waitProbability, truth.waits],
    p_block: [state.blockingFraction, blocked],
    p_abandon: [state.abandonmentFraction, truth.abandons],
    occupancy: [state.occupancyFraction, truth.occupancy],
    queue_len: [state.meanQueueLength, truth.queueLength],
    asa: [state.asaSeconds(), truth.asaSeconds],
    wait_all: [state.meanWaitSeconds!(), truth.waitSeconds],
    wait_abandoned: [state.abandonedWaitSeconds!(), truth.abandonedWaitSeconds],
    p_wait_gt_t: [state.waitBeyondFraction!(seconds), waitsBeyond],
    p_abandon_within_t: [state.abandonedWithinFraction!(seconds), truth.abandonsWithin],
    sl3: [level('answered-of-offered'), answeredWithin],
    sl1: [level('answered-or-abandoned-of-offered'), 1 - blocked - waitsBeyond],
    sl2: [level('answered-of-answered'), answeredWithin / answered],
    sl4: [level('answered-of-offered-less-short-abandons'), answeredWithin / (1 - truth.abandonsWithin)],
    sl5: [level('answered-or-abandoned-in-5s-of-offered'), answeredWithin + truth.abandonsWithin5],
  };
  return Object.entries(pairs)
    .filter(([column, [got, want]]) => Number.isNaN(got) !== Number.isNaN(want) || differs(got, want, column))
    .map(([column, [got, want]]) => `${column}: ${got}, truth ${want}`);
}

/** Below the least double that holds all its digits a value is as good as 0, in the oracle's differences even less. */
const differs = (got: number, want: number, column: string): boolean =>
  want < 1e-290 ? Math.abs(got) > 1e-12 : differsFromReference(got, want, column);

const small = shapes(size(-3, 1.8), (load) => [1, 2 * load + 3]);
const large = shapes(size(2, 4), (load) => [load - 6 * Math.sqrt(load), load + 8 * Math.sqrt(load)]);
/** States the oracle would have to look at; more than some thousands are for the reference tables. */
const isQuick = ({ load, agents, handle, patience }: Shape): boolean => {
  const x = (load * patience) / handle;
  return Math.max(0, ((load - agents) * patience) / handle) + 12 * Math.sqrt(x) + 60 < 4000;
};

describe('Erlang A against a chain of states in 50 digits', () => {
  it.each([
    ['from a thousandth of an erlang to sixty, any agents', small, 40],
    ['large centres around their load', large, 6],
  ])('agrees on every measure: %s', (_title, shape, numRuns) => {
    fc.assert(
      fc.property(shape.filter(isQuick), (at) => {
        const queue = queueOf(at);
        const state = staffingModel('erlang-a').performance(loadOf(queue), at.agents);
        expect(differences(state, at.seconds, queueOracle(queue))).toEqual([]);
      }),
      { numRuns },
    );
  });
});

describe('Erlang X against the same chain cut off at its lines', () => {
  it('agrees on every measure', () => {
    const cut = fc.tuple(shapes(size(-3, 2), (load) => [1, 2 * load + 3]).filter(isQuick), fc.nat(300));
    fc.assert(
      fc.property(cut, ([at, places]) => {
        const queue = queueOf(at, at.agents + places);
        const state = staffingModel('erlang-x').performance(loadOf(queue), at.agents);
        expect(differences(state, at.seconds, queueOracle(queue)).filter((line) => !isOfNobody(line, queue))).toEqual(
          [],
        );
      }),
      { numRuns: 40 },
    );
  });
});

/** Without places to wait nobody abandons: their wait is 0/0 to the oracle. */
const isOfNobody = (line: string, { agents, lines }: OracleQueue): boolean =>
  lines === agents && line.startsWith('wait_abandoned');

describe('Erlang C and B against the chain without patience, and without places', () => {
  it('agree on every measure they have', () => {
    fc.assert(
      fc.property(
        shapes(size(-3, 2.5), (load) => [Math.floor(load) + 1, 2 * load + 3]),
        (at) => {
          fc.pre(at.agents > at.load && 115 / -Math.log(at.load / at.agents) < 4000);
          const patient = queueOf({ ...at, patience: Infinity });
          const state = staffingModel('erlang-c').performance(loadOf(patient), at.agents);
          const truth = queueOracle(patient);
          const wrong = differences(state, at.seconds, { ...truth, abandonedWaitSeconds: Number.NaN });
          expect(wrong).toEqual([]);
          const lost = queueOracle({ ...patient, lines: at.agents });
          const lines = staffingModel('erlang-b').performance(loadOf(patient), at.agents);
          expect(differs(lines.blockingFraction, lost.blocked, 'p_block')).toBe(false);
          expect(differs(lines.occupancyFraction, lost.occupancy, 'occupancy')).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });
});
