import {
  agentPaidMinutes,
  applyEdits,
  recount,
  type BoardModel,
  type Coverage,
  type Proposal,
} from '../../board/index.js';
import { newMustBreaches, type Findings } from '../desk-state.js';
import type { DeskBreach } from '../judge.js';

/** Somebody who could work the shift, and what it would do to them and to the day. */
export interface Candidate {
  readonly agent: number;
  readonly proposal: Proposal;
  readonly newMust: readonly DeskBreach[];
  readonly newPrefer: number;
  /** Paid minutes of the horizon with the shift, and the contract's most. */
  readonly paidMinutes: number;
  readonly mostMinutes: number | null;
  /** Agent-hours short, more (or, below 0, less) than now. */
  readonly shortHours: number;
}

export interface WhoCould {
  /** Best first. */
  readonly able: readonly Candidate[];
  readonly workThen: number;
  readonly absent: number;
}

export interface CouldScene {
  readonly model: BoardModel;
  readonly coverage: Coverage;
  readonly findings: Findings;
  readonly judgeOn: (model: BoardModel, agent: number) => readonly DeskBreach[];
  readonly mostMinutesOf: (agent: number) => number | null;
  /** The edit that gives the agent the shift, or why it cannot be. */
  readonly giveTo: (agent: number) => Proposal | 'works-then' | 'absent';
}

const SLICE = 20;

/**
 * Everybody who could take a shift, ranked: no new must breach, then least shortage, then room left in the contract,
 * then fewest preferred rules broken. Works a slice at a time; `pause` hands the thread back.
 */
export async function whoCould(scene: CouldScene, pause: () => Promise<void>): Promise<WhoCould> {
  const able: Candidate[] = [];
  const unable = { 'works-then': 0, absent: 0 };
  const shortBefore = shortHoursOf(scene.coverage);
  // Who has the same skills changes the coverage alike: it is counted once.
  const shortAfter = new Map<string, number>();
  for (let agent = 0; agent < scene.model.agents.length; agent++) {
    if (agent % SLICE === SLICE - 1) await pause();
    const proposal = scene.giveTo(agent);
    if (typeof proposal === 'string') unable[proposal] += 1;
    else if (proposal.edits.length > 0) able.push(candidateOf(scene, { agent, proposal, shortBefore, shortAfter }));
  }
  recount(scene.coverage, scene.model);
  return { able: able.sort(byMerit), workThen: unable['works-then'], absent: unable.absent };
}

function candidateOf(
  { model, coverage, findings, judgeOn, mostMinutesOf }: CouldScene,
  trial: {
    readonly agent: number;
    readonly proposal: Proposal;
    readonly shortBefore: number;
    readonly shortAfter: Map<string, number>;
  },
): Candidate {
  const { agent, proposal, shortBefore, shortAfter } = trial;
  const after = applyEdits(model, proposal.edits);
  const had = findings.get(agent) ?? [];
  const has = judgeOn(after, agent);
  const skills = [...model.agents[agent]!.skillIds].sort().join();
  let short = shortAfter.get(skills);
  if (short === undefined) shortAfter.set(skills, (short = shortHoursOf(recount(coverage, after))));
  const prefer = (list: readonly DeskBreach[]) => list.filter(({ level }) => level === 'prefer').length;
  return {
    agent,
    proposal,
    newMust: newMustBreaches(had, has),
    newPrefer: Math.max(0, prefer(has) - prefer(had)),
    paidMinutes: agentPaidMinutes(after, agent),
    mostMinutes: mostMinutesOf(agent),
    shortHours: short - shortBefore,
  };
}

/** Minutes the contract still allows; beyond it, below 0. */
export function roomOf({ paidMinutes, mostMinutes }: Candidate): number {
  return mostMinutes === null ? 0 : mostMinutes - paidMinutes;
}

function byMerit(a: Candidate, b: Candidate): number {
  return (
    a.newMust.length - b.newMust.length ||
    Math.round((a.shortHours - b.shortHours) * 4) ||
    roomOf(b) - roomOf(a) ||
    a.newPrefer - b.newPrefer ||
    a.agent - b.agent
  );
}

function shortHoursOf(coverage: Coverage): number {
  let sum = 0;
  for (const missing of coverage.short) sum += missing;
  return (sum * coverage.slotMinutes) / 60;
}
