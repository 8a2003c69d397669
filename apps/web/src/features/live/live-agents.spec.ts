import { evaluateDay } from '@yotei/scheduling/adherence';
import { liveBoard } from '../../../../../tests/kit/web/live-fixture.js';
import { agentsOf, applyChange, sinceOf, standingOf, type LiveChange } from './live-agents.js';
import { linesOf, totalsOf, type LiveLine } from './live-order.js';
import { heldOrder, movedCount } from './use-held-lines.js';
import { tickAll } from './use-live-board.js';

const NOW = Date.parse('2026-11-04T03:10:00Z');
const PEOPLE = [
  { name: 'Aoi', state: 'available', minutes: 5 },
  { name: 'Ben', state: 'away', minutes: 12 },
  { name: 'Chie', state: 'away', minutes: 30 },
];

function opened(now = NOW) {
  const board = liveBoard(NOW, PEOPLE);
  const agents = agentsOf(board);
  tickAll(agents, board.sources, now);
  return { board, agents, byId: new Map(agents.map((agent) => [agent.id, agent])) };
}
const names = (lines: readonly LiveLine[]) => lines.map((line) => (line.kind === 'agent' ? line.agent.name : line.id));
const changeOf = (agentId: string, state: string, since: number): LiveChange => ({
  at: new Date(since).toISOString(),
  reload: false,
  sources: [],
  agentIds: [agentId],
  states: [state],
  sourceStates: [state],
  sourceIds: ['phone'],
  since: [since],
});

describe('the live board', () => {
  it('puts who is out longest first and counts from the start of the deviation', () => {
    const { agents } = opened();
    expect(names(linesOf(agents, {}))).toEqual(['Chie', 'Ben', 'Aoi']);
    expect(agents.map(standingOf)).toEqual(['in', 'out', 'out']);
    expect(NOW - sinceOf(agents[2]!)!).toBe(30 * 60_000);
    expect(names(linesOf(agents, { show: 'out' }))).toEqual(['Chie', 'Ben']);
    expect(names(linesOf(agents, { text: 'be' }))).toEqual(['Ben']);
    expect(names(linesOf(agents, { group: 'team' }))).toEqual(['team', 'Chie', 'Ben', 'Aoi']);
  });

  it('tells what the library tells of the whole day, however it was ticked', () => {
    const { agents, byId } = opened();
    for (let second = 1; second <= 90; second += 1) tickAll(agents, [], NOW + second * 1000);
    expect(applyChange(byId, changeOf('agent-1', 'available', NOW + 80_000))).toBe(true);
    tickAll(agents, [], NOW + 100_000);
    const { prepared, terms } = agents[1]!;
    const events = [
      { at: prepared.day.startAt, state: 'available' as const },
      { at: NOW - 12 * 60_000, state: 'away' as const },
      { at: NOW + 80_000, state: 'available' as const },
    ];
    const { numbers } = evaluateDay(prepared.day, terms, { events, now: NOW + 100_000 });
    expect(totalsOf([agents[1]!]).numbers).toEqual(numbers);
  });

  it('stops the times of a silent source and calls its agents unknown', () => {
    const { board, agents } = opened();
    tickAll(agents, board.sources, NOW + 20 * 60_000);
    expect(agents.map(standingOf)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(agents[1]!.shown.until).toBe(NOW);
    const out = totalsOf(agents).numbers.outSeconds;
    expect(out).toBe(42 * 60);
  });

  it('asks again for what lies before what it has settled', () => {
    const { byId } = opened();
    expect(applyChange(byId, changeOf('agent-1', 'handling', NOW - 60 * 60_000))).toBe(false);
    expect(applyChange(byId, changeOf('nobody', 'handling', NOW))).toBe(true);
  });

  it('keeps its order while it is held, and counts what would move', () => {
    const { agents } = opened();
    const before = linesOf(agents, {});
    const held = before.map((line) => (line.kind === 'agent' ? line.agent.id : ''));
    const wanted = [...before].reverse();
    const shown = heldOrder(held, wanted);
    expect(names(shown)).toEqual(names(before));
    expect(movedCount(shown, wanted)).toBe(2);
  });
});
