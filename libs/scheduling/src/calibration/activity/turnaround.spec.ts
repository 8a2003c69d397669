import { RandomDraws } from '../../../../../tests/kit/random-draws.js';
import type { ContactRecord } from '../contact-record.js';
import { turnaroundOf, type TurnaroundReport } from './turnaround.js';

const SECOND = 1000;

/** One agent, 100 s of handling and 20 s of turnaround, contacts every `every` seconds served in order. */
function soloAgent(count: number, every: number, turnaroundOfContact: (i: number) => number): ContactRecord[] {
  let freeAt = 0;
  return Array.from({ length: count }, (_, i) => {
    const arrivedAt = i * every;
    const startAt = Math.max(arrivedAt, freeAt);
    freeAt = startAt + 100 + turnaroundOfContact(i);
    return {
      arrivedAt: arrivedAt * SECOND,
      outcome: 'answered' as const,
      waitSeconds: startAt - arrivedAt,
      handleSeconds: 100,
      agent: 'a',
    };
  });
}

describe('turnaround', () => {
  it('is the time between contacts while others wait', () => {
    expect(
      turnaroundOf(
        soloAgent(100, 60, () => 20),
        900,
      ),
    ).toMatchObject({
      meanSeconds: 20,
      medianSeconds: 20,
      longerFraction: 0,
      cutCount: 0,
    });
  });

  it('leaves out idleness: where nobody waits, nothing can be told', () => {
    expect(
      turnaroundOf(
        soloAgent(100, 500, () => 20),
        900,
      ),
    ).toEqual({
      kind: 'not-enough-data',
      of: 'handled-contacts',
      have: 0,
      need: 30,
    });
  });

  it('sets apart the turnarounds in which the agent has left the place', () => {
    const report = turnaroundOf(
      soloAgent(200, 60, (i) => (i % 10 === 0 ? 1000 : 20)),
      900,
    ) as TurnaroundReport;
    expect(report.meanSeconds).toBeCloseTo(20, 9);
    expect(report.longerFraction).toBeCloseTo(0.1, 1);
  });

  it('finds the mean although long ones are cut off more often, where the mean of those seen is too short', () => {
    // A queue that lives for an exponential time of mean 40 s after each contact, turnarounds of mean 30 s.
    const draws = new RandomDraws(1);
    let at = 0;
    const contacts: ContactRecord[] = [];
    const seen: number[] = [];
    for (let i = 0; i < 6000; i += 1) {
      const endAt = at + 100;
      const turnaround = Math.round(draws.exponential(30));
      const queueLasts = 1 + Math.round(draws.exponential(40));
      if (turnaround <= queueLasts) seen.push(turnaround);
      contacts.push({ arrivedAt: at * SECOND, outcome: 'answered', waitSeconds: 0, handleSeconds: 100, agent: 'a' });
      // Somebody waits from before the end of the contact until the queue is empty, and goes elsewhere.
      contacts.push({ arrivedAt: (endAt - 1) * SECOND, outcome: 'abandoned', waitSeconds: 1 + queueLasts });
      at = endAt + Math.max(turnaround, turnaround <= queueLasts ? 0 : queueLasts + 5);
    }
    const report = turnaroundOf(contacts, 900) as TurnaroundReport;
    const naive = seen.reduce((a, b) => a + b, 0) / seen.length;
    expect(naive).toBeLessThan(20); // 1 / (1/30 + 1/40) = 17
    expect(Math.abs(report.meanSeconds - 30)).toBeLessThan(2.5);
  });
});
