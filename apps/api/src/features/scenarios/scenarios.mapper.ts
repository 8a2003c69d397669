import type { LocalText } from '../../platform/graphql/shared.graphql-types.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { movedSince, type BaseBasis } from './base/base-gap.js';
import type { ScenarioBaseMissing } from './scenario-base.graphql-types.js';
import { baseMissingOf } from './scenario-base.mapper.js';
import {
  Scenario,
  ScenarioChangedMeanwhile,
  ScenarioFaulty,
  ScenarioSaved,
  type SaveScenarioResult,
  type ScenarioMove,
} from './scenarios.graphql-types.js';
import type { ScenarioRecord } from './scenarios.repository.js';
import type { SavedScenario } from './scenarios.service.js';

export function scenarioOf({ archived, ...record }: ScenarioRecord): Scenario {
  return Object.assign(new Scenario(), { ...record, isArchived: archived });
}

export function savedScenarioOf(result: SavedScenario): typeof SaveScenarioResult {
  if (result.kind === 'saved') return Object.assign(new ScenarioSaved(), { scenario: scenarioOf(result.scenario) });
  return refusedScenarioOf(result);
}

type RefusalType<Kind> = {
  readonly 'changed-meanwhile': ScenarioChangedMeanwhile;
  readonly faulty: ScenarioFaulty;
  readonly 'base-missing': ScenarioBaseMissing;
  readonly invalid: InvalidInput;
  readonly 'not-found': NotFound;
}[Kind & Exclude<SavedScenario['kind'], 'saved'>];

/** The typed failure for what a service refused; its type follows from the kinds that can come. */
export function refusedScenarioOf<Refused extends Exclude<SavedScenario, { kind: 'saved' }>>(
  refused: Refused,
): RefusalType<Refused['kind']> {
  return refusalOf(refused) as RefusalType<Refused['kind']>;
}

function refusalOf(result: Exclude<SavedScenario, { kind: 'saved' }>) {
  switch (result.kind) {
    case 'changed-meanwhile':
      return Object.assign(new ScenarioChangedMeanwhile(), {
        message: 'somebody saved this scenario meanwhile',
        scenario: scenarioOf(result.scenario),
      });
    case 'faulty':
      return Object.assign(new ScenarioFaulty(), {
        message: 'some changes make no sense here',
        faults: result.faults.map(({ message, ...fault }) => ({ ...fault, text: { ...message } })),
      });
    case 'base-missing':
      return baseMissingOf(result.gaps);
    case 'invalid':
      return InvalidInput.of(result.path, result.message);
    case 'not-found':
      return NotFound.of(result.what);
  }
}

const MOVE_TEXTS: Readonly<Record<string, (name: LocalText) => LocalText>> = {
  forecast: ({ en, ja }) => ({ en: `${en} has a newer forecast.`, ja: `${ja}の予測が新しくなりました。` }),
  edits: ({ en, ja }) => ({
    en: `The edits of the forecast of ${en} have changed.`,
    ja: `${ja}の予測の調整が変わりました。`,
  }),
  settings: ({ en, ja }) => ({
    en: `The goals or the shrinkage of ${en} have changed.`,
    ja: `${ja}の目標や不在率が変わりました。`,
  }),
  roster: () => ({ en: 'The roster has changed.', ja: 'シフト表が変わりました。' }),
  costs: () => ({ en: 'What work costs has changed.', ja: '費用の設定が変わりました。' }),
  'long-range': () => ({ en: 'There is a newer long-range forecast.', ja: '長期予測が新しくなりました。' }),
};

/** What moved since the scenario was saved, one line a thing. */
export function movesOf(
  before: BaseBasis,
  now: BaseBasis,
  nameOf: (queueId: string) => LocalText | undefined,
): ScenarioMove[] {
  return movedSince(before, now).map(({ kind, id }) => {
    const name = (id && nameOf(id)) || { en: 'A queue', ja: 'キュー' };
    return { kind, id, text: MOVE_TEXTS[kind]?.(name) ?? { en: kind, ja: kind } };
  });
}
