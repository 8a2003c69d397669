import { formatLocal, type Instant, type ZoneId } from '@yotei/time';
import type { Announcement } from '../notifications/index.js';
import type { TimeOffRow } from './time-off.repository.js';

type News = Pick<Announcement, 'kind' | 'what' | 'todo' | 'path' | 'subject'>;

const WORDS = {
  approved: { en: 'is approved', ja: 'が承認されました' },
  declined: { en: 'is declined', ja: 'は承認されませんでした' },
} as const;

const spanText = (startAt: Instant, endAt: Instant, zone: ZoneId): string =>
  `${formatLocal(startAt, zone).slice(0, 16).replace('T', ' ')} – ${formatLocal(endAt, zone).slice(0, 16).replace('T', ' ')}`;

/** A correction of a balance, for the person whose it is. */
export function adjustmentNews(of: {
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly minutes: number;
  readonly reason: string;
}): News {
  const hours = `${of.minutes > 0 ? '+' : '−'}${Math.round(Math.abs(of.minutes) / 6) / 10}`;
  return {
    kind: 'time-off-adjusted',
    what: {
      en: `Your balance of ${of.title.en} was corrected by ${hours} hours. Reason: ${of.reason}`,
      ja: `${of.title.ja}の残りが${hours}時間訂正されました。理由: ${of.reason}`,
    },
    todo: {
      en: 'Look at your balance; ask your planner if it is not right.',
      ja: '残りを確認し、違っていれば計画担当者に連絡してください。',
    },
    path: '/time-off',
    subject: `time-off-adjustment/${of.id}`,
  };
}

/** The answer to a request, for the person who asked. */
export function answerNews(
  request: Pick<TimeOffRow, 'id' | 'startAt' | 'endAt'>,
  state: 'approved' | 'declined',
  { zone, reason }: { readonly zone: ZoneId; readonly reason: string | null },
): News {
  const span = spanText(request.startAt, request.endAt, zone);
  const why = reason ? { en: ` Reason: ${reason}`, ja: ` 理由: ${reason}` } : { en: '', ja: '' };
  return {
    kind: `time-off-${state}`,
    what: {
      en: `Your time off ${span} ${WORDS[state].en}.${why.en}`,
      ja: `休暇申請(${span})${WORDS[state].ja}。${why.ja}`,
    },
    todo:
      state === 'approved'
        ? { en: 'Nothing to do.', ja: '何もする必要はありません。' }
        : { en: 'You can ask for another time.', ja: '別の日時で申請できます。' },
    path: '/time-off',
    subject: `time-off/${request.id}`,
  };
}
