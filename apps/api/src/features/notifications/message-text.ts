import type { Message } from './message.js';
import type { NoticeRow } from './notices.repository.js';

/** Words for the lock screen: nothing of the person, only what sort of news it is. */
const PUSH_TITLES: readonly (readonly [prefix: string, title: { readonly en: string; readonly ja: string }])[] = [
  ['schedule-', { en: 'Your schedule changed', ja: 'シフトに変更があります' }],
  ['exchange-', { en: 'News about an exchange', ja: 'シフト交換のお知らせ' }],
  ['time-off-', { en: 'News about your time off', ja: '休暇申請のお知らせ' }],
  ['intraday-', { en: 'A queue will be short today', ja: '本日、人数が不足する見込みです' }],
  ['', { en: 'News from Yotei', ja: 'Yoteiからのお知らせ' }],
];

export function pushText({ notices, locale }: Message): { readonly title: string; readonly body: string } {
  const { kind } = notices[0]!;
  const title = PUSH_TITLES.find(([prefix]) => kind.startsWith(prefix))![1][locale];
  const more = notices.length - 1;
  const open = { en: 'Open to see what it is.', ja: '開いて内容をご確認ください。' }[locale];
  const others = { en: ` ${more} more.`, ja: `ほか${more}件。` }[locale];
  return { title, body: more > 0 ? open + others : open };
}

export function whatOf({ kind, payload }: NoticeRow, locale: 'en' | 'ja'): string {
  return payload.what?.[locale] ?? kind;
}

const WORDS = {
  en: {
    greeting: (name: string) => `Hello ${name},`,
    subject: (count: number) => `${count} pieces of news about your work`,
    settings: 'When and how you are told is set here:',
  },
  ja: {
    greeting: (name: string) => `${name} さん`,
    subject: (count: number) => `お知らせ ${count} 件`,
    settings: '通知の設定はこちら:',
  },
};

/** Subject and plain text of a mail: each notice says what changed, what to do, and where. */
export function mailText(
  { notices, locale, name }: Message,
  publicUrl: string,
): { readonly subject: string; readonly text: string } {
  const words = WORDS[locale];
  const link = (path: string): string => new URL(path, publicUrl).href;
  const parts = notices.map((notice) =>
    [whatOf(notice, locale), notice.payload.todo?.[locale], link(notice.payload.path ?? '/my-week')]
      .filter(Boolean)
      .join('\n'),
  );
  return {
    subject: notices.length === 1 ? whatOf(notices[0]!, locale) : words.subject(notices.length),
    text: [words.greeting(name), ...parts, `--\n${words.settings}\n${link('/me')}`].join('\n\n') + '\n',
  };
}
