import { Button as AriaButton } from 'react-aria-components';
import { t } from '../../../app/i18n/t.js';
import { PopoverTrigger } from '../../../ui/dialog.js';
import type { Proof, Tone } from './accuracy.model.js';

/** A number that opens to its formula, filled with its own values. */
export function Figure({
  text,
  proof,
  tone = 'plain',
}: {
  readonly text: string;
  readonly proof: Proof;
  readonly tone?: Tone;
}) {
  if (proof.numbers === null) return <span className="y-quiet">{text}</span>;
  const title = t(proof.title);
  return (
    <PopoverTrigger
      label={title}
      trigger={
        <AriaButton className="y-figure" data-tone={tone} aria-label={t('accuracy.openFigure', { title, value: text })}>
          {text}
        </AriaButton>
      }
    >
      <div className="y-proof">
        <strong>{title}</strong>
        <p>{t(proof.formula, proof.values)}</p>
        <p className="y-proof-numbers">{proof.numbers}</p>
        {proof.note ? <p className="y-quiet">{t(proof.note)}</p> : null}
      </div>
    </PopoverTrigger>
  );
}
