import type { DemandLayer } from '@yotei/forecast/edits';
import type { CostTerms } from '@yotei/scheduling/costs';
import {
  applyScenario,
  type AbsenceChange,
  type ScenarioBase,
  type ScenarioChange,
  type ScenarioChangeKind,
} from '@yotei/scheduling/scenarios';
import type { LocalisedText, StaffingPlan } from '@yotei/scheduling/staffing';
import { addDays, type LocalDate } from '@yotei/time';
import { layersBetween } from './promotion-layers.js';
import { OUTCOME_TEXTS, reasonAgainst } from './promotion-texts.js';

/** What one queue's forecast comes to before a change and after it. */
export interface PromotedDemand {
  readonly queueId: string;
  readonly contactsBefore: number;
  readonly contactsAfter: number;
  /** Weighted by contacts; NaN without any. */
  readonly handleSecondsBefore: number;
  readonly handleSecondsAfter: number;
}

/** What becomes of one change, by its place in the list. */
export interface PromotionLine {
  readonly index: number;
  readonly kind: ScenarioChangeKind;
  readonly promoted: boolean;
  /** How it is made the plan, or why it cannot be. */
  readonly text: LocalisedText;
  /** Of the forecasts it edits. */
  readonly demand?: readonly PromotedDemand[];
  /** People away a day, for a change that waits for somebody to say who. */
  readonly absent?: { readonly agents: number; readonly skillId: string | null };
}

/** Time off of people somebody chose for an absence. */
export interface PromotedAbsence {
  readonly agentIds: readonly string[];
  readonly kind: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

export interface PromotionPlan {
  readonly lines: readonly PromotionLine[];
  /** Edits of the forecast by queue, in the order they are laid. */
  readonly layers: ReadonlyMap<string, readonly DemandLayer[]>;
  readonly settings: ReadonlyMap<string, StaffingPlan>;
  readonly costs: CostTerms | null;
  readonly absences: readonly PromotedAbsence[];
}

/** Who is away in one change of the list. */
export interface ChosenPeople {
  readonly index: number;
  readonly agentIds: readonly string[];
  /** Kind of time off. */
  readonly kind: string;
}

export interface PromotionTerms {
  readonly mayEditCosts: boolean;
  /** Wall clock and length of the intervals of each queue, by id. */
  readonly queueOf: ReadonlyMap<string, { readonly zone: string; readonly intervalMinutes: number }>;
  readonly chosen?: readonly ChosenPeople[];
}

const SETTINGS_KINDS: readonly ScenarioChangeKind[] = ['goal', 'patience', 'shrinkage', 'occupancy-cap'];
const DEMAND_KINDS: readonly ScenarioChangeKind[] = [
  'volume',
  'handle-time',
  'mix',
  'deflection',
  'repeat-contacts',
  'opening-hours',
];

/** What stands after the changes taken over so far, and what they write. */
interface Draft {
  now: ScenarioBase;
  readonly layers: Map<string, DemandLayer[]>;
  readonly absences: PromotedAbsence[];
}

type Outcome = Pick<PromotionLine, 'promoted' | 'text' | 'demand' | 'absent'>;

/** What of a scenario can be made the plan, and how; the rest with its reason. Changes must be sound on the base. */
export function promotionPlan(
  base: ScenarioBase,
  changes: readonly ScenarioChange[],
  terms: PromotionTerms,
): PromotionPlan {
  const draft: Draft = { now: base, layers: new Map(), absences: [] };
  const lines = changes.map((change, index): PromotionLine => ({
    ...{ index, kind: change.kind },
    ...outcomeOf(change, draft, { ...terms, index }),
  }));
  const { now, layers, absences } = draft;
  const costs = now.costs === base.costs ? null : now.costs;
  return { lines, layers, settings: changedPlans(base, now), costs, absences };
}

function outcomeOf(change: ScenarioChange, draft: Draft, terms: PromotionTerms & { readonly index: number }): Outcome {
  if (DEMAND_KINDS.includes(change.kind)) return demandOutcome(change, draft, terms);
  if (change.kind === 'absence') return absenceOutcome(change, draft, terms);
  const isSettings = SETTINGS_KINDS.includes(change.kind);
  if (!isSettings && change.kind !== 'wages') return { promoted: false, text: reasonAgainst(change.kind) };
  if (change.kind === 'wages' && !terms.mayEditCosts) return { promoted: false, text: OUTCOME_TEXTS.noCosts };
  draft.now = applied(draft.now, change);
  return { promoted: true, text: isSettings ? OUTCOME_TEXTS.settings : OUTCOME_TEXTS.costs };
}

/** The base with one change more; as it was where the change no longer fits what is left of those before it. */
function applied(base: ScenarioBase, change: ScenarioChange): ScenarioBase {
  const result = applyScenario(base, [change]);
  return result.kind === 'applied' ? result.base : base;
}

function demandOutcome(change: ScenarioChange, draft: Draft, { queueOf }: PromotionTerms): Outcome {
  const { now } = draft;
  const after = applied(now, change);
  const demand: PromotedDemand[] = [];
  const found = new Map<string, readonly DemandLayer[]>();
  let opensHours = false;
  for (const [place, queue] of after.queues.entries()) {
    const before = now.queues[place]!;
    const own = queueOf.get(queue.id);
    if (!own || queue.forecast === before.forecast) continue;
    const between = layersBetween(change, now, {
      ...{ before: before.forecast, after: queue.forecast, zone: own.zone },
      isOwnStep: own.intervalMinutes === now.grid.stepMinutes,
    });
    if (between.kind === 'too-coarse') return { promoted: false, text: OUTCOME_TEXTS.tooCoarse };
    found.set(queue.id, between.layers);
    opensHours ||= Array.from(queue.forecast.contacts).some(
      (count, index) => count > 0 && Number.isNaN(before.forecast.contacts[index]!),
    );
    const [was, is] = [totalsOf(before.forecast), totalsOf(queue.forecast)];
    demand.push({
      queueId: queue.id,
      ...{ contactsBefore: was.contacts, contactsAfter: is.contacts },
      ...{ handleSecondsBefore: was.handleSeconds, handleSecondsAfter: is.handleSeconds },
    });
  }
  for (const [id, layers] of found) draft.layers.set(id, [...(draft.layers.get(id) ?? []), ...layers]);
  draft.now = after;
  if (change.kind !== 'opening-hours') return { promoted: true, text: OUTCOME_TEXTS.edit, demand };
  return { promoted: true, text: opensHours ? OUTCOME_TEXTS.newHours : OUTCOME_TEXTS.hours, demand };
}

function totalsOf({ contacts, averageHandleSeconds }: ScenarioBase['queues'][number]['forecast']) {
  let [count, seconds] = [0, 0];
  for (let index = 0; index < contacts.length; index += 1) {
    if (!(contacts[index]! > 0)) continue;
    count += contacts[index]!;
    seconds += contacts[index]! * (averageHandleSeconds[index]! || 0);
  }
  return { contacts: count, handleSeconds: count > 0 ? seconds / count : Number.NaN };
}

/** So many people whole; a share of everybody is a share of the skill's people. */
function absentPeople({ agents, fraction = 0, skillId, queueIds }: AbsenceChange, { people, queues }: ScenarioBase) {
  const skills = new Set(queues.filter(({ id }) => queueIds?.includes(id) ?? true).map((queue) => queue.skillId));
  const heads = (people?.headcountBySkill ?? [])
    .filter((group) => (skillId === undefined ? skills.has(group.skillId) : group.skillId === skillId))
    .reduce((sum, group) => sum + group.agents, 0);
  const own = skillId ?? (skills.size === 1 ? [...skills][0] : null);
  return { agents: agents === undefined ? Math.round(fraction * heads) : Math.ceil(agents), skillId: own ?? null };
}

function absenceOutcome(
  change: AbsenceChange,
  draft: Draft,
  { chosen = [], index }: PromotionTerms & { readonly index: number },
): Outcome {
  const absent = absentPeople(change, draft.now);
  const own = chosen.find((one) => one.index === index);
  if (!own || own.agentIds.length === 0) return { promoted: false, text: OUTCOME_TEXTS.choosePeople, absent };
  const { fromOn, untilOn = addDays(fromOn, 1) } = change;
  draft.absences.push({ agentIds: own.agentIds, kind: own.kind, fromOn, untilOn });
  return { promoted: true, text: OUTCOME_TEXTS.timeOff, absent };
}

function changedPlans(base: ScenarioBase, after: ScenarioBase): ReadonlyMap<string, StaffingPlan> {
  const before = new Map(base.queues.map(({ id, plan }) => [id, plan]));
  return new Map(
    after.queues.filter(({ id, plan }) => before.has(id) && before.get(id) !== plan).map(({ id, plan }) => [id, plan]),
  );
}
