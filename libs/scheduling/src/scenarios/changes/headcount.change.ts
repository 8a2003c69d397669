import { isLocalDate } from '@yotei/time';
import { changeFault, numberFaults, peopleFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { gridDates, withAgentsFrom, withPeople } from '../people.js';
import type { HeadcountChange } from '../scenario-change.js';
import { inWords, moreText } from '../words/amount-words.js';
import { skillTitle, whenInBrackets } from '../words/scope-words.js';

const MOST_PEOPLE = 100_000;

/** More or fewer people of a skill, like those it has: each of its groups grows or shrinks in proportion. */
export const headcountChange: ChangeKind<HeadcountChange> = {
  kind: 'headcount',
  title: { en: 'Headcount', ja: '人員' },
  faults: (change, base) => {
    const faults = [
      ...peopleFaults(base, change.skillId),
      ...numberFaults('agents', change.agents, { min: -MOST_PEOPLE, max: MOST_PEOPLE }),
    ];
    if (change.fromOn !== undefined && !isLocalDate(change.fromOn))
      faults.push(
        changeFault('fromOn', 'The date must be written as 2026-11-23', '日付は2026-11-23の形で入力してください'),
      );
    const now = base.people?.headcountBySkill
      .filter(({ skillId }) => skillId === change.skillId)
      .reduce((sum, { agents }) => sum + agents, 0);
    if (now !== undefined && faults.length === 0 && (now + change.agents < 0 || now === 0))
      faults.push(
        changeFault(
          'agents',
          `There are ${now} people of this skill; so many cannot leave or grow in proportion`,
          `このスキルの人員は${now}人です。この人数にはできません`,
        ),
      );
    return faults;
  },
  apply: (change, base) => {
    const people = base.people!;
    const dates = gridDates(base);
    const own = people.headcountBySkill.filter(({ skillId }) => skillId === change.skillId);
    const all = own.reduce((sum, { agents }) => sum + agents, 0);
    const headcountBySkill = people.headcountBySkill.map((group) => {
      if (group.skillId !== change.skillId) return group;
      const more = (change.agents * group.agents) / all;
      return withAgentsFrom(group, change.fromOn ?? dates.fromOn, {
        untilOn: dates.untilOn,
        agents: (now) => now + more,
      });
    });
    return withPeople(base, { ...people, headcountBySkill });
  },
  words: (change, base, language) =>
    inWords(language, `${skillTitle(base, change.skillId)}: `, `${skillTitle(base, change.skillId)}の人員`) +
    moreText(change.agents, 'agents', language) +
    whenInBrackets({ fromOn: change.fromOn }, language),
};
