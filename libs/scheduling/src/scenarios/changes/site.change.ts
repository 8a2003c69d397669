import { isLocalDate } from '@yotei/time';
import { changeFault, numberFaults, peopleFaults } from '../change-faults.js';
import type { ChangeFault, ChangeKind } from '../change-kind.js';
import { gridDates, withAgentsFrom, withPeople } from '../people.js';
import type { ScenarioBase, SkillHeadcount } from '../scenario-base.js';
import type { SiteChange } from '../scenario-change.js';
import { agentsText, inWords } from '../words/amount-words.js';
import { whenInBrackets } from '../words/scope-words.js';

function openingFaults(change: SiteChange, base: ScenarioBase): readonly ChangeFault[] {
  return (change.opensWith ?? []).flatMap((group, index) => [
    ...numberFaults(`opensWith.${index}.agents`, group.agents, { min: 0, max: 100_000 }),
    ...numberFaults(`opensWith.${index}.paidHoursPerWeek`, group.paidHoursPerWeek, { min: 0, max: 168 }),
    ...peopleFaults(base, group.skillId).map(({ message }) => ({ path: `opensWith.${index}.skillId`, message })),
  ]);
}

/** A new site's people are there from its first day on. */
function openingGroup(group: SkillHeadcount, { siteId, fromOn }: SiteChange): SkillHeadcount {
  if (fromOn === undefined) return { ...group, siteId };
  return { ...group, siteId, agents: 0, steps: [{ fromOn, agents: group.agents }] };
}

/** A site that closes takes its people away, one that opens brings its own; contacts stay. */
export const siteChange: ChangeKind<SiteChange> = {
  kind: 'site',
  title: { en: 'Site', ja: '拠点' },
  faults: (change, base) => {
    const faults = [...peopleFaults(base), ...openingFaults(change, base)];
    if (change.fromOn !== undefined && !isLocalDate(change.fromOn))
      faults.push(
        changeFault('fromOn', 'The date must be written as 2026-11-23', '日付は2026-11-23の形で入力してください'),
      );
    const isKnown = base.people?.headcountBySkill.some(({ siteId }) => siteId === change.siteId) ?? false;
    if (!change.opensWith && base.people && !isKnown)
      faults.push(
        changeFault(
          'siteId',
          `Nobody is known at the site (${change.siteId})`,
          `拠点(${change.siteId})の人員の情報がありません`,
        ),
      );
    return faults;
  },
  apply: (change, base) => {
    const people = base.people!;
    const dates = gridDates(base);
    const headcountBySkill = change.opensWith
      ? [...people.headcountBySkill, ...change.opensWith.map((group) => openingGroup(group, change))]
      : people.headcountBySkill.map((group) =>
          group.siteId === change.siteId
            ? withAgentsFrom(group, change.fromOn ?? dates.fromOn, { untilOn: dates.untilOn, agents: () => 0 })
            : group,
        );
    return withPeople(base, { ...people, headcountBySkill });
  },
  words: (change, _base, language) => {
    const { siteId, opensWith, fromOn } = change;
    const count = agentsText(
      (opensWith ?? []).reduce((sum, { agents }) => sum + agents, 0),
      language,
    );
    return (
      (opensWith
        ? inWords(language, `Site ${siteId} opens with ${count}`, `拠点${siteId}を${count}で開設`)
        : inWords(language, `Site ${siteId} closes`, `拠点${siteId}を閉鎖`)) + whenInBrackets({ fromOn }, language)
    );
  },
};
