import { AGENT_STATES } from '@yotei/scheduling/adherence';
import type { AdherenceSettingsInput, SetupAdherencePartsFragment } from '../../../graphql/generated/graphql.js';

/** The fields of the form; words of sources stand in one line. */
export interface AdherenceDraft {
  readonly graceSeconds: number | null;
  readonly bootMinutes: number | null;
  readonly ignoredActivityTypeIds: readonly string[];
  readonly ignoredStates: readonly string[];
  readonly ignoredWords: string;
  readonly countsOutsideShift: boolean;
}

const OURS: readonly string[] = AGENT_STATES;

export function draftOf(settings: SetupAdherencePartsFragment): AdherenceDraft {
  return {
    graceSeconds: settings.graceSeconds,
    bootMinutes: settings.bootSeconds / 60,
    ignoredActivityTypeIds: settings.ignoredActivityTypeIds,
    ignoredStates: settings.ignoredStates.filter((word) => OURS.includes(word)),
    ignoredWords: settings.ignoredStates.filter((word) => !OURS.includes(word)).join(', '),
    countsOutsideShift: settings.countsOutsideShift,
  };
}

/** Null while a number is missing. */
export function inputOf(
  draft: AdherenceDraft,
  { siteId, version }: Pick<SetupAdherencePartsFragment, 'siteId' | 'version'>,
): AdherenceSettingsInput | null {
  const { graceSeconds, bootMinutes, ignoredActivityTypeIds, ignoredStates, ignoredWords, countsOutsideShift } = draft;
  if (graceSeconds === null || bootMinutes === null) return null;
  const words = ignoredWords
    .split(/[,、]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return {
    siteId,
    version,
    graceSeconds: Math.round(graceSeconds),
    bootSeconds: Math.round(bootMinutes * 60),
    ignoredActivityTypeIds: [...ignoredActivityTypeIds],
    ignoredStates: [...new Set([...ignoredStates, ...words])],
    countsOutsideShift,
  };
}
