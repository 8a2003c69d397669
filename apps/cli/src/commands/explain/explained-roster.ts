import {
  explainShortages,
  limitText,
  reasonTitle,
  unmetWishes,
  wishText,
  wordsOf,
  type ExplainedShortage,
  type ExplanationWords,
  type ShortReason,
  type UnmetWish,
} from '@yotei/scheduling/explanation';
import { shortHourPrice } from '@yotei/scheduling/optimiser';
import type { Roster, RosterProblem } from '@yotei/scheduling/roster';
import { formatLocal } from '@yotei/time';
import { significant } from '../../io/csv-writer.js';

/** What can be said about a finished roster. */
export interface ExplainedRoster {
  readonly problem: RosterProblem;
  readonly shortages: readonly ExplainedShortage[];
  readonly wishes: readonly UnmetWish[];
  readonly words: ExplanationWords;
  readonly hourPrice: number;
}

const DIGITS = 6;
/** Lines of each list in the text; the document holds all. */
const MOST_LINES = 10;
const MOST_REASONS = 4;

export function explainRoster(problem: RosterProblem, roster: Roster, most?: number): ExplainedRoster {
  return {
    problem,
    shortages: explainShortages(problem, roster, { most }),
    wishes: unmetWishes(problem, roster),
    words: wordsOf(problem, 'en'),
    hourPrice: shortHourPrice(problem),
  };
}

/** The explanation in plain text, a line each: what is short and why, whose wishes are unmet, what would help most. */
export function explanationLines(explained: ExplainedRoster): string[] {
  return [...shortLines(explained), ...wishLines(explained), ...helpLines(explained)];
}

function shortLines({ shortages, words }: ExplainedRoster): string[] {
  if (shortages.length === 0) return ['nothing is short'];
  const hours = shortages.reduce((sum, { missingHours }) => sum + missingHours, 0);
  const lines = [`short: ${hours.toFixed(1)} agent-hours in ${shortages.length} stretches`];
  for (const shortage of shortages.slice(0, MOST_LINES)) lines.push(...linesOf(shortage, words));
  if (shortages.length > MOST_LINES) lines.push(`  and ${shortages.length - MOST_LINES} more; --json holds all`);
  return lines;
}

const agents = (count: number): string => (count === 1 ? '1 agent' : `${count} agents`);
const figure = (value: number): string => String(Math.round(value * 10) / 10);

function linesOf(shortage: ExplainedShortage, words: ExplanationWords): string[] {
  const { span, scheduledAgents, agentsToRoster, missingHours } = shortage;
  const from = formatLocal(span.startAt, words.zone).slice(0, 16).replace('T', ' ');
  const until = formatLocal(span.endAt, words.zone).slice(11, 16);
  const lines = [
    `  ${words.queue(shortage.queueId)} ${from} to ${until}: ${missingHours.toFixed(1)} h short, at most ${figure(agentsToRoster - scheduledAgents)} of ${figure(agentsToRoster)} agents`,
  ];
  for (const reason of shortage.reasons.slice(0, MOST_REASONS)) lines.push(`    ${reasonLine(reason, words)}`);
  for (const [count, text] of restOf(shortage)) if (count > 0) lines.push(`    ${agents(count)}: ${text}`);
  return lines;
}

function reasonLine(reason: ShortReason, words: ExplanationWords): string {
  const { gain, agentIds } = reason;
  const title = `${agents(agentIds.length)}: ${reasonTitle(reason, words)}`;
  if (!gain) return `${title}; letting it out saves nothing over the week`;
  const { agentId, limit, hoursSaved } = gain;
  return `${title}; ${words.agent(agentId)} ${limitText(limit, agentId, words)} saves ${hoursSaved.toFixed(1)} h`;
}

function restOf(shortage: ExplainedShortage): readonly (readonly [number, string])[] {
  return [
    [shortage.worthMoreElsewhere?.agentIds.length ?? 0, 'could work then, but is missed more at another time'],
    [shortage.improvable.length, 'could work then and save as the rules are; plan again'],
    [shortage.severalLimits.length, 'stopped by several limits at once'],
    [shortage.noTemplate.length, 'no shift template of theirs reaches it'],
    [shortage.beforePlan.length, 'only a shift that began before the days planned would reach it'],
  ];
}

function wishLines({ problem, wishes, words }: ExplainedRoster): string[] {
  if (problem.preferences.length === 0) return [];
  if (wishes.length === 0) return ['every wish is met'];
  const lines = [`wishes: ${wishes.length} of ${problem.preferences.length} not met`];
  for (const { wish, times, cost } of wishes.slice(0, MOST_LINES)) {
    const often = times > 1 ? `, ${times} times` : '';
    lines.push(`  ${words.agent(wish.agentId)}: ${wishText(wish, words)}${often} (cost ${significant(cost, DIGITS)})`);
  }
  if (wishes.length > MOST_LINES) lines.push(`  and ${wishes.length - MOST_LINES} more; --json holds all`);
  return lines;
}

function helpLines(explained: ExplainedRoster): string[] {
  const { words } = explained;
  const gains = bestGains(explained).slice(0, MOST_REASONS);
  if (gains.length === 0) return [];
  return [
    'what would help most (each alone, saved over the whole roster):',
    ...gains.map(
      ({ agentId, limit, hoursSaved }) =>
        `  ${hoursSaved.toFixed(1)} h: ${words.agent(agentId)} ${limitText(limit, agentId, words)}`,
    ),
  ];
}

/** The best gain of each kind of limit over all stretches. */
function bestGains({ shortages }: ExplainedRoster) {
  const best = new Map<string, NonNullable<ShortReason['gain']>>();
  for (const { kind, ruleId, skillId, settingId, gain } of shortages.flatMap(({ reasons }) => reasons)) {
    const key = `${kind} ${settingId ?? ruleId ?? skillId ?? ''}`;
    if (gain && gain.costSaved > (best.get(key)?.costSaved ?? 0)) best.set(key, gain);
  }
  return [...best.values()].sort((a, b) => b.costSaved - a.costSaved);
}

/** The explanation for `--json` and the file: instants with offset, ids as in the files. */
export function explanationDocument({ problem, shortages, wishes, words }: ExplainedRoster): object {
  const at = (instant: number) => formatLocal(instant, problem.zone);
  return {
    short: shortages.map((one) => ({
      queue: one.queueId,
      start: at(one.span.startAt),
      end: at(one.span.endAt),
      deepest: at(one.deepest.startAt),
      required: significant(one.agentsToRoster, DIGITS),
      scheduled: significant(one.scheduledAgents, DIGITS),
      missingHours: significant(one.missingHours, DIGITS),
      cost: significant(one.cost, DIGITS),
      whereabouts: one.whereabouts.map(({ kind, activityTypeId, agentIds }) => ({
        kind,
        ...(activityTypeId !== undefined && { activity: activityTypeId }),
        agents: agentIds.length,
      })),
      reasons: one.reasons.map((reason) => reasonDocument(reason, { at, words })),
      worthMoreElsewhere: one.worthMoreElsewhere && {
        agents: one.worthMoreElsewhere.agentIds,
        leastCost: significant(one.worthMoreElsewhere.leastCost, DIGITS),
      },
      improvable: one.improvable.map(({ agentId, costSaved }) => ({
        agent: agentId,
        costSaved: significant(costSaved, DIGITS),
      })),
      severalLimits: one.severalLimits,
      noTemplate: one.noTemplate,
      beforePlan: one.beforePlan,
    })),
    unmetWishes: wishes.map(({ wish, index, times, cost }) => ({
      agent: wish.agentId,
      wish: wishText(wish, words),
      preference: index,
      times,
      cost: significant(cost, DIGITS),
    })),
  };
}

function reasonDocument(
  reason: ShortReason,
  { at, words }: { readonly at: (instant: number) => string; readonly words: ExplanationWords },
): object {
  const { kind, ruleId, skillId, settingId, agentIds, gain } = reason;
  return {
    limit: kind,
    ...(ruleId !== undefined && { rule: ruleId }),
    ...(settingId !== undefined && { teamRule: settingId }),
    ...(skillId !== undefined && { skill: skillId }),
    agents: agentIds,
    gain: gain && {
      agent: gain.agentId,
      change: limitText(gain.limit, gain.agentId, words),
      ...('span' in gain.limit && { start: at(gain.limit.span.startAt), end: at(gain.limit.span.endAt) }),
      agentsGained: gain.agentsGained,
      costSaved: significant(gain.costSaved, DIGITS),
      hoursSaved: significant(gain.hoursSaved, DIGITS),
    },
  };
}
