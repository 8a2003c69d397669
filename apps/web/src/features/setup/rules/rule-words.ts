import { formatHours, formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { local, t, tIfKnown } from '../../../app/i18n/t.js';
import { clock } from '../templates/template-draft.js';

const key = (id: string) => id.replaceAll('-', '_');

/** What the rule does, in a planner's words; nothing for a rule this version has no words for. */
export function ruleEffect(ruleId: string): string {
  return tIfKnown(`setupRules.${key(ruleId)}`, undefined, '');
}

/** Name of a parameter; the library's own words where the product has none. */
export function parameterTitle(spec: {
  readonly key: string;
  readonly title: string | { en: string; ja: string };
}): string {
  return typeof spec.title === 'string'
    ? tIfKnown(`setupRules.p_${spec.key}`, undefined, spec.title)
    : local(spec.title);
}

/** From how many minutes on a span is typed and read in hours. */
const IN_HOURS_FROM = 120;

export function isInHours(spec: { readonly unit: string; readonly max: number }): boolean {
  return spec.unit === 'minutes' && spec.max >= IN_HOURS_FROM * 4;
}

/** `11 h`, `45 min`, `3 days`, `22:00` */
export function valueInWords(unit: string, value: number): string {
  switch (unit) {
    case 'minutes':
      return value >= IN_HOURS_FROM
        ? t('setup.inHours', { hours: formatHours(value) })
        : t('setup.inMinutes', { minutes: formatNumber(value) });
    case 'days':
      return t('setup.inDays', { count: value });
    case 'minute-of-day':
      return clock(value);
    case 'fraction':
      return formatPercent(value);
    case 'yes-no':
      return t(value ? 'setup.yes' : 'setup.no');
    default:
      return formatNumber(value);
  }
}
