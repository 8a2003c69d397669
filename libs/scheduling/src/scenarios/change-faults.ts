import type { ChangeFault } from './change-kind.js';
import type { ScenarioBase } from './scenario-base.js';
import type { QueueScope } from './scenario-change.js';

export const changeFault = (path: string, en: string, ja: string): ChangeFault => ({ path, message: { en, ja } });

/** A number that must lie within bounds, both included. */
export function numberFaults(
  path: string,
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number },
): readonly ChangeFault[] {
  return typeof value === 'number' && value >= min && value <= max
    ? []
    : [
        changeFault(
          path,
          `The value (${String(value)}) must lie in ${min}..${max}`,
          `値(${String(value)})は${min}～${max}にしてください`,
        ),
      ];
}

/** A share of a whole; `below` = 1 itself is none. */
export function fractionFaults(path: string, value: unknown, below?: 'below-1'): readonly ChangeFault[] {
  const fits = typeof value === 'number' && value >= 0 && (below ? value < 1 : value <= 1);
  return fits
    ? []
    : [
        changeFault(
          path,
          `The share (${String(value)}) must be 0 or more and ${below ? 'below' : 'at most'} 1; 15 % is 0.15`,
          `割合(${String(value)})は0以上1${below ? '未満' : '以下'}にしてください。15%は0.15です`,
        ),
      ];
}

/** Exactly one of two fields. */
export function eitherFaults(
  paths: readonly [string, string],
  values: readonly [unknown, unknown],
): readonly ChangeFault[] {
  const given = values.filter((value) => value !== undefined).length;
  return given === 1
    ? []
    : [
        changeFault(
          paths[0],
          `Exactly one of ${paths[0]} and ${paths[1]} must be given`,
          `${paths[0]}と${paths[1]}はどちらか1つだけ指定してください`,
        ),
      ];
}

export function queueFaults(path: string, queueId: string, base: ScenarioBase): readonly ChangeFault[] {
  return base.queues.some(({ id }) => id === queueId)
    ? []
    : [
        changeFault(
          path,
          `The queue (${queueId}) must be one of ${base.queues.map(({ id }) => id).join(', ')}`,
          `キュー(${queueId})は対象に含まれていません`,
        ),
      ];
}

export function queueScopeFaults({ queueIds }: QueueScope, base: ScenarioBase): readonly ChangeFault[] {
  if (queueIds?.length === 0)
    return [changeFault('queueIds', 'At least one queue must be named', 'キューを1つ以上選んでください')];
  return (queueIds ?? []).flatMap((queueId, index) => queueFaults(`queueIds.${index}`, queueId, base));
}

/** What a change of people needs: people are known, those of the skill among them. */
export function peopleFaults(base: ScenarioBase, skillId?: string): readonly ChangeFault[] {
  if (!base.people)
    return [
      changeFault(
        'kind',
        'Nothing is known of the people; a scenario of people needs their headcount',
        '人員の情報がないため、この変更はできません',
      ),
    ];
  if (skillId === undefined || base.people.headcountBySkill.some((group) => group.skillId === skillId)) return [];
  const known = [...new Set(base.people.headcountBySkill.map((group) => group.skillId))].join(', ');
  return [
    changeFault(
      'skillId',
      `The skill (${skillId}) must be one of ${known}`,
      `スキル(${skillId})の人員の情報がありません`,
    ),
  ];
}
