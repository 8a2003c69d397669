import { localDaysGrid } from '@yotei/time';
import { plainAnsweredWithin } from '../../../../tests/kit/plain-erlang-a.js';
import { scenarioBase, scenarioQueue } from '../../../../tests/kit/scenario-base.js';
import { answerScenario, type ScenarioChange } from './index.js';

/*
 * The five questions of a manager, with every number computed a second time: agents and service levels by the
 * birth-death chain, step by step (tests/kit/plain-erlang-a), the rest by hand. Three open half-hours, each for itself.
 */
const ZONE = 'Asia/Tokyo';
const GRID = localDaysGrid('2026-11-23', 1, ZONE, 30);
const CONTACTS = [30, 45, 24];
const FIRST = 18;
const HANDLE = 240;
const PATIENCE = 180;

const series = (values: readonly number[]): Float64Array =>
  Float64Array.from({ length: GRID.count }, (_, index) => values[index - FIRST] ?? Number.NaN);

const queueOf = (agents: readonly number[] | null) => ({
  ...scenarioQueue('voice'),
  channel: 'chat',
  forecast: {
    grid: GRID,
    zone: ZONE,
    contacts: series(CONTACTS),
    averageHandleSeconds: series(CONTACTS.map(() => HANDLE)),
  },
  plan: {
    modelId: 'erlang-a',
    goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
    patienceSeconds: PATIENCE,
    loadMethod: 'interval' as const,
  },
  agents: agents && Float64Array.from(series(agents), (count) => count || 0),
});

interface Load {
  readonly contacts: number;
  readonly handleSeconds?: number;
  readonly within?: number;
}

/** Share answered in time of so many agents, by the chain. */
function levelOf({ contacts, handleSeconds = HANDLE, within = 20 }: Load, agents: number): number {
  return plainAnsweredWithin({
    contacts,
    intervalSeconds: 1800,
    averageHandleSeconds: handleSeconds,
    patienceSeconds: PATIENCE,
    agents,
    seconds: within,
  });
}

function leastAgents(load: Load, goal: number): number {
  let agents = 1;
  while (levelOf(load, agents) < goal) agents += 1;
  return agents;
}

const openPart = (values: Float64Array): readonly number[] => [...values.subarray(FIRST, FIRST + CONTACTS.length)];
const hoursOf = (agents: readonly number[]): number => agents.reduce((sum, count) => sum + count, 0) / 2;

function required(change: ScenarioChange, loads: readonly Load[], goal = 0.8): void {
  const base = scenarioBase([queueOf(null)]);
  const { queues, total } = answerScenario(base, [change]);
  const agents = loads.map((load) => leastAgents(load, goal));
  const levels = loads.map((load, index) => levelOf(load, agents[index]!));
  expect(openPart(queues[0]!.series.requiredAgents)).toEqual(agents);
  openPart(queues[0]!.series.serviceLevel).forEach((level, index) => expect(level).toBeCloseTo(levels[index]!, 9));
  expect(total.requiredHours).toBe(hoursOf(agents));
  // Wages 1,500 an hour and 15 % contributions; a channel without costs of its own, no night.
  expect(total.requiredCost!.total - total.requiredCost!.bot).toBeCloseTo(hoursOf(agents) * 1500 * 1.15, 6);
}

describe('five questions, computed twice', () => {
  it('volume +20 %', () => {
    required(
      { kind: 'volume', factor: 1.2 },
      CONTACTS.map((contacts) => ({ contacts: contacts * 1.2 })),
    );
  });

  it('handle time +30 s', () => {
    required(
      { kind: 'handle-time', addSeconds: 30 },
      CONTACTS.map((contacts) => ({ contacts, handleSeconds: HANDLE + 30 })),
    );
  });

  it('a chatbot takes 15 % of chat, the easier ones', () => {
    // Those it takes would have had 0.8 of the handle time: the rest (1 - 0.15 x 0.8) / 0.85 = 1.0352941 of it.
    const handleSeconds = (HANDLE * (1 - 0.15 * 0.8)) / 0.85;
    required(
      { kind: 'deflection', queueIds: ['voice'], deflectedFraction: 0.15 },
      CONTACTS.map((contacts) => ({ contacts: contacts * 0.85, handleSeconds })),
    );
    const { total } = answerScenario(scenarioBase([queueOf(null)]), [
      { kind: 'deflection', queueIds: ['voice'], deflectedFraction: 0.15 },
    ]);
    // 99 contacts, 14.85 of them the bot's, 30 each.
    expect(total.requiredCost!.bot).toBeCloseTo(14.85 * 30, 9);
  });

  it('what 90/10 costs', () => {
    required(
      { kind: 'goal', goal: { serviceLevelFraction: 0.9, answerWithinSeconds: 10 } },
      CONTACTS.map((contacts) => ({ contacts, within: 10 })),
      0.9,
    );
  });

  it('two sick on Monday', () => {
    const roster = [6, 9, 6];
    const base = scenarioBase([queueOf(roster)]);
    const { queues, total } = answerScenario(base, [
      { kind: 'absence', skillId: 'voice', agents: 2, fromOn: '2026-11-23', contactHoursPerDay: 1.5 },
    ]);
    // Of 21 half-hours of agents, 2 x 1.5 hours = 6 are missing: 15 / 21 of everybody is there.
    const present = roster.map((agents) => (agents * 15) / 21);
    openPart(queues[0]!.series.workingAgents).forEach((agents, index) =>
      expect(agents).toBeCloseTo(present[index]!, 9),
    );
    const levels = present.map((agents, index) => {
      const [few, part] = [Math.floor(agents), agents - Math.floor(agents)];
      const load = { contacts: CONTACTS[index]! };
      return (1 - part) * levelOf(load, few) + part * levelOf(load, few + 1);
    });
    const mean = levels.reduce((sum, level, index) => sum + level * CONTACTS[index]!, 0) / 99;
    expect(total.serviceLevel).toBeCloseTo(mean, 9);
    // They are paid all the same.
    expect(total.paidHours).toBe(10.5);
    expect(total.missedIntervals).toBe(levels.filter((level) => level < 0.8).length);
  });
});
