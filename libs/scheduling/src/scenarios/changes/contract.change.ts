import { eitherFaults, numberFaults, peopleFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { withPeople } from '../people.js';
import type { ContractChange } from '../scenario-change.js';
import { factorText, inWords, numberText } from '../words/amount-words.js';
import { skillTitle } from '../words/scope-words.js';

const WEEK_HOURS = 168;

/** Paid hours of a week: who works more is more at work, in the shape there is. */
export const contractChange: ChangeKind<ContractChange> = {
  kind: 'contract',
  title: { en: 'Contract hours', ja: '契約時間' },
  faults: (change, base) => [
    ...peopleFaults(base, change.skillId),
    ...eitherFaults(['factor', 'paidHoursPerWeek'], [change.factor, change.paidHoursPerWeek]),
    ...(change.factor === undefined ? [] : numberFaults('factor', change.factor, { min: 0, max: 5 })),
    ...(change.paidHoursPerWeek === undefined
      ? []
      : numberFaults('paidHoursPerWeek', change.paidHoursPerWeek, { min: 0, max: WEEK_HOURS })),
  ],
  apply: (change, base) => {
    const people = base.people!;
    const headcountBySkill = people.headcountBySkill.map((group) =>
      (change.skillId !== undefined && group.skillId !== change.skillId) ||
      (change.contractId !== undefined && group.contractId !== change.contractId)
        ? group
        : { ...group, paidHoursPerWeek: change.paidHoursPerWeek ?? group.paidHoursPerWeek * (change.factor ?? 1) },
    );
    return withPeople(base, { ...people, headcountBySkill });
  },
  words: (change, base, language) => {
    const who = [
      ...(change.skillId === undefined ? [] : [skillTitle(base, change.skillId)]),
      ...(change.contractId === undefined ? [] : [change.contractId]),
    ];
    const scope = who.length === 0 ? inWords(language, 'everybody', '全員') : who.join(', ');
    const hours =
      change.paidHoursPerWeek === undefined
        ? factorText(change.factor ?? 1, language)
        : inWords(
            language,
            `${numberText(change.paidHoursPerWeek, language)} h a week`,
            `週${numberText(change.paidHoursPerWeek, language)}時間`,
          );
    return inWords(language, `Contract hours ${hours} (${scope})`, `契約時間${hours}（${scope}）`);
  },
};
