import { Injectable } from '@nestjs/common';
import { addDays, localDateOf, startOfLocalDay, type Interval, type LocalDate, type ZoneId } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { ReplayHappened, ReplayQueues } from '../../intraday/replay/index.js';
import { HomeClock } from '../content/home-clock.service.js';
import { reportBlock, type ReportContent } from '../content/report-content.js';
import { same } from '../content/report-texts.js';
import { DailyFactsRepository } from './daily-facts.repository.js';
import type { DailyFacts } from './daily-facts.js';
import { dailyReport } from './daily-report.js';
import { DailyReportRepository, type DailyReportHead, type DailyReportRecord } from './daily-reports.repository.js';
import { queueDayFacts } from './queue-day-facts.js';

export const LONGEST_NOTE = 4000;

export type NotedReport =
  | { readonly kind: 'noted'; readonly report: DailyReportRecord }
  | { readonly kind: 'changed-meanwhile'; readonly report: DailyReportRecord }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** Gathers a day from the features that know it. */
@Injectable()
export class DailyFactsService {
  constructor(
    private readonly queues: ReplayQueues,
    private readonly happened: ReplayHappened,
    private readonly rows: DailyFactsRepository,
  ) {}

  async of(context: RequestContext, on: LocalDate, zone: ZoneId): Promise<DailyFacts> {
    const span: Interval = { startAt: startOfLocalDay(on, zone), endAt: startOfLocalDay(addDays(on, 1), zone) };
    const queues = (await this.queues.of(context, on)).flatMap((queue) => queueDayFacts(queue) ?? []);
    const { alerts, absences, edits } = await this.happened.of(context, on, span);
    const next = addDays(on, 1);
    const planned = await this.queues.of(context, next);
    const contacts = planned.reduce(
      (sum, { plan }) => sum + plan.contacts.reduce<number>((own, one) => own + (one ?? 0), 0),
      0,
    );
    return {
      ...{ on, zone, queues },
      sick: absences.filter(({ kind }) => kind === 'sick').length,
      late: absences.filter(({ kind }) => kind === 'late').length,
      alerts: alerts.length,
      edits: edits.length,
      ...(await this.rows.done(context, on, span)),
      staffed: await this.rows.staffed(context, on),
      tomorrow: { contacts: planned.length > 0 ? contacts : null, staffed: await this.rows.staffed(context, next) },
    };
  }
}

/** The report of a day: written when it is first asked for, again on request; a note of a supervisor stands on top. */
@Injectable()
export class DailyReportService {
  constructor(
    private readonly reports: DailyReportRepository,
    private readonly facts: DailyFactsService,
    private readonly home: HomeClock,
    private readonly clock: Clock,
  ) {}

  heads(context: RequestContext): Promise<DailyReportHead[]> {
    return this.reports.heads(context);
  }

  /** A day that is not over is written anew each time: it still changes. Null: the day is yet to come. */
  async of(context: RequestContext, on: LocalDate): Promise<DailyReportRecord | null> {
    const { zone } = await this.home.of(context);
    if (on > localDateOf(this.clock.now(), zone)) return null;
    const kept = await this.reports.find(context, on);
    const isWhole = kept !== null && kept.writtenAt >= startOfLocalDay(addDays(on, 1), kept.zone);
    return isWhole ? kept : this.write(context, on);
  }

  /** From what is known now; figures that came late are in it then. Null: the day is yet to come. */
  async write(context: RequestContext, on: LocalDate): Promise<DailyReportRecord | null> {
    const { zone } = await this.home.of(context);
    const at = this.clock.now();
    if (on > localDateOf(at, zone)) return null;
    const content = dailyReport(await this.facts.of(context, on, zone));
    return this.reports.write(context, { on, zone, content, at });
  }

  async note(context: RequestContext, of: { on: LocalDate; version: number; note: string }): Promise<NotedReport> {
    const note = of.note.trim();
    if (note.length > LONGEST_NOTE)
      return { kind: 'invalid', path: 'note', message: `note must have at most ${LONGEST_NOTE} characters` };
    const report = await this.reports.note(context, { ...of, note, at: this.clock.now() });
    if (report) return { kind: 'noted', report };
    const now = await this.reports.find(context, of.on);
    return now ? { kind: 'changed-meanwhile', report: now } : { kind: 'not-found' };
  }
}

const NOTE = { en: 'Note', ja: '所見' };

/** The report as it is sent and shared: the note first, without its author's name. */
export function contentWithNote({ content, note }: Pick<DailyReportRecord, 'content' | 'note'>): ReportContent {
  if (note === '') return content;
  const paragraphs = note.split(/\n+/).map((line) => ({ text: same(line), path: null }));
  return { ...content, blocks: [reportBlock({ id: 'note', title: NOTE, width: 4, paragraphs }), ...content.blocks] };
}
