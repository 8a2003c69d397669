import { local, t } from '../../app/i18n/t.js';
import type { Explanation } from './explanation-steps.js';

/** Each formula twice: its letters, then the numbers in their places; below, what the letters stand for. */
export function FormulasWithNumbers({ formulas, source }: Pick<Explanation, 'formulas' | 'source'>) {
  if (formulas.length === 0) return null;
  const meanings = new Map(formulas.flatMap((formula) => formula.meanings).map(({ symbol, text }) => [symbol, text]));
  return (
    <section className="y-formulas" aria-label={t('staffing.formulasTitle')}>
      <h3>{t('staffing.formulasTitle')}</h3>
      <ul>
        {formulas.map(({ id, symbols, numbers }) => (
          <li key={id} className="y-formula">
            <code>{symbols}</code>
            <code className="y-formula-numbers">{local(numbers)}</code>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('staffing.formulaLetters')}</summary>
        <dl className="y-letters">
          {[...meanings].map(([symbol, text]) => (
            <div key={symbol}>
              <dt>
                <code>{symbol}</code>
              </dt>
              <dd>{local(text)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="y-quiet y-source">{source}</p>
    </section>
  );
}
