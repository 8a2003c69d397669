import type { LawLevel, LawParameter, LawUnit } from '@yotei/scheduling/law';
import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { currentLanguage } from '../../../app/i18n/language.js';
import { t } from '../../../app/i18n/t.js';

/** How binding a parameter is, in a word; the tone is that of the rule it becomes. */
export function levelInWords(level: LawLevel): { readonly text: string; readonly tone: 'must' | 'prefer' | 'plain' } {
  const tone = level === 'hard' ? 'must' : level === 'pay' ? 'plain' : 'prefer';
  return { text: t(`setupLaw.level_${level}`), tone };
}

function valueInWords(value: number, unit: LawUnit): string {
  switch (unit) {
    case 'hours':
      return t('setup.inHours', { hours: formatNumber(value) });
    case 'minutes':
      return t('setup.inMinutes', { minutes: formatNumber(value) });
    case 'days':
      return t('setup.inDays', { count: value });
    case 'percent':
      return formatPercent(value / 100, 0);
    case 'count':
      return formatNumber(value);
  }
}

/** Articles of Japan's Labour Standards Act are cited in Japanese as people there do; others stay as they are cited. */
export function articleInWords({ article }: LawParameter['source']): string {
  const [, number, paragraph] = /^LSA art\. (\d+)(?: \((\d+)\))?$/.exec(article) ?? [];
  if (!number || currentLanguage() !== 'ja') return article;
  return t(paragraph ? 'setupLaw.lsaParagraph' : 'setupLaw.lsa', { number, ...(paragraph && { paragraph }) });
}

/** `45 min · 60 min`; a dash where the law names no number. */
export function valuesInWords({ values }: LawParameter): string {
  return values.length === 0 ? '–' : values.map(({ value, unit }) => valueInWords(value, unit)).join(' · ');
}
