import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { useSyncExternalStore } from 'react';

export type Language = 'en' | 'ja';

/** Messages of one language by feature; every language module exports the same shape as English. */
export type MessageCatalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

const STORE_KEY = 'yotei-language';
const listeners = new Set<() => void>();

i18n.setMessagesCompiler(compileMessage);

/** Whether the planners' texts are loaded too; a phone does without. */
let whole = false;

async function messagesOf(language: Language): Promise<MessageCatalogue> {
  if (whole)
    return language === 'ja'
      ? (await import('../locales/ja/index.js')).messages
      : (await import('../locales/en/index.js')).messages;
  return language === 'ja'
    ? (await import('../locales/ja/first.js')).messages
    : (await import('../locales/en/first.js')).messages;
}

/** Before the first page that is no agent's: loads the texts of all the others. At once when they are there. */
export async function loadAllTexts(): Promise<void> {
  if (whole) return;
  whole = true;
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
  whole ||= 'board' in messages;
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
