import { Injectable } from '@nestjs/common';
import { DAY_MILLIS, type Instant } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { RateLimiter } from '../../../platform/rate-limit/rate-limiter.js';
import type { ReportContent } from '../content/report-content.js';
import { ReportSubjects, type ReportSubjectRef } from '../report-subjects.service.js';
import { ReportShareRepository, type ReportShare } from './report-shares.repository.js';

const LONGEST_DAYS = 90;
/** Reads of one link, requests of one address, and wrong guesses among them, in a minute. */
const MOST_READS = 60;
const MOST_REQUESTS = 120;
const MOST_GUESSES = 20;
const WINDOW_SECONDS = 60;
const TOKEN = /^[\w-]{43}$/;

export type SharedReport =
  | { readonly kind: 'report'; readonly content: ReportContent; readonly expiresAt: Instant }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'too-many'; readonly waitSeconds: number };

export type CreatedShare =
  | { readonly kind: 'created'; readonly share: ReportShare; readonly token: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** Links for readers without a sign-in: one report, read only, for a while. */
@Injectable()
export class ReportShareService {
  constructor(
    private readonly shares: ReportShareRepository,
    private readonly subjects: ReportSubjects,
    private readonly limits: RateLimiter,
    private readonly clock: Clock,
  ) {}

  all(context: RequestContext): Promise<ReportShare[]> {
    return this.shares.all(context, this.clock.now());
  }

  async create(context: RequestContext, of: ReportSubjectRef, days: number): Promise<CreatedShare> {
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
      return { kind: 'invalid', path: 'days', message: `must lie in 1..${LONGEST_DAYS}` };
    if (!(await this.subjects.mayRead(context, of))) return { kind: 'not-found' };
    const expiresAt = this.clock.now() + days * DAY_MILLIS;
    return { kind: 'created', ...(await this.shares.create(context, { of, expiresAt })) };
  }

  revoke(context: RequestContext, id: string): Promise<ReportShare | null> {
    return this.shares.revoke(context, id);
  }

  /** What the link shows, without links into the program: its reader has no sign-in. */
  async open(token: string, from: { readonly address: string; readonly requestId: string }): Promise<SharedReport> {
    // By address first: whoever tries many tokens leaves two counters, not one for each.
    const waitSeconds = await this.waitOf(`report-share-address:${from.address}`, MOST_REQUESTS);
    if (waitSeconds !== null) return { kind: 'too-many', waitSeconds };
    const opened = TOKEN.test(token)
      ? await this.shares.open(token, { now: this.clock.now(), requestId: from.requestId })
      : null;
    if (!opened) {
      const guessWait = await this.waitOf(`report-share-guess:${from.address}`, MOST_GUESSES);
      return guessWait === null ? { kind: 'not-found' } : { kind: 'too-many', waitSeconds: guessWait };
    }
    const readsWait = await this.waitOf(`report-share:${token}`, MOST_READS);
    if (readsWait !== null) return { kind: 'too-many', waitSeconds: readsWait };
    const content = await this.subjects.contentGiven(readerOf(opened.organisationId, from.requestId), opened.of);
    return content
      ? { kind: 'report', content: withoutPaths(content), expiresAt: opened.expiresAt }
      : { kind: 'not-found' };
  }

  private waitOf(key: string, most: number): Promise<number | null> {
    return this.limits.hit({ key, most, windowSeconds: WINDOW_SECONDS });
  }
}

/** A reader with no role and one permission: to read reports. */
const readerOf = (organisationId: string, requestId: string): RequestContext => ({
  organisationId,
  userId: null,
  roles: [],
  permissions: ['reports.read'],
  requestId,
});

function withoutPaths(content: ReportContent): ReportContent {
  return {
    ...content,
    blocks: content.blocks.map((block) => ({
      ...block,
      path: null,
      paragraphs: block.paragraphs.map((paragraph) => ({ ...paragraph, path: null })),
      table: block.table && { ...block.table, rows: block.table.rows.map((row) => ({ ...row, path: null })) },
    })),
  };
}
