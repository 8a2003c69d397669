import { currentLanguage } from '../app/i18n/language.js';

/** English sentence of the api with `{}` for each value -> the Japanese one with `{1}`, `{2}` for the same values. */
type Words = Readonly<Record<string, string>>;

const wordsOf = async (): Promise<Words> => (await import('./api-words.ja.json')).default;

const PLAIN = /[.*+?^$()|[\]\\]/g;

/** The sentence in the words of `words`; as it is when nothing fits. Of several that fit, the one with most text of its own. */
export function translated(sentence: string, words: Words): string {
  const exact = Object.hasOwn(words, sentence) ? words[sentence] : undefined;
  if (exact) return exact;
  const fitting = Object.keys(words)
    .filter((pattern) => pattern.includes('{}'))
    .sort((a, b) => b.length - a.length);
  for (const pattern of fitting) {
    const parts = new RegExp(`^${pattern.replace(PLAIN, '\\$&').replaceAll('{}', '(.+?)')}$`, 's').exec(sentence);
    if (parts) return words[pattern]!.replace(/\{(\d)\}/g, (_, place: string) => parts[Number(place)] ?? '');
  }
  return sentence;
}

/** A sentence of the api in the reader's language. */
export async function inReadersWords(sentence: string): Promise<string> {
  return currentLanguage() === 'ja' ? translated(sentence, await wordsOf()) : sentence;
}

/**
 * An answer of the api whose refusals (`{ __typename, message }` as the result of a field) say their reason in the
 * reader's language. The api itself speaks English, to programs as to people; `tools/check.mjs api-words` sees to it
 * that each of its sentences is known here.
 */
export async function answerInReadersWords<Result>(data: Result): Promise<Result> {
  if (currentLanguage() !== 'ja' || typeof data !== 'object' || data === null) return data;
  const fields = await Promise.all(
    Object.entries(data).map(async ([name, value]) => {
      const message: unknown = (value as { message?: unknown } | null)?.message;
      return [name, typeof message === 'string' ? { ...value, message: await inReadersWords(message) } : value];
    }),
  );
  return Object.fromEntries(fields) as Result;
}
