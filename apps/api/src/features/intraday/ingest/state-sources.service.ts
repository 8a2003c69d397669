import { Injectable } from '@nestjs/common';
import {
  findStatePreset,
  mapState,
  STATE_PRESETS,
  stateKey,
  type OwnMapping,
  type StatePreset,
} from '@yotei/connectors';
import { isAgentState } from '@yotei/scheduling/adherence';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AGENT_STATES_TOPIC, AgentStateNews } from './agent-state-news.js';
import { StateEventRepository } from './state-events.repository.js';
import type { StateSource } from './state-sources.graphql-types.js';
import { meaningsOf } from './state-sources.mapper.js';
import { StateSourceRepository, type StoredStateSource } from './state-sources.repository.js';

export interface StateSourceChange {
  readonly id: string;
  readonly version?: number | null;
  readonly title: string;
  readonly presetId: string;
  readonly states: readonly { readonly word: string; readonly state: string }[];
  readonly fallback?: string | null;
  readonly silentAfterSeconds: number;
  readonly remapFromAt?: Instant | null;
}

export type SaveStateSourceOutcome =
  | { readonly kind: 'saved'; readonly source: StateSource; readonly remapped: number }
  | { readonly kind: 'edited-meanwhile'; readonly source: StateSource }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

const LONGEST_TITLE = 80;
const MOST_WORDS = 500;

/** How sources are set up: what their words mean, and how long their silence is borne. */
@Injectable()
export class StateSourcesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly sources: StateSourceRepository,
    private readonly events: StateEventRepository,
    private readonly news: AgentStateNews,
  ) {}

  async all(context: RequestContext): Promise<StateSource[]> {
    return (await this.sources.all(context)).map(sourceOf);
  }

  async save(context: RequestContext, change: StateSourceChange): Promise<SaveStateSourceOutcome> {
    const read = readChange(change);
    if (read.kind === 'invalid') return read;
    const { preset, own } = read;
    const outcome = await this.database.withTenant(context, async (tx): Promise<SaveStateSourceOutcome> => {
      const saved = await this.sources.save(tx, { ...change, title: change.title.trim(), mapping: own });
      const now = (await this.sources.all(context)).find(({ id }) => id === change.id);
      if (!saved) return now ? { kind: 'edited-meanwhile', source: sourceOf(now) } : { kind: 'not-found' };
      const means = (word: string) => mapState(word, preset, own);
      const understood = now!.oddities.filter(({ kind, word }) => kind === 'unmapped-state' && means(word).mapped);
      await this.sources.forgetWords(
        tx,
        change.id,
        understood.map(({ word }) => word),
      );
      const remapped = change.remapFromAt == null ? 0 : await this.remap(tx, change.id, change.remapFromAt, means);
      const source = (await this.sources.all(context)).find(({ id }) => id === change.id)!;
      return { kind: 'saved', source: sourceOf(source), remapped };
    });
    if (outcome.kind === 'saved' && outcome.remapped > 0) await this.news.changed(context, AGENT_STATES_TOPIC, null);
    return outcome;
  }

  /** The source's words stay; what they mean is stored anew, and the days concerned are marked. */
  private async remap(
    tx: EntityManager,
    source: string,
    fromAt: Instant,
    means: (word: string) => { readonly state: string },
  ): Promise<number> {
    const words = await this.events.wordsOf(tx, source, fromAt);
    return this.events.remap(tx, {
      source,
      fromAt,
      meanings: words.map((word) => ({ word, state: means(word).state })),
    });
  }
}

type ReadChange =
  | { readonly kind: 'read'; readonly preset: StatePreset; readonly own: OwnMapping }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

function readChange(change: StateSourceChange): ReadChange {
  const invalid = (path: string, message: string): ReadChange => ({ kind: 'invalid', path, message });
  const { id, title, presetId, states, fallback = null, silentAfterSeconds } = change;
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) return invalid('id', 'must have 1 to 40 of a-z, 0-9 and -');
  if (title.trim() === '' || title.length > LONGEST_TITLE)
    return invalid('title', `must have 1 to ${LONGEST_TITLE} letters`);
  const preset = findStatePreset(presetId);
  if (!preset) return invalid('presetId', `must be one of ${STATE_PRESETS.map((one) => one.id).join(', ')}`);
  if (silentAfterSeconds < 10 || silentAfterSeconds > 86_400)
    return invalid('silentAfterSeconds', 'must lie in 10..86400');
  if (fallback !== null && !isAgentState(fallback)) return invalid('fallback', 'must be an agent state');
  if (states.length > MOST_WORDS) return invalid('states', `must be at most ${MOST_WORDS}`);
  const wrong = states.findIndex(({ word, state }) => stateKey(word) === '' || !isAgentState(state));
  if (wrong >= 0) return invalid(`states.${wrong}`, 'must have a word and an agent state');
  const own = Object.fromEntries(states.map(({ word, state }) => [stateKey(word), state]));
  return { kind: 'read', preset, own: { states: own, ...(fallback !== null && { fallback }) } as OwnMapping };
}

function sourceOf({ preset, mapping, oddities, ...rest }: StoredStateSource): StateSource {
  return {
    ...rest,
    presetId: preset,
    states: meaningsOf(mapping.states),
    fallback: mapping.fallback ?? null,
    oddities: [...oddities],
  };
}
