import type { Interval } from '@yotei/time';
import type { ExchangeRequest, PlacedShift } from './exchange-request.js';
import type { ExchangeDesk, ExchangeVerdict } from './judge-exchange.js';
import { TakeCheck } from './take-check.js';

/** A time in which a shift that begins would be welcome in return, whenever it ends: a night belongs to the day it begins on. */
export interface AcceptedTime extends Interval {
  /** How welcome, 0..1; default 1. */
  readonly worth?: number;
}

/** A shift its holder would give for another. */
export interface SwapOffer {
  readonly shiftId: string;
  /** The shift taken must begin in one of them; empty: any shift at another time will do. */
  readonly accepts: readonly AcceptedTime[];
}

export interface CycleOptions {
  /** Fewest and most agents in it; defaults 2 and 4. */
  readonly least?: number;
  readonly longest?: number;
  /** Judgements of single agents before it gives up; default 20,000, about half a second. */
  readonly mostJudged?: number;
}

export interface FoundCycle {
  /** `swap` for two, `cycle` for more. */
  readonly request: ExchangeRequest;
  /** Green or amber, never red. */
  readonly verdict: ExchangeVerdict;
  /** Sum of what each gives for what it gets, 0..agents. */
  readonly worth: number;
}

export interface CycleSearch {
  readonly found: FoundCycle | null;
  /** False: the limit was reached first, so a better one may exist. */
  readonly complete: boolean;
  readonly judged: number;
}

/** Whole verdicts asked for before an amber one is taken for want of a green one. */
const MOST_VERDICTS = 40;

/**
 * The best way to give the shift away among the offers: fewest agents first, since each more can fail; then a green
 * verdict before an amber one; then the most welcome. Depth-first with two cuts: an offer that cannot lead back in the
 * steps left is never entered, and a branch that cannot be as welcome as the best known is left. An agent's own rules
 * depend on nothing but what the agent gives and takes, so each step is judged alone and once; the whole is judged
 * at the end with rules across agents, coverage and policies.
 */
export function findCycle(
  desk: ExchangeDesk,
  offers: readonly SwapOffer[],
  forShiftId: string,
  { least = 2, longest = 4, mostJudged = 20_000 }: CycleOptions = {},
): CycleSearch {
  const graph = new OfferGraph(desk, offers, mostJudged);
  const root = graph.nodeOf(forShiftId);
  if (root === null) return { found: null, complete: true, judged: 0 };
  for (let length = Math.max(2, least); length <= longest; length++) {
    const search = new LengthSearch(graph, root, length);
    const found = search.best();
    if (found || graph.isSpent) return { found, complete: !graph.isSpent, judged: graph.judged };
  }
  return { found: null, complete: true, judged: graph.judged };
}

interface Arc {
  readonly to: number;
  readonly worth: number;
}

interface OfferNode {
  readonly shift: PlacedShift;
  readonly accepts: readonly AcceptedTime[];
}

/** Offers as nodes; an arc from one to another: the first's holder would take the second's shift. */
class OfferGraph {
  readonly nodes: readonly OfferNode[];
  private readonly check: TakeCheck;
  private readonly arcs = new Map<number, readonly Arc[]>();

  constructor(
    readonly desk: ExchangeDesk,
    offers: readonly SwapOffer[],
    private readonly mostJudged: number,
  ) {
    this.check = new TakeCheck(desk);
    this.nodes = offers.flatMap(({ shiftId, accepts }) => {
      const shift = desk.shelf.shift(shiftId);
      return shift && !shift.locked && shift.startAt >= desk.book.now ? [{ shift, accepts }] : [];
    });
  }

  get judged(): number {
    return this.check.judged;
  }

  get isSpent(): boolean {
    return this.check.judged >= this.mostJudged;
  }

  nodeOf(shiftId: string): number | null {
    const node = this.nodes.findIndex(({ shift }) => shift.id === shiftId);
    return node < 0 ? null : node;
  }

  /** Where the holder would like to go, most welcome first. */
  wishes(from: number): readonly Arc[] {
    let arcs = this.arcs.get(from);
    if (!arcs) {
      const found: Arc[] = [];
      this.nodes.forEach((_, to) => {
        const worth = this.worth(from, to);
        if (worth !== null) found.push({ to, worth });
      });
      this.arcs.set(from, (arcs = found.sort((a, b) => b.worth - a.worth || a.to - b.to)));
    }
    return arcs;
  }

  /** Null: not wished for. */
  worth(from: number, to: number): number | null {
    const { shift, accepts } = this.nodes[from]!;
    const other = this.nodes[to]!.shift;
    if (other.agentId === shift.agentId) return null;
    if (other.startAt === shift.startAt && other.endAt === shift.endAt) return null;
    if (accepts.length === 0) return 1;
    let best: number | null = null;
    for (const { startAt, endAt, worth = 1 } of accepts)
      if (other.startAt >= startAt && other.startAt < endAt && worth > (best ?? -1)) best = worth;
    return best;
  }

  isLegal(from: number, to: number): boolean {
    const gives = this.nodes[from]!.shift;
    return this.check.allows(gives.agentId, gives, this.nodes[to]!.shift);
  }
}

class LengthSearch {
  /** `back[d]`: offers that may lead back to the root in d steps. */
  private readonly back: Uint8Array[];
  private readonly path: number[];
  private readonly agents: Set<string>;
  private green: FoundCycle | null = null;
  private amber: FoundCycle | null = null;
  private verdicts = 0;

  constructor(
    private readonly graph: OfferGraph,
    private readonly root: number,
    private readonly length: number,
  ) {
    this.path = [root];
    this.agents = new Set([graph.nodes[root]!.shift.agentId]);
    this.back = this.stepsBack();
  }

  best(): FoundCycle | null {
    this.walk(this.root, 0);
    return this.green ?? this.amber;
  }

  private stepsBack(): Uint8Array[] {
    const { nodes } = this.graph;
    const last = new Uint8Array(nodes.length);
    nodes.forEach((_, node) => {
      if (node === this.root || this.graph.worth(node, this.root) === null) return;
      last[node] = this.graph.isSpent ? 0 : Number(this.graph.isLegal(node, this.root));
    });
    const layers = [new Uint8Array(0), last];
    for (let steps = 2; steps < this.length; steps++) {
      const nearer = layers[steps - 1]!;
      layers.push(Uint8Array.from(nodes, (_, node) => Number(this.graph.wishes(node).some(({ to }) => nearer[to]))));
    }
    return layers;
  }

  private walk(from: number, worth: number): void {
    const left = this.length - this.path.length;
    if (left === 0) {
      this.close(worth + this.graph.worth(from, this.root)!);
      return;
    }
    for (const { to, worth: more } of this.graph.wishes(from)) {
      if (this.isDone()) return;
      // Everything after this step, the way back included, is worth at most 1 a step.
      if (this.green && worth + more + left <= this.green.worth + 1e-9) return;
      const { agentId } = this.graph.nodes[to]!.shift;
      if (!this.back[left]![to] || this.agents.has(agentId) || !this.graph.isLegal(from, to)) continue;
      this.path.push(to);
      this.agents.add(agentId);
      this.walk(to, worth + more);
      this.agents.delete(agentId);
      this.path.pop();
    }
  }

  private isDone(): boolean {
    return this.graph.isSpent || this.verdicts >= MOST_VERDICTS;
  }

  private close(worth: number): void {
    if (this.green && worth <= this.green.worth + 1e-9) return;
    this.verdicts += 1;
    const request = this.request();
    const verdict = this.graph.desk.judge(request);
    if (verdict.colour === 'green') this.green = { request, verdict, worth };
    else if (verdict.colour === 'amber' && (!this.amber || worth > this.amber.worth))
      this.amber = { request, verdict, worth };
  }

  private request(): ExchangeRequest {
    const shifts = this.path.map((node) => this.graph.nodes[node]!.shift);
    if (shifts.length === 2) return { kind: 'swap', giveShiftId: shifts[0]!.id, takeShiftId: shifts[1]!.id };
    // Each takes the next one's shift, so each shift goes to the one before.
    const moves = shifts.map((shift, i) => ({
      shiftId: shift.id,
      toAgentId: shifts[(i + shifts.length - 1) % shifts.length]!.agentId,
    }));
    return { kind: 'cycle', moves };
  }
}
