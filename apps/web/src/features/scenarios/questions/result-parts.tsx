import type { ReactNode } from 'react';
import { moneyText } from '@yotei/scheduling/costs';
import { currentLanguage } from '../../../app/i18n/language.js';
import { t } from '../../../app/i18n/t.js';

/** A number as text that carries its every digit. */
export function Value({ value, children }: { readonly value: number; readonly children: ReactNode }) {
  return (
    <span data-value={String(value)} title={String(value)}>
      {children}
    </span>
  );
}

/** An amount in the currency; a dash where there are no costs. */
export function money(value: number | null, currency: string | null): string {
  return value === null || currency === null || Number.isNaN(value)
    ? '–'
    : moneyText(value, currency, { language: currentLanguage() });
}

/** The answer in a sentence, the numbers below it, and how they are computed. */
export function Result({
  sentence,
  how,
  children,
}: {
  readonly sentence: string;
  readonly how: string;
  readonly children?: ReactNode;
}) {
  return (
    <>
      <p className="y-scn-telling">{sentence}</p>
      {children}
      <details className="y-scn-gaps">
        <summary>{t('scenarios.how')}</summary>
        <p>{how}</p>
      </details>
    </>
  );
}
