import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { TaskQueue } from '../../platform/jobs/background-task.js';
import type { JsonValue } from '../../platform/jobs/job-definition.js';

export interface BothLanguages {
  readonly en: string;
  readonly ja: string;
}

/** One thing that one person is to be told. */
export interface Announcement {
  readonly userId: string;
  /** Kebab-case and permanent: `schedule-changed`, `exchange-applied`. */
  readonly kind: string;
  /** What changed, as one sentence; kept as it was told. */
  readonly what: BothLanguages;
  /** What the reader is to do, as one sentence. */
  readonly todo: BothLanguages;
  /** Page of the web app that shows it, such as `/my-week?week=2026-11-09`. */
  readonly path: string;
  /** What it is about, such as `schedule/<id>`: {@link NoticeReceipts} tells who has seen and acknowledged it. */
  readonly subject?: string;
  /** The same key is told the same person once, however often it is announced (a retried publish, a repeated job). */
  readonly onceKey?: string;
  /** Goes out in quiet hours too, unless the reader forbids it, and is not kept for a digest. */
  readonly urgent?: boolean;
  /** More for the screen of its kind. */
  readonly payload?: { readonly [key: string]: JsonValue };
}

export const NOTICES_TASK = 'notices';
export const NOTICES_OUTBOX = 'notices';
export const noticesTopic = (userId: string): string => `notices/${userId}`;

/**
 * The one door to people: call it in the transaction of the change, so that both are stored or neither. The notice is in
 * the app at once; mail and push follow from the outbox, each at most once.
 */
@Injectable()
export class Announcer {
  constructor(
    private readonly events: EventBus,
    private readonly tasks: TaskQueue,
  ) {}

  /** Returns the number of people who are told something new. */
  async announce(tx: EntityManager, context: RequestContext, announcements: readonly Announcement[]): Promise<number> {
    if (announcements.length === 0) return 0;
    const column = <T>(value: (announcement: Announcement) => T): T[] => announcements.map(value);
    const stored = await tx.query<{ noticeId: string; userId: string }[]>(
      `insert into notifications (organisation_id, user_id, kind, payload, subject, once_key, urgent)
       select app_organisation_id(), n.user_id, n.kind, n.payload, n.subject, n.once_key, n.urgent
       from unnest($1::uuid[], $2::text[], $3::jsonb[], $4::text[], $5::text[], $6::boolean[]) as n (user_id, kind, payload, subject, once_key, urgent)
       on conflict (organisation_id, user_id, once_key) where once_key is not null do nothing
       returning id as "noticeId", user_id as "userId"`,
      [
        column(({ userId }) => userId),
        column(({ kind }) => kind),
        column(({ payload, what, todo, path }) => JSON.stringify({ ...payload, what, todo, path })),
        column(({ subject }) => subject ?? null),
        column(({ onceKey }) => onceKey ?? null),
        column(({ urgent }) => urgent ?? false),
      ],
    );
    if (stored.length === 0) return 0;
    await tx.query(
      `insert into outbox (organisation_id, topic, payload) values (app_organisation_id(), '${NOTICES_OUTBOX}', $1::jsonb)`,
      [JSON.stringify(stored.map(({ noticeId }) => noticeId))],
    );
    const told = [...new Set(stored.map(({ userId }) => userId))];
    await this.events.touch(tx, context, told.map(noticesTopic));
    await this.tasks.wake(tx, context, NOTICES_TASK);
    return told.length;
  }
}
