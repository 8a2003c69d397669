import { moneyText } from '../../costs/index.js';
import { changeFault, eitherFaults, numberFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import type { WagesChange } from '../scenario-change.js';
import { factorText, inWords } from '../words/amount-words.js';
import { skillTitle } from '../words/scope-words.js';

/** Other wages for a paid hour; premiums and contributions follow, because they are shares of it. */
export const wagesChange: ChangeKind<WagesChange> = {
  kind: 'wages',
  title: { en: 'Wages', ja: '賃金' },
  faults: (change, base) => [
    ...(base.costs
      ? []
      : [
          changeFault(
            'kind',
            'Nothing is known of costs; set them up first',
            '費用の設定がありません。先に設定してください',
          ),
        ]),
    ...eitherFaults(['factor', 'perPaidHour'], [change.factor, change.perPaidHour]),
    ...(change.factor === undefined ? [] : numberFaults('factor', change.factor, { min: 0, max: 20 })),
    ...(change.perPaidHour === undefined ? [] : numberFaults('perPaidHour', change.perPaidHour, { min: 0, max: 1e9 })),
  ],
  apply: (change, base) => {
    const { skillId, contractId, factor = 1, perPaidHour } = change;
    const costs = base.costs!;
    const isMeant = (row: { skillId?: string; contractId?: string }): boolean =>
      (skillId === undefined || row.skillId === skillId) && (contractId === undefined || row.contractId === contractId);
    const wages = costs.wages.map((row) =>
      isMeant(row) ? { ...row, perPaidHour: perPaidHour ?? row.perPaidHour * factor } : row,
    );
    // A wage for a skill or contract that had no row of its own is a row more.
    const isNew = perPaidHour !== undefined && !costs.wages.some(isMeant);
    return {
      ...base,
      costs: { ...costs, wages: isNew ? [...wages, { perPaidHour, skillId, contractId }] : wages },
    };
  },
  words: (change, base, language) => {
    const who = [
      ...(change.skillId === undefined ? [] : [skillTitle(base, change.skillId)]),
      ...(change.contractId === undefined ? [] : [change.contractId]),
    ];
    const scope = who.length === 0 ? inWords(language, 'everybody', '全員') : who.join(', ');
    const amount =
      change.perPaidHour === undefined
        ? factorText(change.factor ?? 1, language)
        : inWords(
            language,
            `${moneyText(change.perPaidHour, base.costs?.currency ?? 'XXX', { language })} an hour`,
            `時給${moneyText(change.perPaidHour, base.costs?.currency ?? 'XXX', { language })}`,
          );
    return inWords(language, `Wages ${amount} (${scope})`, `賃金${amount}（${scope}）`);
  },
};
