import { isLocalDate } from '@yotei/time';
import { changeFault, fractionFaults, peopleFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { gridDates, withAgentsFrom, withPeople } from '../people.js';
import type { AttritionChange } from '../scenario-change.js';
import { fractionText, inWords } from '../words/amount-words.js';
import { skillTitle, whenInBrackets } from '../words/scope-words.js';

const YEAR_DAYS = 365;

/** People who leave, evenly: after d days (1 - f)^(d / 365) of those there now are left. */
export const attritionChange: ChangeKind<AttritionChange> = {
  kind: 'attrition',
  title: { en: 'Attrition', ja: '離職' },
  faults: (change, base) => [
    ...peopleFaults(base, change.skillId),
    ...fractionFaults('yearlyFraction', change.yearlyFraction, 'below-1'),
    ...(change.fromOn === undefined || isLocalDate(change.fromOn)
      ? []
      : [changeFault('fromOn', 'The date must be written as 2026-11-23', '日付は2026-11-23の形で入力してください')]),
  ],
  apply: (change, base) => {
    const people = base.people!;
    const dates = gridDates(base);
    const headcountBySkill = people.headcountBySkill.map((group) =>
      change.skillId !== undefined && group.skillId !== change.skillId
        ? group
        : withAgentsFrom(group, change.fromOn ?? dates.fromOn, {
            untilOn: dates.untilOn,
            agents: (now, days) => now * (1 - change.yearlyFraction) ** (days / YEAR_DAYS),
          }),
    );
    return withPeople(base, { ...people, headcountBySkill });
  },
  words: (change, base, language) => {
    const share = fractionText(change.yearlyFraction, language);
    const who =
      change.skillId === undefined ? inWords(language, 'everybody', '全員') : skillTitle(base, change.skillId);
    return (
      inWords(language, `Attrition ${share} a year (${who})`, `離職率 年${share}（${who}）`) +
      whenInBrackets({ fromOn: change.fromOn }, language)
    );
  },
};
