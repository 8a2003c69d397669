import { AGENT_STATES } from '@yotei/scheduling/adherence';
import { t } from '../../../app/i18n/t.js';
import type { SelectOption } from '../../../ui/fields.js';
import type { Preset, Source } from './connections.queries.js';

/** One word of the source and what it means; an empty state: as the preset says, or not understood. */
export interface Meaning {
  readonly word: string;
  readonly state: string;
}

export interface SourceDraft {
  readonly id: string;
  readonly title: string;
  readonly presetId: string;
  readonly fallback: string;
  readonly silentAfterSeconds: number;
  readonly meanings: readonly Meaning[];
  readonly remap: boolean;
}

/** Stands for: as the preset says. */
export const AS_PRESET = 'as-preset';

/** What it says already, then the words nobody understands, waiting for a meaning. */
export function draftOf(source: Source | null): SourceDraft {
  const own = source?.states ?? [];
  const unknown = (source?.oddities ?? []).filter(({ kind }) => kind === 'unmapped-state');
  return {
    id: source?.id ?? '',
    title: source?.title ?? '',
    presetId: source?.presetId ?? 'generic',
    fallback: source?.fallback ?? AS_PRESET,
    silentAfterSeconds: source?.silentAfterSeconds ?? 300,
    meanings: [...own, ...unknown.map(({ word }) => ({ word, state: AS_PRESET }))],
    remap: false,
  };
}

/** A week back: what supervisors still look at, and little enough to be quick. */
const REMAP_MILLIS = 7 * 86_400_000;

export function inputOf(draft: SourceDraft, version: number | null, now: number) {
  return {
    id: draft.id.trim(),
    version,
    title: draft.title,
    presetId: draft.presetId,
    fallback: draft.fallback === AS_PRESET ? null : draft.fallback,
    silentAfterSeconds: draft.silentAfterSeconds,
    states: draft.meanings.filter(({ word, state }) => word.trim() !== '' && state !== AS_PRESET),
    remapFromAt: draft.remap ? new Date(now - REMAP_MILLIS).toISOString() : null,
  };
}

/** Our states, with a first choice for none of them. */
export function stateOptions(none: string): SelectOption[] {
  return [
    { id: AS_PRESET, text: none },
    ...AGENT_STATES.map((state) => ({ id: state, text: t(`agentStates.${state}`) })),
  ];
}

export function presetOptions(presets: readonly Preset[]): SelectOption[] {
  return presets.map(({ id, title }) => ({ id, text: title }));
}
