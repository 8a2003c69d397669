import type { DailyFacts, QueueDayFacts } from './daily-facts.js';
import { dailyReport } from './daily-report.js';

const at = (time: string): number => Date.parse(`2026-11-17T${time}:00+09:00`);
const PHONE: QueueDayFacts = {
  queueId: 'phone',
  name: { en: 'Phone', ja: '電話' },
  forecast: 400,
  offered: 480,
  level: 0.72,
  abandonment: 0.06,
  goal: 0.8,
  worst: { startAt: at('10:00'), endAt: at('10:30'), level: 0.41, offered: 52 },
  plannedHandleSeconds: 290,
  handleSeconds: 320,
};
const MAIL: QueueDayFacts = {
  ...PHONE,
  ...{ queueId: 'mail', name: { en: 'E-mail', ja: 'メール' }, forecast: 100, offered: 96 },
  ...{ level: null, goal: null, worst: null, handleSeconds: null },
};
const DAY: DailyFacts = {
  on: '2026-11-17',
  zone: 'Asia/Tokyo',
  queues: [PHONE, MAIL],
  ...{
    sick: 2,
    late: 1,
    alerts: 3,
    adherence: 0.87,
    repairs: 2,
    repairsUndone: 1,
    offersTaken: 1,
    exchangesApplied: 0,
    edits: 5,
  },
  staffed: { neededHours: 80, scheduledHours: 74, short: { startAt: at('09:45'), endAt: at('11:00'), most: 3.4 } },
  tomorrow: { contacts: 455, staffed: { neededHours: 78, scheduledHours: 79, short: null } },
};

const said = (facts: DailyFacts, id: string, language: 'en' | 'ja'): string[] =>
  dailyReport(facts)
    .blocks.find((block) => block.id === id)!
    .paragraphs.map(({ text }) => text[language]);

describe('the report of a day', () => {
  it('says what happened, queue by queue, with the worst half hour', () => {
    expect(said(DAY, 'happened', 'en')).toEqual([
      '576 contacts came, 15.2% more than forecast (500 contacts).', // 576 / 500
      'Phone: 72% were answered in time, short of the goal of 80%. The worst half hour was 10:00–10:30: 41% of 52 contacts.',
    ]);
    expect(said(DAY, 'happened', 'ja')).toEqual([
      '受付数は576件で、予測より15.2%多くなりました（予測 500件）。',
      '電話: 時間内の応答は72%で、目標80%を下回りました。最も低かったのは10:00〜10:30で、52件のうち41%でした。',
    ]);
  });

  it('says why only what is out of the ordinary', () => {
    expect(said(DAY, 'why', 'en')).toEqual([
      'Phone: 20% more than forecast (480 contacts, 400 contacts forecast).', // mail missed by 4 % only
      'Phone: contacts took 5 min 20 s instead of 4 min 50 s, 10.3% longer.',
      '2 people were sick and 1 person was late.',
      '09:45–11:00: fewer were scheduled than needed, by up to 3 agents.',
      'Adherence to the schedule was 87%.',
      '3 alerts were raised during the day.',
    ]);
    expect(said(DAY, 'why', 'ja')).toContain('病欠2名、遅刻1名でした。');
    const calm = { ...DAY, queues: [MAIL], sick: 0, late: 0, alerts: 0, adherence: 0.95, staffed: null };
    expect(said(calm, 'why', 'en')).toEqual(['Nothing out of the ordinary is recorded.']);
  });

  it('says what was done, and what stands for tomorrow', () => {
    expect(said(DAY, 'done', 'en')).toEqual([
      '2 proposals to mend the day were applied (1 more taken back).',
      '1 offer was taken.',
      'The schedule was changed 5 times.',
    ]);
    expect(said(DAY, 'tomorrow', 'en')).toEqual([
      '455 contacts are expected on Wed 18 Nov.',
      '78 h on contacts are needed, 79 h are published.',
    ]);
    expect(said({ ...DAY, tomorrow: { contacts: null, staffed: null } }, 'tomorrow', 'ja')).toEqual([
      '11月18日(水)の必要人数はまだありません。',
    ]);
  });

  it('gives every number its screen', () => {
    const { blocks } = dailyReport(DAY);
    const paths = blocks.flatMap(({ paragraphs, table }) => [
      ...paragraphs.map(({ path }) => path),
      ...(table?.rows ?? []).map(({ path }) => path),
    ]);
    expect(paths).not.toContain(null);
    expect(paths).toContain('/demand?queue=phone&from=2026-11-17&zoom=day');
  });

  it('of a day of which nothing is known says so', () => {
    expect(said({ ...DAY, queues: [] }, 'happened', 'en')).toEqual(['Nothing is known of what came on this day.']);
  });
});
