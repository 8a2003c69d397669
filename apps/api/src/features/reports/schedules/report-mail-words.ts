import type { TextLanguage } from '@yotei/scheduling/staffing';
import type { ReportContent } from '../content/report-content.js';

const WORDS = {
  en: {
    hello: (name: string) => `Hello ${name},`,
    greeting: 'Hello,',
    files: 'As PDF and CSV in this mail.',
    open: 'Open it here:',
  },
  ja: {
    hello: (name: string) => `${name} さん`,
    greeting: 'ご担当者様',
    files: 'PDFとCSVを添付しています。',
    open: 'こちらで開けます:',
  },
};
const MOST_SENTENCES = 8;

/** Subject and plain text: what a reader in a hurry needs, and where the rest is. */
export function reportMailText(
  content: ReportContent,
  {
    language,
    name,
    url,
  }: { readonly language: TextLanguage; readonly name: string | null; readonly url: string | null },
): { readonly subject: string; readonly text: string } {
  const words = WORDS[language];
  const [title, period] = [content.title[language], content.period[language]];
  const figures = content.blocks.flatMap(({ title: own, figure }) =>
    figure?.text
      ? [`${own[language]}: ${figure.text[language]}${figure.change ? ` (${figure.change[language]})` : ''}`]
      : [],
  );
  const sentences = content.blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text[language]));
  const parts = [
    name === null ? words.greeting : words.hello(name),
    `${title}\n${period}`,
    [...figures, ...sentences.slice(0, MOST_SENTENCES)].join('\n'),
    words.files,
    ...(url ? [`${words.open}\n${url}`] : []),
  ];
  return { subject: `${title}: ${period}`, text: `${parts.filter(Boolean).join('\n\n')}\n` };
}
