import { sourceIn, type LawLevel, type LawParameter, type LawUnit } from '@yotei/scheduling/law';
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

/** An article as people of the language cite it. */
export function articleInWords({ article }: LawParameter['source']): string {
  return sourceIn(currentLanguage(), article);
}

/** `45 min · 60 min`; a dash where the law names no number. */
export function valuesInWords({ values }: LawParameter): string {
  return values.length === 0 ? '–' : values.map(({ value, unit }) => valueInWords(value, unit)).join(' · ');
}
