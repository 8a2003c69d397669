import type { Notice } from './notifications.graphql-types.js';
import type { NoticeRow } from './notices.repository.js';

export function noticeOf({ id, kind, createdAt, urgent, payload, seenAt, acknowledgedAt }: NoticeRow): Notice {
  return {
    id,
    kind,
    createdAt,
    urgent,
    seenAt,
    acknowledgedAt,
    text: payload.what ?? { en: kind, ja: kind },
    todo: payload.todo ?? null,
    path: payload.path ?? null,
  };
}
