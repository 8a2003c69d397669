import fc from 'fast-check';
import { awardLines, lotOf, owedBy, rankBidders, type BidAward, type Bidder, type BidLine } from './index.js';

const LINES = ['early', 'late', 'split', 'night'];

const linesOf = fc
  .uniqueArray(fc.constantFrom(...LINES), { minLength: 1 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), places: fc.integer({ min: 1, max: 2 }) }))),
  )
  .map((lines): BidLine[] => lines);
const past = fc.array(
  fc
    .record({ listedCount: fc.integer({ min: 0, max: 4 }), place: fc.integer({ min: 1, max: 5 }) })
    .map(({ listedCount, place }) => ({ listedCount, choice: place <= listedCount ? place : null })),
  { maxLength: 4 },
);
const biddersOf = fc
  .array(fc.record({ choices: fc.uniqueArray(fc.constantFrom(...LINES)), past }), { minLength: 1, maxLength: 5 })
  .map((bids): Bidder[] => bids.map((bid, i) => ({ ...bid, agentId: `agent-${i}` })));

const awarded = (bidders: readonly Bidder[], lines: readonly BidLine[]): BidAward[] =>
  awardLines(rankBidders('round', bidders), lines);
const lineOf = (awards: readonly BidAward[], agentId: string) =>
  awards.find((award) => award.agentId === agentId)!.lineId;
/** Place in the agent's list; what is not in it, or nothing, is worse than all of it. */
const worth = ({ choices }: Bidder, lineId: string | null): number => {
  const place = lineId === null ? -1 : choices.indexOf(lineId);
  return place < 0 ? Infinity : place;
};

describe('lines given by rank', () => {
  it('go to nobody twice, to no more than there are places, and only to who asked for them', () => {
    fc.assert(
      fc.property(biddersOf, linesOf, (bidders, lines) => {
        const awards = awarded(bidders, lines);
        expect(awards.map(({ agentId }) => agentId).sort()).toEqual(bidders.map(({ agentId }) => agentId).sort());
        for (const { id, places } of lines)
          expect(awards.filter(({ lineId }) => lineId === id).length).toBeLessThanOrEqual(places);
        for (const bidder of bidders) {
          const lineId = lineOf(awards, bidder.agentId);
          if (lineId !== null) expect(bidder.choices).toContain(lineId);
        }
      }),
    );
  });

  it('leave nobody a better line than those ranked before have taken, and name exactly them', () => {
    fc.assert(
      fc.property(biddersOf, linesOf, (bidders, lines) => {
        const awards = awarded(bidders, lines);
        for (const { agentId, rank, lineId, denied } of awards) {
          const bidder = bidders.find((one) => one.agentId === agentId)!;
          const better = bidder.choices.filter(
            (id) => lines.some((line) => line.id === id) && worth(bidder, id) < worth(bidder, lineId),
          );
          expect(denied.map((one) => one.lineId)).toEqual(better);
          for (const { lineId: wanted, takenByRanks } of denied) {
            const has = awards.filter((one) => one.lineId === wanted).map((one) => one.rank);
            expect(takenByRanks).toEqual(has);
            expect(has).toHaveLength(lines.find(({ id }) => id === wanted)!.places);
            expect(Math.max(...has)).toBeLessThan(rank);
          }
        }
      }),
    );
  });

  it('cannot be had by another list than the true one', () => {
    fc.assert(
      fc.property(
        biddersOf,
        linesOf,
        fc.uniqueArray(fc.constantFrom(...LINES)),
        fc.nat(),
        (bidders, lines, untrue, who) => {
          const liar = bidders[who % bidders.length]!;
          const lied = bidders.map((one) => (one === liar ? { ...one, choices: untrue } : one));
          const honest = worth(liar, lineOf(awarded(bidders, lines), liar.agentId));
          expect(worth(liar, lineOf(awarded(lied, lines), liar.agentId))).toBeGreaterThanOrEqual(honest);
        },
      ),
    );
  });

  it('leave no other giving of the lines that is better for some and worse for nobody (all of them tried)', () => {
    fc.assert(
      fc.property(biddersOf, linesOf, (bidders, lines) => {
        const awards = awarded(bidders, lines);
        const got = bidders.map((bidder) => worth(bidder, lineOf(awards, bidder.agentId)));
        for (const other of everyGiving(bidders.length, lines)) {
          const now = bidders.map((bidder, i) => worth(bidder, other[i]!));
          const isBetter = now.every((value, i) => value <= got[i]!) && now.some((value, i) => value < got[i]!);
          expect(isBetter).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function* everyGiving(agents: number, lines: readonly BidLine[]): Generator<(string | null)[]> {
  if (agents === 0) {
    yield [];
    return;
  }
  for (const rest of everyGiving(agents - 1, lines))
    for (const line of [null, ...lines])
      if (!line || rest.filter((id) => id === line.id).length < line.places) yield [...rest, line?.id ?? null];
}

describe('the rank', () => {
  const bidder = (agentId: string, ...choices: (number | null)[]): Bidder => ({
    agentId,
    choices: ['early'],
    past: choices.map((choice) => ({ listedCount: 4, choice })),
  });

  it('comes from what the last three rounds owe: 100 for nothing got, 0 for the first choice', () => {
    // Of a list of four: second choice 25, fourth 75.
    expect([1, 2, 4, null].map((choice) => owedBy({ listedCount: 4, choice }))).toEqual([0, 25, 75, 100]);
    const ranked = rankBidders('round', [
      bidder('lucky', 1, 1, 1, null, null),
      bidder('unlucky', null, 4),
      bidder('fair', 2, 2),
      bidder('new'),
    ]);
    expect(ranked.map(({ agentId, owed }) => [agentId, owed]).slice(0, 2)).toEqual([
      ['unlucky', 175],
      ['fair', 50],
    ]);
    expect(ranked.slice(2).map(({ owed }) => owed)).toEqual([0, 0]);
  });

  it('of equals is drawn by a lot that neither the bid nor the order of bids changes, and another round draws anew', () => {
    fc.assert(
      fc.property(biddersOf, (bidders) => {
        const same = bidders.map((one) => ({ ...one, past: [] }));
        const order = (round: string, list: readonly Bidder[]) =>
          rankBidders(round, list).map(({ agentId }) => agentId);
        const other = [...same].reverse().map((one) => ({ ...one, choices: ['night'] }));
        expect(order('round', other)).toEqual(order('round', same));
      }),
    );
    // Over many rounds each of two comes first about as often: 1000 draws, standard deviation 16.
    const first = Array.from({ length: 1000 }, (_, i) => lotOf(`r${i}`, 'amy') < lotOf(`r${i}`, 'ben')).filter(Boolean);
    expect(Math.abs(first.length - 500)).toBeLessThan(80);
  });
});
