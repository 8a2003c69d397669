import type { SetupContractInput } from '../../../graphql/generated/graphql.js';
import type { SetupContract } from '../setup.queries.js';

export interface RotationWeekDraft {
  /** None: all of the contract. */
  readonly templateIds: readonly string[];
  readonly daysOff: readonly number[];
}

export interface RotationDraft {
  readonly startsOn: string;
  readonly weeks: readonly RotationWeekDraft[];
}

/** A contract while it is typed. */
export interface ContractDraft {
  readonly title: string;
  readonly weeklyMinutesMin: number;
  readonly weeklyMinutesMax: number;
  readonly daysPerWeekMax: number;
  readonly templateIds: readonly string[];
  readonly rotation: RotationDraft | null;
}

export const NEW_CONTRACT: ContractDraft = {
  ...{ title: '', weeklyMinutesMin: 2400, weeklyMinutesMax: 2400, daysPerWeekMax: 5 },
  ...{ templateIds: [], rotation: null },
};

export function draftOf(contract: SetupContract): ContractDraft {
  const { title, weeklyMinutesMin, weeklyMinutesMax, daysPerWeekMax, templateIds, rotation } = contract;
  return {
    ...{ title, weeklyMinutesMin, weeklyMinutesMax, daysPerWeekMax, templateIds },
    rotation: rotation && {
      startsOn: rotation.startsOn,
      weeks: rotation.weeks.map((week) => ({ templateIds: week.templateIds ?? [], daysOff: week.daysOff ?? [] })),
    },
  };
}

/** The draft as the api takes it; `of` is the contract it changes, null for a new one. */
export function inputOf(
  draft: ContractDraft,
  of: { readonly id: string; readonly version: number } | null,
  archived = false,
): SetupContractInput {
  const { rotation, templateIds, ...rest } = draft;
  const usable = new Set(templateIds);
  return {
    ...rest,
    id: of?.id ?? null,
    version: of?.version ?? 0,
    templateIds: [...templateIds],
    // A week names no template that the contract has lost.
    rotation: rotation && {
      startsOn: rotation.startsOn,
      weeks: rotation.weeks.map((week) => {
        const own = week.templateIds.filter((id) => usable.has(id));
        return {
          templateIds: own.length > 0 ? own : null,
          daysOff: week.daysOff.length > 0 ? [...week.daysOff] : null,
        };
      }),
    },
    archived,
  };
}
