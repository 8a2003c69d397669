import { FULL_TIME_36, FULL_TIME_40, PART_TIME, SHORT_TIME } from './contract-ids.js';
import type { DemoAgent } from './demo-centre.js';
import { JAPANESE_FAMILY, JAPANESE_GIVEN, LATIN_FAMILY, LATIN_GIVEN } from './names.js';
import { randomSource, type RandomSource } from './random-source.js';

type Availability = DemoAgent['availability'];

/** Share of the agents who sit in Tokyo; the rest is the Dublin site. */
const TOKYO_SHARE = 0.8;

/** Skills of ten Tokyo agents: voice first, digital channels shared, one bilingual. */
const TOKYO_PROFILES: readonly { readonly teamId: string; readonly skillIds: readonly string[] }[] = [
  { teamId: 'tokyo-voice-1', skillIds: ['voice-ja'] },
  { teamId: 'tokyo-digital', skillIds: ['chat-ja', 'email'] },
  { teamId: 'tokyo-voice-2', skillIds: ['voice-ja'] },
  { teamId: 'tokyo-voice-1', skillIds: ['voice-ja', 'chat-ja'] },
  { teamId: 'tokyo-digital', skillIds: ['chat-ja', 'social'] },
  { teamId: 'tokyo-voice-2', skillIds: ['voice-ja', 'email'] },
  { teamId: 'tokyo-digital', skillIds: ['chat-ja', 'email', 'social'] },
  { teamId: 'tokyo-voice-1', skillIds: ['voice-ja'] },
  { teamId: 'tokyo-voice-2', skillIds: ['voice-ja', 'voice-en'] },
  { teamId: 'tokyo-voice-2', skillIds: ['voice-ja'] },
];

const windows = (weekdays: readonly number[], fromHour: number, untilHour: number): Availability =>
  weekdays.map((weekday) => ({ weekday, fromMinute: fromHour * 60, untilMinute: untilHour * 60 }));

/** When part-timers can work: school hours, late days, the weekend. Each leaves room for the contract's minimum. */
const PART_TIME_WINDOWS: readonly Availability[] = [
  windows([1, 2, 3, 4, 5], 8, 16),
  windows([2, 3, 4, 5, 6], 12, 21),
  windows([1, 2, 3, 4, 5], 9, 18),
  windows([3, 4, 5, 6, 7], 9, 21),
];
const SHORT_TIME_WINDOWS: readonly Availability[] = [
  windows([1, 2, 3, 4, 5], 9, 15),
  windows([1, 2, 3, 4, 5], 15, 21),
  [...windows([1, 5], 15, 21), ...windows([6, 7], 9, 18)],
];

function tokyoContract(random: RandomSource): { contractId: string; availability: Availability } {
  const draw = random.uniform();
  if (draw < 0.56) return { contractId: FULL_TIME_40.tokyo, availability: [] };
  if (draw < 0.68) return { contractId: FULL_TIME_36.tokyo, availability: [] };
  if (draw < 0.87) return { contractId: PART_TIME.tokyo, availability: random.pick(PART_TIME_WINDOWS) };
  return { contractId: SHORT_TIME.tokyo, availability: random.pick(SHORT_TIME_WINDOWS) };
}

function dublinContract(random: RandomSource): { contractId: string; availability: Availability } {
  if (random.uniform() < 0.75) return { contractId: FULL_TIME_40.dublin, availability: [] };
  return { contractId: PART_TIME.dublin, availability: random.uniform() < 0.5 ? windows([1, 2, 3, 4, 5], 8, 14) : [] };
}

interface InventedName {
  readonly name: string;
  readonly nameReading: string;
  readonly latinName: string;
}

/** Endless invented names; family and given names meet at most once until all pairs are used, then a number is added. */
function inventedNames<F, G>(
  random: RandomSource,
  lists: { family: readonly F[]; given: readonly G[] },
  join: (family: F, given: G) => InventedName,
): () => InventedName {
  const pairs = random.shuffled(lists.family.flatMap((family) => lists.given.map((given) => ({ family, given }))));
  let next = 0;
  return () => {
    const { family, given } = pairs[next % pairs.length]!;
    const round = Math.floor(next / pairs.length);
    next += 1;
    const made = join(family, given);
    return round === 0
      ? made
      : { ...made, name: `${made.name} ${round + 1}`, latinName: `${made.latinName} ${round + 1}` };
  };
}

function seniorityOf(index: number): DemoAgent['seniority'] {
  if (index % 12 === 0) return 'lead';
  return index % 3 === 1 ? 'senior' : 'entry';
}

/** The invented agents: four fifths in Tokyo, one fifth in Dublin; names plausible in their language, never of real people. */
export function generateAgents(seed: number, count: number): DemoAgent[] {
  const random = randomSource(seed, 'people');
  const japanese = inventedNames(random, { family: JAPANESE_FAMILY, given: JAPANESE_GIVEN }, (family, given) => ({
    name: `${family[0]} ${given[0]}`,
    nameReading: `${family[1]} ${given[1]}`,
    latinName: `${given[2]} ${family[2]}`,
  }));
  const latin = inventedNames(random, { family: LATIN_FAMILY, given: LATIN_GIVEN }, (family, given) => ({
    name: `${given} ${family}`,
    nameReading: `${given} ${family}`,
    latinName: `${given} ${family}`,
  }));
  const tokyoCount = Math.round(count * TOKYO_SHARE);
  return Array.from({ length: count }, (_, index) => {
    const id = `agent-${String(index + 1).padStart(4, '0')}`;
    if (index >= tokyoCount) {
      const made = { ...latin(), ...dublinContract(random) };
      return {
        id,
        ...made,
        siteId: 'dublin',
        teamId: 'dublin',
        zone: 'Europe/Dublin',
        skillIds: ['voice-en'],
        seniority: seniorityOf(index - tokyoCount),
      };
    }
    // The first agent is the one the demo signs in as: full time, one skill, so that the week is easy to read.
    const contract = index === 0 ? { contractId: FULL_TIME_40.tokyo, availability: [] } : tokyoContract(random);
    return {
      id,
      ...japanese(),
      ...contract,
      siteId: 'tokyo',
      zone: 'Asia/Tokyo',
      ...TOKYO_PROFILES[index % TOKYO_PROFILES.length]!,
      seniority: index === 0 ? 'entry' : seniorityOf(index),
    };
  });
}
