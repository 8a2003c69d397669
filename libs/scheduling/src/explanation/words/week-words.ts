import type { Interval } from '@yotei/time';
import type { Preference } from '../../roster/index.js';
import type { WeekExplanation } from '../explain-week.js';
import type { CoverageDifference } from '../coverage-differences.js';
import { conflictMemberText } from './conflict-words.js';
import { spanText } from './moment-words.js';
import type { ExplanationWords } from './names.js';
import { wishText } from './wish-words.js';

/** Whom the sentence is for: the agent is told about the work, the planner about the price as well. */
export type Audience = 'agent' | 'planner';

interface WeekSentence {
  readonly wish: Preference;
  readonly audience: Audience;
  /** Cost of one agent short for an hour, see `shortHourPrice`. */
  readonly hourPrice: number;
}

/** Queues, and stretches of each, named at most; all are in the numbers. */
const MOST_QUEUES = 2;
const MOST_SPANS = 2;
/** Cost changes below this many short hours are no reason. */
const NO_HOURS = 0.05;

/** Why the week is not the wished one, in one or two sentences. */
export function weekSentence(
  found: WeekExplanation,
  { wish, audience, hourPrice }: WeekSentence,
  words: ExplanationWords,
): string {
  const asked = { what: wishText(wish, words), who: words.agent(wish.agentId), audience };
  if (found.kind === 'met') return metText(asked, words);
  if (found.kind === 'forbidden') {
    const members = found.conflict.map((member) => conflictMemberText(member, wish.agentId, words));
    return forbiddenText(asked, members, words);
  }
  const worse = worseByQueue(found.difference.coverage);
  const others = found.newlyUnmet.map(({ wish: other }) => wishText(other, words));
  const hours = found.costChange / hourPrice;
  return words.language === 'ja'
    ? possibleJa(asked, { worse: worse.map((one) => worseJa(one, words)), others, hours })
    : possibleEn(asked, { worse: worse.map((one) => worseEn(one, words)), others, hours });
}

interface Asked {
  readonly what: string;
  readonly who: string;
  readonly audience: Audience;
}

interface Price {
  readonly worse: readonly string[];
  readonly others: readonly string[];
  readonly hours: number;
}

function metText({ what, who, audience }: Asked, { language }: ExplanationWords): string {
  if (language === 'ja')
    return audience === 'agent' ? `${what}はかなっています。` : `${who}さんの${what}はかなっています。`;
  return audience === 'agent' ? `Your wish is met: ${what}.` : `${who} has it: ${what}.`;
}

function forbiddenText(
  { what, who, audience }: Asked,
  members: readonly string[],
  { language }: ExplanationWords,
): string {
  if (language === 'ja') {
    const why =
      members.length === 0 ? 'どの勤務パターンでもかなえられません' : `次の条件と両立しません:${members.join('、')}`;
    return audience === 'agent'
      ? `${what}はかなえられません。${why}。`
      : `${who}さんの${what}はかなえられません。${why}。`;
  }
  const why = members.length === 0 ? 'no shift template can meet it' : `it cannot go together with ${joined(members)}`;
  return audience === 'agent'
    ? `${capital(what)} is not possible: ${why}.`
    : `${capital(what)} is not possible for ${who}: ${why}.`;
}

function possibleEn({ what, who, audience }: Asked, { worse, others, hours }: Price): string {
  if (hours < NO_HOURS) {
    return audience === 'agent'
      ? `${capital(what)} would be possible without harm. Ask your planner.`
      : `${capital(what)} is possible for ${who} ${hours > -NO_HOURS ? 'at no cost' : `and saves ${(-hours).toFixed(1)} h`}.`;
  }
  const reasons = [...worse, ...(others.length > 0 ? [`${joined(others)} would be missed instead`] : [])];
  const why = reasons.length === 0 ? 'shifts that suit better would have to change' : joined(reasons);
  return audience === 'agent'
    ? `${capital(what)} was not possible this time: ${why}.`
    : `${capital(what)} would cost ${hours.toFixed(1)} h for ${who}: ${why}.`;
}

function possibleJa({ what, who, audience }: Asked, { worse, others, hours }: Price): string {
  if (hours < NO_HOURS) {
    return audience === 'agent'
      ? `${what}は支障なくかなえられます。計画担当者に相談してください。`
      : `${who}さんの${what}は${hours > -NO_HOURS ? '負担なくかなえられます' : `かなえると${(-hours).toFixed(1)}時間分よくなります`}。`;
  }
  const reasons = [...worse, ...(others.length > 0 ? [`代わりに${others.join('、')}がかなわなくなる`] : [])];
  const why = reasons.length === 0 ? 'より合った勤務を変える必要がある' : reasons.join('、');
  return audience === 'agent'
    ? `${what}は今回かなえられませんでした。${why}ためです。`
    : `${who}さんの${what}には${hours.toFixed(1)}時間分の負担がかかります。${why}ためです。`;
}

interface WorseQueue {
  readonly queueId: string;
  readonly hours: number;
  /** The worst of them, in order of time. */
  readonly spans: readonly Interval[];
}

/** Queues more short than before, the worst first, each with its worst stretches. */
function worseByQueue(coverage: readonly CoverageDifference[]): WorseQueue[] {
  const more = (one: CoverageDifference) => one.shortHoursAfter - one.shortHoursBefore;
  const worse = coverage.filter((one) => more(one) > 0);
  return [...new Set(worse.map(({ queueId }) => queueId))]
    .map((queueId): WorseQueue => {
      const own = worse.filter((one) => one.queueId === queueId);
      const spans = own.slice(0, MOST_SPANS).map(({ span }) => span);
      const hours = own.reduce((sum, one) => sum + more(one), 0);
      return { queueId, hours, spans: spans.sort((x, y) => x.startAt - y.startAt) };
    })
    .sort((x, y) => y.hours - x.hours)
    .slice(0, MOST_QUEUES);
}

function worseEn({ queueId, hours, spans }: WorseQueue, words: ExplanationWords): string {
  const when = joined(spans.map((span) => spanText(span, words.zone, 'en')));
  return `${words.queue(queueId)} would lack ${hours.toFixed(1)} h more, on ${when}`;
}

function worseJa({ queueId, hours, spans }: WorseQueue, words: ExplanationWords): string {
  const when = spans.map((span) => spanText(span, words.zone, 'ja')).join('と');
  return `${when}に${words.queue(queueId)}が${hours.toFixed(1)}時間不足する`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
