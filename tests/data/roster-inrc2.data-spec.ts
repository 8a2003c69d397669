import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithData, SHARED_DATA } from '../kit/shared-data.js';
import { parseInrc2 } from '../peers/inrc2/instance.js';
import { scoreInrc2, type Inrc2Roster } from '../peers/inrc2/score.js';

const folder = join(SHARED_DATA, 'inrc2-n005w4');
const text = (name: string) => readFileSync(join(folder, `${name}.txt`), 'utf8');
const instanceOf = (weeks: readonly number[]) =>
  parseInrc2({
    scenario: text('Sc-n005w4'),
    history: text('H0-n005w4-0'),
    weeks: weeks.map((week) => text(`WD-n005w4-${week}`)),
  });

// A roster of the weeks 1-2-3-3 and what the competition's validator said of it: wssuite/NurseScheduler,
// datasets/INRC2/n005w4/Solution_H_0-WD_1-2-3-3/validator.txt, commit 2904f246360fbae5512c9a96ce43fc706b662e32 (MIT).
const VALIDATED = `
|N|-|E|E|E|L|L| |-|-|E|E|L|L|L| |-|N|N|N|N|N|N| |-|L|L|L|L|N|N|
|L|L|-|-|L|L|L| |N|N|N|N|N|-|L| |L|L|L|-|-|N|N| |N|N|N|-|-|E|E|
|N|N|N|N|-|-|-| |E|E|L|L|-|-|E| |N|N|-|-|E|E|E| |N|N|-|-|-|L|L|
|-|-|-|N|N|N|N| |N|-|-|-|E|E|E| |E|L|L|L|-|-|-| |E|E|E|E|E|-|-|
|E|E|L|L|-|E|E| |L|L|-|L|N|N|N| |-|E|E|E|L|L|L| |-|L|L|N|N|N|N|`;

const NAMES: Readonly<Record<string, string | null>> = { E: 'Early', L: 'Late', N: 'Night', '-': null };
const rosterOf = (drawn: string): Inrc2Roster =>
  drawn
    .trim()
    .split('\n')
    .map((line) => [...line].filter((each) => each in NAMES).map((each) => NAMES[each]!));

describeWithData('inrc2-n005w4', 'rosters of the second nurse rostering competition', () => {
  it('cost by our scorer what the validator of the competition says, part by part', () => {
    expect(scoreInrc2(instanceOf([1, 2, 3, 3]), rosterOf(VALIDATED))).toEqual({
      assignments: 320,
      consecutiveWork: 465,
      consecutiveDaysOff: 330,
      preferences: 70,
      weekends: 210,
      completeWeekends: 60,
      optimalCover: 240,
      total: 1695,
      breaches: [],
    });
  });

  it('break the hard rules of the competition where they do', () => {
    const rows = rosterOf(VALIDATED).map((row) => [...row]);
    rows[0]![1] = 'Early';
    rows[2]![2] = null;
    const { breaches } = scoreInrc2(instanceOf([1, 2, 3, 3]), rows);
    // Early after a night; and of the two nights of the first Wednesday only one is left.
    expect(breaches).toEqual(['day 2: 1 places of Night not filled', 'Patrick works Early on day 1 after Night']);
  });
});
