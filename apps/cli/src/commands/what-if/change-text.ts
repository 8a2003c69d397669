import { addDays, isLocalDate } from '@yotei/time';
import type { ScenarioBase, ScenarioChange, WhenScope } from '@yotei/scheduling/scenarios';
import { readDuration, readServiceGoal, type Read } from '../../io/quantities.js';

const value = <T>(read: T): Read<T> => ({ kind: 'value', value: read });
const problem = (message: string): Read<never> => ({ kind: 'problem', message });

/** `+20%`, `-5%`, `15%` as a share; undefined for anything else. */
function shareOf(text: string): number | undefined {
  const parts = /^([+-]?\d+(?:\.\d+)?)%$/.exec(text);
  // 115 % less 100 % is 0.14999999999999991 of doubles and 15 / 100 is 0.15.
  return parts ? Number(parts[1]) / 100 : undefined;
}

/** `+20%` or `x1.2` as a factor. */
function factorOf(text: string): number | undefined {
  const times = /^[x×](\d+(?:\.\d+)?)$/.exec(text);
  if (times) return Number(times[1]);
  const share = shareOf(text);
  return share === undefined ? undefined : (100 + share * 100) / 100;
}

/** `+30s`, `-1m` as seconds. */
function secondsOf(text: string): number | undefined {
  const parts = /^([+-]?)(.+)$/.exec(text);
  const read = readDuration(parts?.[2] ?? '');
  if (read.kind === 'problem') return undefined;
  return parts![1] === '-' ? -read.value : read.value;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `2026-11-23`, `2026-11-23..2026-11-27` (both counted), `mon,tue`. */
function whenOf(text: string | undefined): Read<WhenScope> {
  if (text === undefined) return value({});
  const names = text.toLowerCase().split(',');
  if (names.every((name) => WEEKDAYS.includes(name)))
    return value({ weekdays: names.map((name) => WEEKDAYS.indexOf(name) + 1) });
  const [from, until = from, ...more] = text.split('..');
  if (more.length > 0 || !isLocalDate(from!) || !isLocalDate(until!))
    return problem(`'${text}' is no time; expected for example 2026-11-23, 2026-11-23..2026-11-27 or mon,tue`);
  return value({ fromOn: from!, untilOn: addDays(until!, 1) });
}

/** A change as it is written: `kind=name:value@when`. */
interface Parts {
  readonly kind: string;
  readonly names: readonly string[];
  readonly text: string;
  readonly when: WhenScope;
}

function partsOf(text: string): Read<Parts> {
  const found = /^([a-z-]+)=(.+)$/.exec(text.trim());
  if (!found) return problem(`'${text}' is no change; expected for example volume=+20%`);
  const [body, at, ...more] = found[2]!.split('@');
  if (more.length > 0) return problem(`'${text}' has more than one @; write times once, at the end`);
  const when = whenOf(at);
  if (when.kind === 'problem') return when;
  const names = body!.split(':');
  const last = names.pop()!.trim();
  return value({ kind: found[1]!, names: names.map((name) => name.trim()), text: last, when: when.value });
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Queues of a name: an id, a title, or a channel for all of its queues. */
function queuesOf(name: string, { queues }: ScenarioBase): readonly string[] {
  const own = queues.filter(({ id, title }) => same(id, name) || same(title, name));
  return (own.length > 0 ? own : queues.filter(({ channel }) => same(channel, name))).map(({ id }) => id);
}

function skillOf(name: string, { people }: ScenarioBase): string | undefined {
  return people?.headcountBySkill.find(({ skillId, title }) => same(skillId, name) || same(title ?? '', name))?.skillId;
}

type Scope = { readonly queueIds?: readonly string[] } & WhenScope;
type Reader = (parts: Parts, base: ScenarioBase) => Read<ScenarioChange>;

/** Queue names before the value; none = all queues. */
function scopeOf({ names, when }: Parts, base: ScenarioBase): Read<Scope> {
  const queueIds: string[] = [];
  for (const name of names) {
    const found = queuesOf(name, base);
    if (found.length === 0)
      return problem(`'${name}' is no queue or channel; there are ${base.queues.map(({ title }) => title).join(', ')}`);
    queueIds.push(...found);
  }
  return value({ ...(queueIds.length > 0 && { queueIds }), ...when });
}

function scoped(
  parts: Parts,
  base: ScenarioBase,
  make: (scope: Scope) => ScenarioChange | string,
): Read<ScenarioChange> {
  const scope = scopeOf(parts, base);
  if (scope.kind === 'problem') return scope;
  const made = make(scope.value);
  return typeof made === 'string' ? problem(`'${parts.text}' ${made}`) : value(made);
}

const PERCENT = 'is no share; expected for example 15%';

function absence(parts: Parts, base: ScenarioBase): Read<ScenarioChange> {
  const { fromOn, untilOn } = parts.when;
  if (fromOn === undefined) return problem('absence needs a date; expected for example absence=Voice:2@2026-11-23');
  const fraction = shareOf(parts.text);
  const agents = Number(parts.text);
  if (fraction === undefined && !(agents >= 0)) return problem(`'${parts.text}' is no number of people and no share`);
  const who = fraction === undefined ? { agents } : { fraction };
  const [name] = parts.names;
  const asked = { kind: 'absence', fromOn, untilOn, ...who } as const;
  if (name === undefined) return value(asked);
  const queueIds = queuesOf(name, base);
  if (queueIds.length > 0) return value({ ...asked, queueIds });
  const skillId = skillOf(name, base);
  return skillId === undefined ? problem(`'${name}' is no queue and no skill`) : value({ ...asked, skillId });
}

function headcount(parts: Parts, base: ScenarioBase): Read<ScenarioChange> {
  const name = parts.names[0] ?? '';
  const skillId =
    skillOf(name, base) ?? base.queues.find(({ id, title }) => same(id, name) || same(title, name))?.skillId;
  const agents = Number(parts.text);
  if (!skillId) return problem(`'${name}' is no skill; expected for example headcount=Voice:+2`);
  return Number.isFinite(agents)
    ? value({ kind: 'headcount', skillId, agents, fromOn: parts.when.fromOn })
    : problem(`'${parts.text}' is no number of people`);
}

function mix(parts: Parts, base: ScenarioBase): Read<ScenarioChange> {
  const [from, to] = (parts.names[0] ?? '').split('>').map((name) => queuesOf(name.trim(), base)[0]);
  const fraction = shareOf(parts.text);
  if (!from || !to || fraction === undefined)
    return problem(`'${parts.names[0] ?? ''}' cannot be read; expected for example mix=Voice>Chat:10%`);
  return value({ kind: 'mix', fromQueueId: from, toQueueId: to, fraction, ...parts.when });
}

function goal(parts: Parts, base: ScenarioBase): Read<ScenarioChange> {
  const read = readServiceGoal(parts.text);
  return read.kind === 'problem'
    ? read
    : scoped(parts, base, ({ queueIds }) => ({ kind: 'goal', queueIds, goal: read.value }));
}

function shrinkage(parts: Parts, base: ScenarioBase): Read<ScenarioChange> {
  const id = parts.names.at(-1);
  const fraction = shareOf(parts.text);
  if (id === undefined || fraction === undefined)
    return problem(`'${parts.text}' cannot be read; expected for example shrinkage=sickness:8%`);
  const planned = base.queues.some(({ plan }) => plan.shrinkage?.some((own) => own.id === id && own.planned)) ?? false;
  return scoped({ ...parts, names: parts.names.slice(0, -1) }, base, ({ queueIds }) => ({
    kind: 'shrinkage',
    queueIds,
    reason: { id, fraction, planned },
  }));
}

/** How each kind is written short; the others are for a file of changes. */
const READERS: Readonly<Record<string, Reader>> = {
  volume: (parts, base) =>
    scoped(parts, base, (scope) => {
      const factor = factorOf(parts.text);
      return factor === undefined
        ? 'is no change of volume; expected +20% or x1.2'
        : { kind: 'volume', factor, ...scope };
    }),
  'handle-time': (parts, base) =>
    scoped(parts, base, (scope) => {
      const factor = factorOf(parts.text);
      if (factor !== undefined) return { kind: 'handle-time', factor, ...scope };
      const addSeconds = secondsOf(parts.text);
      return addSeconds === undefined
        ? 'is no change of handle time; expected +30s or +10%'
        : { kind: 'handle-time', addSeconds, ...scope };
    }),
  deflection: (parts, base) =>
    scoped(parts, base, (scope) => {
      const deflectedFraction = shareOf(parts.text);
      return deflectedFraction === undefined ? PERCENT : { kind: 'deflection', deflectedFraction, ...scope };
    }),
  'repeat-contacts': (parts, base) =>
    scoped(parts, base, ({ queueIds }) => {
      const repeatFraction = shareOf(parts.text);
      return repeatFraction === undefined ? PERCENT : { kind: 'repeat-contacts', queueIds, repeatFraction };
    }),
  goal,
  patience: (parts, base) =>
    scoped(parts, base, ({ queueIds }) => {
      const factor = factorOf(parts.text);
      if (factor !== undefined) return { kind: 'patience', queueIds, factor };
      const seconds = secondsOf(parts.text);
      return seconds === undefined ? 'is no patience; expected 120s or +10%' : { kind: 'patience', queueIds, seconds };
    }),
  'occupancy-cap': (parts, base) =>
    scoped(parts, base, ({ queueIds }) => {
      const maxOccupancyFraction = parts.text === 'none' ? null : shareOf(parts.text);
      return maxOccupancyFraction === undefined ? PERCENT : { kind: 'occupancy-cap', queueIds, maxOccupancyFraction };
    }),
  shrinkage,
  headcount,
  absence,
  mix,
  wages: (parts) => {
    const factor = factorOf(parts.text);
    return factor === undefined ? problem(`'${parts.text}' ${PERCENT}`) : value({ kind: 'wages', factor });
  },
  attrition: (parts) => {
    const yearlyFraction = shareOf(parts.text);
    return yearlyFraction === undefined
      ? problem(`'${parts.text}' ${PERCENT}`)
      : value({ kind: 'attrition', yearlyFraction });
  },
  'merge-queues': (parts, base) =>
    value({
      kind: 'merge-queues',
      queueIds: parts.text.split('+').map((name) => queuesOf(name.trim(), base)[0] ?? name),
    }),
  'law-pack': (parts) => value({ kind: 'law-pack', packId: parts.text }),
};

/** Kinds that can be written short. */
export const SHORT_KINDS = Object.keys(READERS);

/** A change written short: `volume=+20%`, `deflection=chat:15%`, `absence=Voice:2@2026-11-23`, `goal=Voice:90/10`. */
export function readChange(text: string, base: ScenarioBase): Read<ScenarioChange> {
  const parts = partsOf(text);
  if (parts.kind === 'problem') return parts;
  const read = READERS[parts.value.kind];
  return read
    ? read(parts.value, base)
    : problem(
        `'${parts.value.kind}' cannot be written short; there are ${SHORT_KINDS.join(', ')}, and --changes for all`,
      );
}
