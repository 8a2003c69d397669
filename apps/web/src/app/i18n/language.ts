import { i18n } from '@lingui/core';
import { compileMessage, type CompiledMessage } from '@lingui/message-utils/compileMessage';
import { useSyncExternalStore } from 'react';

export type Language = 'en' | 'ja';

/** Messages of one language by feature; every language module exports the same shape as English. */
export type MessageCatalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

const STORE_KEY = 'yotei-language';
const listeners = new Set<() => void>();

/** Each text is read once: a row of the board writes its texts at every move of the pointer. */
const compiled = new Map<string, CompiledMessage>();
i18n.setMessagesCompiler((text) => {
  let message = compiled.get(text);
  if (message === undefined) compiled.set(text, (message = compileMessage(text)));
  return message;
});

type Texts = Promise<{ readonly messages: MessageCatalogue }>;

/** Parts of the texts beyond those a phone loads, each with a feature only it has: one line a part. */
const TEXT_PARTS = {
  planner: {
    has: 'board',
    en: (): Texts => import('../locales/en/planner.js'),
    ja: (): Texts => import('../locales/ja/planner.js'),
  },
  demand: {
    has: 'days',
    en: (): Texts => import('../locales/en/demand.js'),
    ja: (): Texts => import('../locales/ja/demand.js'),
  },
  accuracy: {
    has: 'accuracy',
    en: (): Texts => import('../locales/en/accuracy.js'),
    ja: (): Texts => import('../locales/ja/accuracy.js'),
  },
  'board-tools': {
    has: 'boardTools',
    en: (): Texts => import('../locales/en/board-tools.js'),
    ja: (): Texts => import('../locales/ja/board-tools.js'),
  },
  together: {
    has: 'together',
    en: (): Texts => import('../locales/en/together.js'),
    ja: (): Texts => import('../locales/ja/together.js'),
  },
  'roster-parts': {
    has: 'rosterParts',
    en: (): Texts => import('../locales/en/roster-parts.js'),
    ja: (): Texts => import('../locales/ja/roster-parts.js'),
  },
  'roster-best': {
    has: 'rosterBest',
    en: (): Texts => import('../locales/en/roster-best.js'),
    ja: (): Texts => import('../locales/ja/roster-best.js'),
  },
  palette: {
    has: 'palette',
    en: (): Texts => import('../locales/en/palette.js'),
    ja: (): Texts => import('../locales/ja/palette.js'),
  },
  own: {
    has: 'own',
    en: (): Texts => import('../locales/en/own.js'),
    ja: (): Texts => import('../locales/ja/own.js'),
  },
  scenarios: {
    has: 'scenarios',
    en: (): Texts => import('../locales/en/scenarios.js'),
    ja: (): Texts => import('../locales/ja/scenarios.js'),
  },
  setup: {
    has: 'setup',
    en: (): Texts => import('../locales/en/setup.js'),
    ja: (): Texts => import('../locales/ja/setup.js'),
  },
  'exchange-loop': {
    has: 'exchangeLoop',
    en: (): Texts => import('../locales/en/exchange-loop.js'),
    ja: (): Texts => import('../locales/ja/exchange-loop.js'),
  },
  bidding: {
    has: 'bidding',
    en: (): Texts => import('../locales/en/bidding.js'),
    ja: (): Texts => import('../locales/ja/bidding.js'),
  },
  'exchange-desk': {
    has: 'exchangeDesk',
    en: (): Texts => import('../locales/en/exchange-desk.js'),
    ja: (): Texts => import('../locales/ja/exchange-desk.js'),
  },
  wellbeing: {
    has: 'wellbeing',
    en: (): Texts => import('../locales/en/wellbeing.js'),
    ja: (): Texts => import('../locales/ja/wellbeing.js'),
  },
  intraday: {
    has: 'intraday',
    en: (): Texts => import('../locales/en/intraday.js'),
    ja: (): Texts => import('../locales/ja/intraday.js'),
  },
  'measure-tools': {
    has: 'measureTools',
    en: (): Texts => import('../locales/en/measure-tools.js'),
    ja: (): Texts => import('../locales/ja/measure-tools.js'),
  },
  live: {
    has: 'live',
    en: (): Texts => import('../locales/en/live.js'),
    ja: (): Texts => import('../locales/ja/live.js'),
  },
  'adherence-history': {
    has: 'adherenceHistory',
    en: (): Texts => import('../locales/en/adherence-history.js'),
    ja: (): Texts => import('../locales/ja/adherence-history.js'),
  },
  reports: {
    has: 'reports',
    en: (): Texts => import('../locales/en/reports.js'),
    ja: (): Texts => import('../locales/ja/reports.js'),
  },
  invitation: {
    has: 'invitation',
    en: (): Texts => import('../locales/en/invitation.js'),
    ja: (): Texts => import('../locales/ja/invitation.js'),
  },
  capacity: {
    has: 'capacity',
    en: (): Texts => import('../locales/en/capacity.js'),
    ja: (): Texts => import('../locales/ja/capacity.js'),
  },
  'sample-data': {
    has: 'sampleData',
    en: (): Texts => import('../locales/en/sample-data.js'),
    ja: (): Texts => import('../locales/ja/sample-data.js'),
  },
} as const;

export type TextPart = keyof typeof TEXT_PARTS;

/** The parts that have been asked for; a phone does without. */
const parts = new Set<TextPart>();

async function messagesOf(language: Language): Promise<MessageCatalogue> {
  const loaded = await Promise.all([
    language === 'ja' ? import('../locales/ja/first.js') : import('../locales/en/first.js'),
    ...[...parts].map((part) => TEXT_PARTS[part][language]()),
  ]);
  return Object.assign({}, ...loaded.map(({ messages }) => messages)) as MessageCatalogue;
}

/** Before the first page that needs them: loads these parts of the texts. At once when they are there. */
export async function loadTexts(...wanted: readonly TextPart[]): Promise<void> {
  const missing = wanted.filter((part) => !parts.has(part));
  if (missing.length === 0) return;
  missing.forEach((part) => parts.add(part));
  activate(currentLanguage(), await messagesOf(currentLanguage()));
}

/** `{demand: {title}}` becomes `{'demand.title'}`. */
export function flatten(messages: MessageCatalogue): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([feature, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${feature}.${key}`, text]),
    ),
  );
}

/** The language chosen on this device, else the one of the sign-in cookie, else the browser's; English otherwise. */
export function preferredLanguage(): Language {
  const cookie = /(?:^|;\s*)yotei_language=(en|ja)/.exec(document.cookie)?.[1];
  const chosen = localStorage.getItem(STORE_KEY) ?? cookie ?? navigator.languages.find((one) => /^(en|ja)/.test(one));
  return chosen?.startsWith('ja') ? 'ja' : 'en';
}

/** Makes texts loaded by hand current. Screens use {@link showLanguage}; tests use this to stay synchronous. */
export function activate(language: Language, messages: MessageCatalogue): void {
  for (const part of Object.keys(TEXT_PARTS) as TextPart[]) if (TEXT_PARTS[part].has in messages) parts.add(part);
  i18n.loadAndActivate({ locale: language, messages: flatten(messages) });
  document.documentElement.lang = language;
  listeners.forEach((changed) => changed());
}

/** Loads a language's texts, shows them and remembers the choice. */
export async function showLanguage(language: Language): Promise<void> {
  activate(language, await messagesOf(language));
  localStorage.setItem(STORE_KEY, language);
  document.cookie = `yotei_language=${language}; path=/; max-age=31536000; samesite=lax`;
}

export function currentLanguage(): Language {
  return i18n.locale === 'ja' ? 'ja' : 'en';
}

/** Re-renders the caller when the language changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    currentLanguage,
    currentLanguage,
  );
}
