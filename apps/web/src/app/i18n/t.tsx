import { i18n } from '@lingui/core';
import type { ReactNode } from 'react';
import type { messages } from '../locales/en/index.js';
import { currentLanguage } from './language.js';

type Messages = typeof messages;

/** Every text of the product: `<feature>.<key>`, from the English files. An unknown id does not compile. */
export type MessageId = {
  [Feature in keyof Messages & string]: `${Feature}.${keyof Messages[Feature] & string}`;
}[keyof Messages & string];

export type MessageValues = Readonly<Record<string, string | number>>;

/** The text in the current language, with ICU plurals and values filled in. */
export function t(id: MessageId, values?: MessageValues): string {
  return i18n._(id, values);
}

/** For ids that come from the server (rule, step, error code): the text, or `fallback` when the product has none. */
export function tIfKnown(id: string, values: MessageValues | undefined, fallback: string): string {
  return id in i18n.messages ? i18n._(id, values) : fallback;
}

/** A text whose `<b>…</b>` parts are shown strong; the words stay in one message, so both languages can order them. */
export function Text({ id, values }: { readonly id: MessageId; readonly values?: MessageValues }): ReactNode {
  const parts = t(id, values).split(/<b>(.*?)<\/b>/);
  return parts.map((part, index) => (index % 2 ? <strong key={index}>{part}</strong> : part));
}

/** The side of a two-language text from the api that is being read. */
export function local(text: { readonly en: string; readonly ja: string }): string {
  return text[currentLanguage()];
}
