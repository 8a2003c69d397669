import { addDays, daysBetween, isLocalDate } from '@yotei/time';
import { changeFault, numberFaults, peopleFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { gridDates, withPeople } from '../people.js';
import type { SkillHeadcount } from '../scenario-base.js';
import type { HiringChange } from '../scenario-change.js';
import { agentsText, fractionText, inWords, numberText } from '../words/amount-words.js';
import { skillTitle } from '../words/scope-words.js';

const WEEK = 7;

/** Share of a full agent's work so many days after the start. */
function worthAfter(days: number, { trainingWeeks = 0, ramp = [] }: HiringChange): number {
  const week = Math.floor(days / WEEK) - trainingWeeks;
  if (days < 0 || week < 0) return 0;
  return ramp[week] ?? 1;
}

/** The class as a group of its own: on the payroll from the first day, worth what the ramp says. */
function classOf(change: HiringChange, like: SkillHeadcount, untilOn: string): SkillHeadcount {
  const length = Math.max(0, daysBetween(change.startsOn, untilOn));
  const steps = Array.from({ length }, (_, days) => ({
    fromOn: addDays(change.startsOn, days),
    agents: change.agents * worthAfter(days, change),
    paidAgents: change.agents,
  }));
  const first = steps.filter((step, index) => index === 0 || step.agents !== steps[index - 1]!.agents);
  return { ...like, agents: 0, steps: first };
}

/** A class of new people who learn: paid from the start, at work by the ramp. */
export const hiringChange: ChangeKind<HiringChange> = {
  kind: 'hiring',
  title: { en: 'Hiring', ja: '採用' },
  faults: (change, base) => [
    ...peopleFaults(base, change.skillId),
    ...numberFaults('agents', change.agents, { min: 0, max: 100_000 }),
    ...(isLocalDate(change.startsOn)
      ? []
      : [changeFault('startsOn', 'The date must be written as 2026-11-23', '日付は2026-11-23の形で入力してください')]),
    ...numberFaults('trainingWeeks', change.trainingWeeks ?? 0, { min: 0, max: 104 }),
    ...(change.ramp ?? []).flatMap((share, week) => numberFaults(`ramp.${week}`, share, { min: 0, max: 1.5 })),
  ],
  apply: (change, base) => {
    const people = base.people!;
    const like = people.headcountBySkill.find(({ skillId }) => skillId === change.skillId)!;
    const joined = classOf(change, like, gridDates(base).untilOn);
    return withPeople(base, { ...people, headcountBySkill: [...people.headcountBySkill, joined] });
  },
  words: (change, base, language) => {
    const { trainingWeeks = 0, ramp = [] } = change;
    const training =
      trainingWeeks === 0
        ? ''
        : inWords(
            language,
            `, ${numberText(trainingWeeks, language)} weeks of training`,
            `、研修${numberText(trainingWeeks, language)}週間`,
          );
    const growing =
      ramp.length === 0
        ? ''
        : inWords(
            language,
            `, then ${ramp.map((share) => fractionText(share, language)).join(', ')} by week`,
            `、その後は週ごとに${ramp.map((share) => fractionText(share, language)).join('、')}`,
          );
    const who = skillTitle(base, change.skillId);
    return (
      inWords(
        language,
        `${agentsText(change.agents, language)} hired for ${who} on ${change.startsOn}`,
        `${change.startsOn}に${who}を${agentsText(change.agents, language)}採用`,
      ) +
      training +
      growing
    );
  },
};
