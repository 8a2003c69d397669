/** Our words for what an agent is doing; the same as `AgentState` of scheduling, which the api checks when it compiles. */
export type StateWord =
  | 'available'
  | 'handling'
  | 'after-contact'
  | 'on-break'
  | 'at-lunch'
  | 'in-meeting'
  | 'in-training'
  | 'in-coaching'
  | 'back-office'
  | 'away'
  | 'offline';

/** What the states of one kind of system mean: one file under `presets/`, one line in `catalogue.ts`. */
export interface StatePreset {
  /** Permanent, kebab-case: it is stored with each source. */
  readonly id: string;
  readonly title: string;
  /** Where the words come from, and what is not sure. Shown beside the mapping. */
  readonly source: string;
  /** How a sender says the state of this system in one text. */
  readonly howToSay: string;
  /** {@link stateKey} of the system's word -> ours. A key with `/` means word and detail. */
  readonly states: Readonly<Record<string, StateWord>>;
  /** Words of {@link states} no manual of the system was seen to say, or that centres name themselves: to be checked. */
  readonly believed: readonly string[];
  /** What a word without mapping is stored as, until somebody maps it. */
  readonly fallback: StateWord;
}

/** What an organisation says over the preset; keys as in {@link StatePreset.states}. */
export interface OwnMapping {
  readonly states?: Readonly<Record<string, StateWord>>;
  readonly fallback?: StateWord;
}

export interface MappedState {
  readonly state: StateWord;
  /** False: the word has no mapping and `state` is the fallback. */
  readonly mapped: boolean;
}

/**
 * A source's word in the form it is looked up in: lower case, its parts joined by `-`; `/` parts word and detail.
 * `ON_QUEUE`, `OnQueue` and `on queue` are one word. Letters of any script stay. Empty for a text without letter or digit.
 */
export function stateKey(word: string): string {
  return word
    .normalize('NFKC')
    .split(/[/:]/)
    .map((part) =>
      part
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, ''),
    )
    .filter((part) => part !== '')
    .join('/');
}

/** Ours for a word of the source: its own mapping before the preset's, word with detail before the word alone, else the fallback. */
export function mapState(word: string, preset: StatePreset, own: OwnMapping = {}): MappedState {
  const key = stateKey(word);
  const [plain = key] = key.split('/');
  for (const candidate of [key, plain]) {
    for (const states of [own.states ?? {}, preset.states]) {
      const state = Object.hasOwn(states, candidate) ? states[candidate] : undefined;
      if (state) return { state, mapped: true };
    }
  }
  return { state: own.fallback ?? preset.fallback, mapped: false };
}
