import { localDateOf, localMinuteOfDay, weekdayOf } from '@yotei/time';
import { generateDemoCentre, type DemoCentre, type DemoHistory } from './index.js';

const TODAY = '2026-11-18';
const centre = generateDemoCentre({ seed: 1, today: TODAY });

const historyOf = (from: DemoCentre, queueId: string): DemoHistory => from.history.find((h) => h.queueId === queueId)!;
const zoneOf = (queueId: string) => (queueId === 'voice-en' ? 'Europe/Dublin' : 'Asia/Tokyo');

/** Contacts by local day of a queue. */
function dayTotals(queueId: string): Map<string, number> {
  const history = historyOf(centre, queueId);
  const totals = new Map<string, number>();
  history.startAt.forEach((at, i) => {
    const on = localDateOf(at, zoneOf(queueId));
    totals.set(on, (totals.get(on) ?? 0) + history.offeredCount[i]!);
  });
  return totals;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const plainDay = (on: string, queueId: string) =>
  !centre.events.some((event) => event.queueIds.includes(queueId) && event.fromOn <= on && on <= event.untilOn);

describe('the demo centre', () => {
  it('is the same centre for the same seed and day, and another for another seed', () => {
    expect(JSON.stringify(generateDemoCentre({ seed: 1, today: TODAY }))).toBe(JSON.stringify(centre));
    expect(generateDemoCentre({ seed: 2, today: TODAY }).agents[5]!.name).not.toBe(centre.agents[5]!.name);
  });

  it('has 60 agents of two sites, each with a contract, a team and a skill that exist', () => {
    const ids = <T extends { id: string }>(items: readonly T[]) => new Set(items.map(({ id }) => id));
    expect(centre.agents).toHaveLength(60);
    expect(new Set(centre.agents.map(({ name }) => name)).size).toBe(60);
    for (const agent of centre.agents) {
      expect(ids(centre.contracts).has(agent.contractId)).toBe(true);
      expect(ids(centre.teams).has(agent.teamId)).toBe(true);
      expect(agent.skillIds.every((id) => ids(centre.skills).has(id))).toBe(true);
    }
    expect(centre.agents.filter(({ siteId }) => siteId === 'dublin')).toHaveLength(12); // 60 x (1 - 0.8)
  });

  it('keeps every template activity inside its shift and every contract able to reach its minimum', () => {
    for (const template of centre.templates) {
      for (const part of template.activities)
        expect(part.latestStartMinutes + part.lengthMinutes).toBeLessThanOrEqual(template.lengthMinutes);
    }
    for (const contract of centre.contracts) {
      const longest = Math.max(
        ...centre.templates
          .filter(({ id }) => contract.templateIds.includes(id))
          .map(({ lengthMinutes }) => lengthMinutes),
      );
      expect(longest * contract.daysPerWeekMax).toBeGreaterThanOrEqual(contract.weeklyMinutesMin);
    }
  });

  it('counts every contact once: answered and abandoned make the offered, in every interval', () => {
    const wrong = centre.history.flatMap((history) =>
      history.offeredCount.filter((offered, i) => {
        const answered = history.answeredCount[i]!;
        const counted =
          answered + history.abandonedCount[i]! === offered && history.answeredWithinCount[i]! <= answered;
        return !counted || history.handleSeconds[i]! > 0 !== answered > 0;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has history only inside opening hours and only before today', () => {
    const outside = centre.queues.flatMap((queue) =>
      historyOf(centre, queue.id).startAt.filter((at) => {
        const on = localDateOf(at, zoneOf(queue.id));
        const opening = queue.opening.find(({ weekday }) => weekday === weekdayOf(on))!;
        const minute = localMinuteOfDay(at, zoneOf(queue.id));
        return minute < opening.fromMinute || minute >= opening.untilMinute || on >= TODAY;
      }),
    );
    expect(outside).toEqual([]);
  });

  it('opens Dublin at the same wall-clock time before and after the clocks go back on 25 October 2026', () => {
    const starts = historyOf(centre, 'voice-en').startAt;
    expect(starts).toContain(Date.UTC(2026, 9, 23, 7)); // Friday 08:00 Irish summer time
    expect(starts).toContain(Date.UTC(2026, 9, 27, 8)); // Tuesday 08:00 after the change
    expect(starts).not.toContain(Date.UTC(2026, 9, 27, 7));
  });

  it('is busiest on Mondays and quietest on Sundays on the Japanese voice queue', () => {
    const totals = [...dayTotals('voice-ja')].filter(([on]) => plainDay(on, 'voice-ja'));
    const of = (weekday: number) => mean(totals.filter(([on]) => weekdayOf(on) === weekday).map(([, total]) => total));
    expect(of(1)).toBeGreaterThan(of(3) * 1.05);
    expect(of(7)).toBeLessThan(of(3) * 0.6);
  });

  it('has counts that vary more than chance alone would make them', () => {
    const history = historyOf(centre, 'voice-ja');
    const byMinute = new Map<number, number[]>();
    history.startAt.forEach((at, i) => {
      const on = localDateOf(at, 'Asia/Tokyo');
      const minute = localMinuteOfDay(at, 'Asia/Tokyo');
      const counted = plainDay(on, 'voice-ja') && [2, 3, 4].includes(weekdayOf(on)) && minute >= 540 && minute < 1020;
      if (counted) byMinute.set(minute, [...(byMinute.get(minute) ?? []), history.offeredCount[i]!]);
    });
    const indexes = [...byMinute.values()].map((counts) => {
      const level = mean(counts);
      return ((mean(counts.map((count) => (count - level) ** 2)) / level) * counts.length) / (counts.length - 1);
    });
    expect(indexes).toHaveLength(32); // quarter-hours from 9 to 17
    expect(mean(indexes)).toBeGreaterThan(1.15); // a Poisson count has 1
  });

  it('shows holidays below a plain day, the campaign above and the outage as a hole with a rebound', () => {
    const totals = [...dayTotals('voice-ja')];
    const level = mean(
      totals.filter(([on]) => plainDay(on, 'voice-ja') && weekdayOf(on) <= 5).map(([, total]) => total),
    );
    const during = (kind: string) =>
      totals.filter(
        ([on]) =>
          centre.events.some(
            (e) => e.kind === kind && e.fromOn <= on && on <= e.untilOn && e.queueIds.includes('voice-ja'),
          ) && weekdayOf(on) <= 5,
      );
    expect(mean(during('holiday').map(([, total]) => total))).toBeLessThan(level * 0.8);
    expect(mean(during('campaign').map(([, total]) => total))).toBeGreaterThan(level * 1.1);
    const outageOn = centre.events.find(({ kind }) => kind === 'outage')!.fromOn;
    const history = historyOf(centre, 'voice-ja');
    const between = (from: number, until: number) =>
      history.startAt.reduce((sum, at, i) => {
        const minute = localMinuteOfDay(at, 'Asia/Tokyo');
        return localDateOf(at, 'Asia/Tokyo') === outageOn && minute >= from && minute < until
          ? sum + history.offeredCount[i]!
          : sum;
      }, 0);
    expect(between(600, 720)).toBeLessThan(between(480, 600) * 0.3);
    expect(between(720, 780)).toBeGreaterThan(between(600, 720) * 3);
  });

  it('closes the Dublin queue on Irish public holidays instead of counting zero contacts', () => {
    const closed = centre.events.filter(({ kind, fromOn }) => kind === 'closed' && fromOn < TODAY);
    expect(closed.length).toBeGreaterThan(0);
    for (const { fromOn } of closed) expect(dayTotals('voice-en').has(fromOn)).toBe(false);
  });

  it('knows who could swap: agents of equal skills and contract', () => {
    expect(centre.swapWishes.length).toBeGreaterThanOrEqual(2);
    for (const { agentIds } of centre.swapWishes) {
      const [one, other] = agentIds.map((id) => centre.agents.find((agent) => agent.id === id)!);
      expect(one!.skillIds).toEqual(other!.skillIds);
      expect(one!.id).not.toBe(other!.id);
    }
  });

  it('grows the demand with the agents', () => {
    const large = generateDemoCentre({ seed: 1, today: TODAY, agents: 300, weeks: 4 });
    const small = generateDemoCentre({ seed: 1, today: TODAY, agents: 60, weeks: 4 });
    const total = (of: DemoCentre) => historyOf(of, 'voice-ja').offeredCount.reduce((sum, count) => sum + count, 0);
    expect(total(large) / total(small)).toBeGreaterThan(4);
  });

  it('refuses sizes it cannot make sense of', () => {
    expect(() => generateDemoCentre({ seed: 1, today: TODAY, agents: 3 })).toThrow(
      'agents (3) must be a whole number from 10 to 5000',
    );
    expect(() => generateDemoCentre({ seed: 1, today: '2026-02-30' })).toThrow('today (2026-02-30) must be a date');
  });
});
