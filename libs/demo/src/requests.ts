import { addDays, type LocalDate } from '@yotei/time';
import { CONTRACTS } from './catalogue.js';
import type { DemoAgent, DemoPreference, DemoSwapWish, DemoTimeOff } from './demo-centre.js';
import { randomSource } from './random-source.js';

const REASONS = ['年次有給休暇', '年次有給休暇', '通院', '家族の行事'] as const;
const ENGLISH_REASONS = ['Annual leave', 'Annual leave', 'Medical appointment', 'Family'] as const;

function paidMinutesPerDay(agent: DemoAgent): { minutes: number; days: number } {
  const contract = CONTRACTS.find(({ id }) => id === agent.contractId)!;
  return { minutes: Math.round(contract.weeklyMinutesMin / contract.daysPerWeekMax), days: contract.daysPerWeekMax };
}

/** Leave in last, this and next week: about one agent in twelve a week, mostly a day or two, now and then the whole week. */
export function generateTimeOff(seed: number, agents: readonly DemoAgent[], thisWeekOn: LocalDate): DemoTimeOff[] {
  const random = randomSource(seed, 'time-off');
  return [-7, 0, 7].flatMap((offset) =>
    agents
      .filter(() => random.uniform() < 1 / 12)
      .map((agent) => {
        const { minutes, days } = paidMinutesPerDay(agent);
        const fullTime = agent.availability.length === 0 && minutes >= 480;
        const length = fullTime ? random.pick([1, 1, 2, 2, days]) : 1;
        const fromOn = addDays(thisWeekOn, offset + (length === days ? 0 : random.integer(0, 4 - (length - 1))));
        const reasons = agent.siteId === 'dublin' ? ENGLISH_REASONS : REASONS;
        return {
          agentId: agent.id,
          fromOn,
          untilOn: addDays(fromOn, length - 1),
          paidMinutesPerDay: minutes,
          reason: random.pick(reasons),
        };
      }),
  );
}

/** Wishes for next week: a third ask for a day off, a fifth for a favourite start of the day. */
export function generatePreferences(
  seed: number,
  agents: readonly DemoAgent[],
  nextWeekOn: LocalDate,
): DemoPreference[] {
  const random = randomSource(seed, 'preferences');
  return agents.flatMap((agent): DemoPreference[] => {
    const wishes: DemoPreference[] = [];
    if (random.uniform() < 0.35)
      wishes.push({
        agentId: agent.id,
        kind: 'day-off',
        on: addDays(nextWeekOn, random.integer(0, 6)),
        weight: random.pick([20, 40, 60]),
      });
    if (random.uniform() < 0.2) {
      const fromMinute = random.pick([480, 540, 660]);
      wishes.push({
        agentId: agent.id,
        kind: 'start-between',
        fromMinute,
        untilMinute: fromMinute + 120,
        weight: random.pick([5, 10]),
      });
    }
    return wishes;
  });
}

/** Pairs of full-timers with the same skills, so that either can take the other's shift; two of them will ask. */
export function generateSwapWishes(seed: number, agents: readonly DemoAgent[]): DemoSwapWish[] {
  const random = randomSource(seed, 'swaps');
  const notes = ['土曜に用事があるため、交代をお願いします。', '通院のため、この日を代わっていただけますか。'];
  const groups = new Map<string, DemoAgent[]>();
  for (const agent of agents.filter(({ availability }) => availability.length === 0)) {
    const key = [agent.contractId, ...agent.skillIds].join('|');
    groups.set(key, [...(groups.get(key) ?? []), agent]);
  }
  const pairs = [...groups.values()].flatMap((group) => {
    const order = random.shuffled(group.map(({ id }) => id));
    return Array.from({ length: Math.floor(order.length / 2) }, (_, i) => [order[2 * i]!, order[2 * i + 1]!] as const);
  });
  return pairs.map((agentIds, index) => ({ agentIds, note: notes[index % notes.length]! }));
}
