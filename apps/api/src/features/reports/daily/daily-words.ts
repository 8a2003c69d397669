import type { LocalisedText } from '@yotei/scheduling/staffing';
import { addDays, localMinuteOfDay, type Instant, type ZoneId } from '@yotei/time';
import type { ReportParagraph } from '../content/report-content.js';
import { amountWords, dayWords, listWords, same } from '../content/report-texts.js';
import type { DailyFacts, QueueDayFacts, ShortStretch, StaffedDay } from './daily-facts.js';

/** A forecast that misses by more is a reason; 10 % a day is called good in the trade (domain.md section 4). */
const FORECAST_MISS = 0.1;
/** Handle time that differs by more changes how many are needed. */
const HANDLE_MISS = 0.05;
/** Adherence below is a reason. */
const LOW_ADHERENCE = 0.9;

const clock = (at: Instant, zone: ZoneId): string => {
  const minute = localMinuteOfDay(at, zone);
  return `${`${Math.floor(minute / 60)}`.padStart(2, '0')}:${`${minute % 60}`.padStart(2, '0')}`;
};
const between = ({ startAt, endAt }: { startAt: Instant; endAt: Instant }, zone: ZoneId): LocalisedText => ({
  en: `${clock(startAt, zone)}–${clock(endAt, zone)}`,
  ja: `${clock(startAt, zone)}〜${clock(endAt, zone)}`,
});
const contacts = (value: number) => amountWords({ value: Math.round(value), unit: 'contacts' });
const percent = (value: number) => amountWords({ value, unit: 'fraction' });
const seconds = (value: number) => amountWords({ value: Math.round(value), unit: 'seconds' });
const hours = (value: number) => amountWords({ value: Math.round(value * 4) * 900, unit: 'seconds' });
const agents = (value: number) => amountWords({ value: Math.round(value), unit: 'agents' });
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const said = (en: string, ja: string, path: string | null = null): ReportParagraph => ({ text: { en, ja }, path });

export const demandPath = (on: string, queueId?: string): string =>
  `/demand?${new URLSearchParams({ ...(queueId ? { queue: queueId } : {}), from: on, zoom: 'day' }).toString()}`;
const boardPath = (on: string): string => `/roster?${new URLSearchParams({ week: on, day: on }).toString()}`;

/** Volume against forecast, then each queue that has a goal with its worst half hour. */
export function happenedWords({ queues, on, zone }: DailyFacts): ReportParagraph[] {
  if (queues.length === 0)
    return [said('Nothing is known of what came on this day.', 'この日の実績データはありません。', demandPath(on))];
  const [offered, forecast] = [sumOf(queues, 'offered'), sumOf(queues, 'forecast')];
  const [came, planned] = [contacts(offered), contacts(forecast)];
  const volume =
    forecast > 0
      ? said(
          `${came.en} came, ${missWords(offered / forecast - 1).en} (${planned.en}).`,
          `受付数は${came.ja}で、${missWords(offered / forecast - 1).ja}（予測 ${planned.ja}）。`,
          demandPath(on),
        )
      : said(`${came.en} came; there was no forecast.`, `受付数は${came.ja}でした（予測なし）。`, demandPath(on));
  return [volume, ...queues.flatMap((queue) => levelWords(queue, { on, zone }))];
}

function missWords(miss: number): LocalisedText {
  const share = percent(Math.abs(miss));
  if (Math.abs(miss) < 0.005) return { en: 'as forecast', ja: '予測どおりです' };
  return miss > 0
    ? { en: `${share.en} more than forecast`, ja: `予測より${share.ja}多くなりました` }
    : { en: `${share.en} fewer than forecast`, ja: `予測より${share.ja}少なくなりました` };
}

function levelWords(queue: QueueDayFacts, { on, zone }: { on: string; zone: ZoneId }): ReportParagraph[] {
  const { name, level, goal, worst, queueId } = queue;
  if (level === null || goal === null) return [];
  const [reached, aimed] = [percent(level), percent(goal)];
  const isMet = level >= goal;
  const span = worst && between(worst, zone);
  const low = worst && { level: percent(worst.level), of: contacts(worst.offered) };
  const lowEn = span && low ? ` The worst half hour was ${span.en}: ${low.level.en} of ${low.of.en}.` : '';
  const lowJa = span && low ? `最も低かったのは${span.ja}で、${low.of.ja}のうち${low.level.ja}でした。` : '';
  return [
    said(
      `${name.en}: ${reached.en} were answered in time, ${isMet ? 'which meets' : 'short of'} the goal of ${aimed.en}.${lowEn}`,
      `${name.ja}: 時間内の応答は${reached.ja}で、目標${aimed.ja}を${isMet ? '達成しました' : '下回りました'}。${lowJa}`,
      demandPath(on, queueId),
    ),
  ];
}

/** What speaks for an explanation, each from its own numbers; what is not out of the ordinary is not said. */
export function whyWords(facts: DailyFacts): ReportParagraph[] {
  const { queues, on, zone } = facts;
  const found = [
    ...queues.flatMap((queue) => forecastWords(queue, on)),
    ...queues.flatMap((queue) => handleWords(queue, on)),
    ...absenceWords(facts),
    ...shortWords(facts.staffed?.short ?? null, { on, zone }),
    ...adherenceWords(facts),
    ...(facts.alerts > 0
      ? [
          said(
            `${plural(facts.alerts, 'alert was', 'alerts were')} raised during the day.`,
            `当日のアラートは${facts.alerts}件でした。`,
            '/live',
          ),
        ]
      : []),
  ];
  if (found.length > 0) return found;
  return [said('Nothing out of the ordinary is recorded.', '特筆すべき要因は記録されていません。')];
}

function forecastWords({ name, forecast, offered, queueId }: QueueDayFacts, on: string): ReportParagraph[] {
  if (forecast <= 0 || Math.abs(offered / forecast - 1) <= FORECAST_MISS) return [];
  const miss = missWords(offered / forecast - 1);
  const [came, planned] = [contacts(offered), contacts(forecast)];
  return [
    said(
      `${name.en}: ${miss.en} (${came.en}, ${planned.en} forecast).`,
      `${name.ja}: ${miss.ja}（実績${came.ja}、予測${planned.ja}）。`,
      demandPath(on, queueId),
    ),
  ];
}

function handleWords(queue: QueueDayFacts, on: string): ReportParagraph[] {
  const { name, handleSeconds, plannedHandleSeconds, queueId } = queue;
  if (handleSeconds === null || plannedHandleSeconds === null) return [];
  const miss = handleSeconds / plannedHandleSeconds - 1;
  if (Math.abs(miss) <= HANDLE_MISS) return [];
  const [took, planned, share] = [seconds(handleSeconds), seconds(plannedHandleSeconds), percent(Math.abs(miss))];
  return [
    said(
      `${name.en}: contacts took ${took.en} instead of ${planned.en}, ${share.en} ${miss > 0 ? 'longer' : 'shorter'}.`,
      `${name.ja}: 処理時間は${took.ja}で、計画の${planned.ja}より${share.ja}${miss > 0 ? '長く' : '短く'}なりました。`,
      demandPath(on, queueId),
    ),
  ];
}

function absenceWords({ sick, late, on }: DailyFacts): ReportParagraph[] {
  if (sick + late === 0) return [];
  const parts: LocalisedText[] = [
    ...(sick > 0 ? [{ en: `${plural(sick, 'person was', 'people were')} sick`, ja: `病欠${sick}名` }] : []),
    ...(late > 0 ? [{ en: `${plural(late, 'person was', 'people were')} late`, ja: `遅刻${late}名` }] : []),
  ];
  const words = listWords(parts);
  return [said(`${words.en}.`, `${words.ja}でした。`, boardPath(on))];
}

function shortWords(short: ShortStretch | null, { on, zone }: { on: string; zone: ZoneId }): ReportParagraph[] {
  if (!short) return [];
  const [span, most] = [between(short, zone), agents(short.most)];
  return [
    said(
      `${span.en}: fewer were scheduled than needed, by up to ${most.en}.`,
      `${span.ja}: 配置が必要人数を最大${most.ja}下回っていました。`,
      boardPath(on),
    ),
  ];
}

function adherenceWords({ adherence }: DailyFacts): ReportParagraph[] {
  if (adherence === null || adherence >= LOW_ADHERENCE) return [];
  const share = percent(adherence);
  return [said(`Adherence to the schedule was ${share.en}.`, `スケジュール遵守率は${share.ja}でした。`, '/live')];
}

/** Mends, offers taken, exchanges and edits of the day. */
export function doneWords(facts: DailyFacts): ReportParagraph[] {
  const { on, repairs, repairsUndone, offersTaken, exchangesApplied, edits } = facts;
  const undoneEn = repairsUndone > 0 ? ` (${repairsUndone} more taken back)` : '';
  const undoneJa = repairsUndone > 0 ? `（ほか取り消し${repairsUndone}件）` : '';
  const found = [
    ...(repairs + repairsUndone > 0
      ? [
          said(
            `${plural(repairs, 'proposal to mend the day was', 'proposals to mend the day were')} applied${undoneEn}.`,
            `当日の修復案を${repairs}件適用しました${undoneJa}。`,
            '/live',
          ),
        ]
      : []),
    ...(offersTaken > 0
      ? [
          said(
            `${plural(offersTaken, 'offer was', 'offers were')} taken.`,
            `募集への応募が${offersTaken}件成立しました。`,
            '/requests',
          ),
        ]
      : []),
    ...(exchangesApplied > 0
      ? [
          said(
            `${plural(exchangesApplied, 'exchange was', 'exchanges were')} applied.`,
            `シフト交換が${exchangesApplied}件成立しました。`,
            '/requests',
          ),
        ]
      : []),
    ...(edits > 0
      ? [
          said(
            `The schedule was changed ${edits === 1 ? 'once' : `${edits} times`}.`,
            `シフトを${edits}回変更しました。`,
            boardPath(on),
          ),
        ]
      : []),
  ];
  if (found.length > 0) return found;
  return [said('Nothing was changed during the day.', '当日の変更はありませんでした。')];
}

/** What stands for the next day. */
export function tomorrowWords({ on, zone, tomorrow }: DailyFacts): ReportParagraph[] {
  const next = addDays(on, 1);
  const { contacts: expected, staffed } = tomorrow;
  const day = dayWords(next);
  if (expected === null)
    return [
      said(`${day.en} has no requirement yet.`, `${day.ja}の必要人数はまだありません。`, `/requirement?week=${next}`),
    ];
  const words = contacts(expected);
  const volume = said(
    `${words.en} are expected on ${day.en}.`,
    `${day.ja}の予測受付数は${words.ja}です。`,
    demandPath(next),
  );
  return [volume, ...(staffed ? staffedWords(staffed, { on: next, zone }) : [])];
}

function staffedWords(
  { neededHours, scheduledHours, short }: StaffedDay,
  of: { on: string; zone: ZoneId },
): ReportParagraph[] {
  const [needed, scheduled] = [hours(neededHours), hours(scheduledHours)];
  const path = boardPath(of.on);
  const first =
    scheduledHours === 0
      ? said(
          `${needed.en} are needed; nothing is published yet.`,
          `必要${needed.ja}に対し、公開済みのシフトはまだありません。`,
          path,
        )
      : said(
          `${needed.en} on contacts are needed, ${scheduled.en} are published.`,
          `対応時間は必要${needed.ja}に対し、公開済み${scheduled.ja}です。`,
          path,
        );
  if (!short || scheduledHours === 0) return [first];
  const [span, most] = [between(short, of.zone), agents(short.most)];
  return [
    first,
    said(
      `The thinnest stretch is ${span.en}, short by up to ${most.en}.`,
      `最も薄いのは${span.ja}で、最大${most.ja}不足します。`,
      path,
    ),
  ];
}

export const sumOf = (queues: readonly QueueDayFacts[], key: 'offered' | 'forecast'): number =>
  queues.reduce((sum, queue) => sum + queue[key], 0);

export const cellTexts = { contacts, percent, seconds, between, none: same('–') };
