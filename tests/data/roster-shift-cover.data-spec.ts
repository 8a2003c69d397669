import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithData, SHARED_DATA } from '../kit/shared-data.js';
import { parseCoverCases, scoreCover } from '../peers/shift-cover/cases.js';
import { solveCover } from '../peers/shift-cover/run.js';

const file = join(SHARED_DATA, 'shift-cover', 'cases.json');

describeWithData('shift-cover', 'shift cover problems of a call centre', () => {
  const text = () => readFileSync(file, 'utf8');

  it('are worth by our scorer what their source says of one solution', () => {
    const raw = JSON.parse(text()) as {
      one_optimal_start_vector?: number[];
      one_optimal?: Record<string, number>[];
    }[];
    parseCoverCases(text()).forEach((cover, i) => {
      if (cover.optimum === null) return;
      const { one_optimal_start_vector: starts, one_optimal: days } = raw[i]!;
      const counts = starts ? [starts] : days!.map((day) => cover.shifts.map(({ name }) => day[name]!));
      expect([cover.id, scoreCover(cover, counts)]).toEqual([cover.id, { value: cover.optimum, breaches: [] }]);
    });
  });

  it.each([0, 1, 2, 3, 4])('case %i is solved to its optimum by the engine', (i) => {
    const cover = parseCoverCases(text())[i]!;
    const answer = solveCover(cover, { seed: 1, iterations: 400, timeLimitSeconds: 600 });
    expect(answer).toMatchObject({ kind: 'solved', value: cover.optimum, breaches: [] });
    if (answer.kind === 'solved') expect(answer.bound).toBeLessThanOrEqual(cover.optimum!);
  });

  it('the case without a solution is proved to have none, with the reasons', () => {
    const cover = parseCoverCases(text()).find(({ optimum }) => optimum === null)!;
    const answer = solveCover(cover, { seed: 1, iterations: 50, timeLimitSeconds: 600 });
    expect(answer).toMatchObject({ kind: 'infeasible', isProved: true });
    // Night needs 23 on the second day from 21:00, and 20 is its cap: two half hours of the one hour that asks for more.
    const short = answer.kind === 'infeasible' ? answer.short : [];
    expect(
      short.map(({ startAt, required, scheduled, why }) => [
        new Date(startAt).toISOString().slice(5, 16),
        required,
        scheduled,
        why,
      ]),
    ).toEqual([
      ['01-02T21:00', 23, 20, 'no-shift-possible'],
      ['01-02T21:30', 23, 20, 'no-shift-possible'],
    ]);
  });
});
