import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { MessageId, MessageValues } from '../../apps/web/src/app/i18n/t.js';
import { messages as en } from '../../apps/web/src/app/locales/en/index.js';
import { messages as ja } from '../../apps/web/src/app/locales/ja/index.js';

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The product's own texts in one language, by the ids its code uses: a journey written once walks in both. */
export interface Words {
  readonly language: Language;
  readonly t: (id: MessageId, values?: MessageValues) => string;
  /** The text with anything at all where a value is `*`, to find what holds names, times or numbers. */
  readonly like: (id: MessageId, values: MessageValues) => RegExp;
}

export function wordsOf(language: Language): Words {
  const texts = Object.entries(language === 'en' ? en : ja).flatMap(([feature, own]) =>
    Object.entries(own).map(([key, text]) => [`${feature}.${key}`, text] as const),
  );
  const i18n = setupI18n({ locale: language, messages: { [language]: Object.fromEntries(texts) } });
  i18n.setMessagesCompiler(compileMessage);
  const t = (id: MessageId, values?: MessageValues): string => i18n._(id, values);
  const like = (id: MessageId, values: MessageValues): RegExp =>
    new RegExp(
      t(id, values)
        .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll('*', '.*'),
    );
  return { language, t, like };
}
