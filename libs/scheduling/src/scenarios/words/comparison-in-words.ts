import { moneyText } from '../../costs/index.js';
import type { TextLanguage } from '../../staffing/index.js';
import type { ScenarioAnswer, ScenarioFigures } from '../scenario-answer.js';
import { agentsText, fractionText, inWords, moreText, numberText, secondsText } from './amount-words.js';
import { listText } from './scope-words.js';

/** One scenario of a comparison. */
export interface ComparedScenario {
  readonly title: string;
  readonly answer: ScenarioAnswer;
}

/** Differences below this share are told as none. */
const HARDLY = 0.0005;

function hoursText(hours: number, language: TextLanguage): string {
  return inWords(language, `${numberText(hours, language, 0)} agent-hours`, `${numberText(hours, language, 0)}人時`);
}

/** What changes: the work that comes and what it asks for. */
function whatChanges(base: ScenarioFigures, next: ScenarioFigures, title: string, language: TextLanguage): string {
  const hours = next.hoursToRoster - base.hoursToRoster;
  const share = base.hoursToRoster > 0 ? hours / base.hoursToRoster : Number.NaN;
  const contacts = next.contacts / base.contacts - 1;
  const handle = next.averageHandleSeconds - base.averageHandleSeconds;
  const brought = [
    ...(Math.abs(contacts) > HARDLY
      ? [
          inWords(
            language,
            `${moreText(contacts, 'fraction', language)} contacts`,
            `コンタクト数が${moreText(contacts, 'fraction', language)}`,
          ),
        ]
      : []),
    ...(Math.abs(handle) >= 0.05
      ? [
          inWords(
            language,
            `${moreText(handle, 'seconds', language)} of handle time`,
            `処理時間が${moreText(handle, 'seconds', language)}`,
          ),
        ]
      : []),
  ];
  const peak = next.peakAgentsToRoster - base.peakAgentsToRoster;
  const asks =
    Math.abs(hours) < 0.05
      ? inWords(
          language,
          `asks for as many agents as now, ${hoursText(next.hoursToRoster, language)}`,
          `必要な要員は現状と同じ${hoursText(next.hoursToRoster, language)}です`,
        )
      : inWords(
          language,
          `asks for ${hoursText(next.hoursToRoster, language)} instead of ${hoursText(base.hoursToRoster, language)} (${moreText(share, 'fraction', language)})` +
            (peak === 0
              ? ''
              : `, at the peak ${agentsText(next.peakAgentsToRoster, language)} instead of ${numberText(base.peakAgentsToRoster, language, 1)}`),
          `必要な要員は${hoursText(base.hoursToRoster, language)}から${hoursText(next.hoursToRoster, language)}になります（${moreText(share, 'fraction', language)}` +
            (peak === 0
              ? '）'
              : `、ピーク時は${agentsText(base.peakAgentsToRoster, language)}から${agentsText(next.peakAgentsToRoster, language)}）`),
        );
  if (language === 'en')
    return `${title}${brought.length > 0 ? `, with ${listText(brought, language)},` : ''} ${asks}.`;
  return `${title}では、${brought.length > 0 ? `${listText(brought, language)}となり、` : ''}${asks}。`;
}

/** What customers notice: of the agents there are, where there are rosters. */
function serviceText(base: ScenarioFigures, next: ScenarioFigures, hasRoster: boolean, language: TextLanguage): string {
  const [before, after] = [base.serviceLevel, next.serviceLevel].map((level) => fractionText(level, language));
  const stays = Math.abs(next.serviceLevel - base.serviceLevel) < HARDLY;
  const wait = secondsText(next.asaSeconds, language);
  const isKnown = Number.isFinite(next.asaSeconds);
  if (language === 'en') {
    const level = stays ? `stays at ${after!}` : `goes from ${before!} to ${after!}`;
    const who = hasRoster ? 'with the agents on the roster ' : '';
    return `${who}the service level ${level}${isKnown ? ` and the mean wait is ${wait}` : ''}`;
  }
  const level = stays ? `${after!}のまま` : `${before!}から${after!}に変わり`;
  const who = hasRoster ? '現在のシフト表では' : '';
  if (!isKnown) return `${who}サービスレベルは${stays ? `${level}です` : `${before!}から${after!}になります`}`;
  return `${who}サービスレベルは${level}、平均待ち時間は${wait}です`;
}

/** What it costs to staff it: money where it is known, else full-time people. */
function costText(
  base: ScenarioFigures,
  next: ScenarioFigures,
  currency: string | null,
  language: TextLanguage,
): string {
  if (!base.requiredCost || !next.requiredCost || currency === null) {
    const [before, after] = [base.requiredFte, next.requiredFte].map((fte) => numberText(fte, language));
    return inWords(
      language,
      `Staffing it takes ${after!} full-time people instead of ${before!}`,
      `必要な要員は常勤換算で${before!}人から${after!}人になり`,
    );
  }
  const more = next.requiredCost.total - base.requiredCost.total;
  const money = (amount: number, signed = false): string => moneyText(amount, currency, { language, signed });
  const total = money(next.requiredCost.total);
  return Math.abs(more) < 0.005
    ? inWords(language, `Staffing it costs as much as now, ${total}`, `必要な要員の費用は現状と同じ${total}で`)
    : inWords(
        language,
        `Staffing it costs ${total} (${money(more, true)})`,
        `必要な要員の費用は${total}（${money(more, true)}）で`,
      );
}

/** What it costs and what it gives. */
function whatItGives(base: ScenarioAnswer, next: ScenarioAnswer, language: TextLanguage): string {
  const hasRoster = next.queues.some((queue) => queue.hasRoster);
  const cost = costText(base.total, next.total, next.currency, language);
  const service = serviceText(base.total, next.total, hasRoster, language);
  return inWords(language, `${cost}; ${service}.`, `${cost}、${service}。`);
}

/** The queue that is furthest below its goal, judged by the share of its intervals that miss. */
function weakest({ queues }: ScenarioAnswer) {
  const missing = queues.filter(({ total }) => total.missedIntervals > 0);
  return missing.sort(
    (a, b) => b.total.missedIntervals / b.total.intervals - a.total.missedIntervals / a.total.intervals,
  )[0];
}

/** A skill whose people are fewer than its queues ask for. */
function shortSkill({ skills }: ScenarioAnswer) {
  const short = skills.filter(
    ({ requiredPaidHours, availablePaidHours }) => requiredPaidHours > availablePaidHours * (1 + HARDLY),
  );
  return short.sort((a, b) => b.requiredFte - b.availableFte - (a.requiredFte - a.availableFte))[0];
}

const BUSY = 0.85;
const UNSURE = 0.8;

/** What to watch: the first that is true of a queue that misses, people who are too few, a goal unsure, agents too busy. */
function whatToWatch({ answer }: ComparedScenario, language: TextLanguage): string {
  const queue = weakest(answer);
  if (queue) {
    const { missedIntervals, intervals } = queue.total;
    return inWords(
      language,
      `Watch ${queue.title}: it misses its goal in ${missedIntervals} of ${intervals} intervals.`,
      `${queue.title}に注意してください。${intervals}時間帯のうち${missedIntervals}で目標に届きません。`,
    );
  }
  const skill = shortSkill(answer);
  if (skill) {
    const [need, have] = [skill.requiredFte, skill.availableFte].map((fte) => numberText(fte, language));
    return inWords(
      language,
      `Watch the people of ${skill.title}: it takes ${need} full-time and there are ${have}.`,
      `${skill.title}の人員に注意してください。常勤換算で${need}人が必要ですが、${have}人しかいません。`,
    );
  }
  const { chanceToMeet, occupancy } = answer.total;
  if (chanceToMeet < UNSURE)
    return inWords(
      language,
      `Watch the forecast: the chance that every queue meets its goals is ${fractionText(chanceToMeet, language)}.`,
      `予測の不確かさに注意してください。すべてのキューが目標を達成する確率は${fractionText(chanceToMeet, language)}です。`,
    );
  if (occupancy > BUSY)
    return inWords(
      language,
      `Watch the agents: they are busy ${fractionText(occupancy, language)} of their time, which is more than the 85% people keep up.`,
      `エージェントの負担に注意してください。稼働率は${fractionText(occupancy, language)}で、無理なく続けられる85%を超えています。`,
    );
  return inWords(
    language,
    `Nothing stands out to watch: every queue meets its goal and the agents are busy ${fractionText(occupancy, language)} of their time.`,
    `特に注意する点はありません。すべてのキューが目標を達成し、稼働率は${fractionText(occupancy, language)}です。`,
  );
}

/**
 * A scenario against the base in exactly three sentences: what changes, what it costs and gives, what to watch. By
 * templates from the numbers alone. Of several scenarios the first is the base, and each of the others is told so.
 */
export function comparisonInWords(
  compared: readonly ComparedScenario[],
  language: TextLanguage,
): readonly (readonly [string, string, string])[] {
  const [base, ...others] = compared;
  if (!base) return [];
  return others.map((next) => [
    whatChanges(base.answer.total, next.answer.total, next.title, language),
    whatItGives(base.answer, next.answer, language),
    whatToWatch(next, language),
  ]);
}
