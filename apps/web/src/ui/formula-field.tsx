import { useId, useRef, type KeyboardEvent, type RefObject } from 'react';
import { t } from '../app/i18n/t.js';
import { Button } from './button.js';
import { FormulaFunctions, type FormulaHelp } from './formula-functions.js';
import './formula-field.css';

/** What a formula comes to: a value in words, why there is none, or what is wrong and where (0 = the first character). */
export type FormulaOutcome =
  | { readonly kind: 'value' | 'no-value'; readonly text: string }
  | { readonly kind: 'fault'; readonly text: string; readonly position: number | null };

export interface FormulaFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Judges a formula that is not empty. Called while one types, so it must be quick. */
  readonly evaluate: (text: string) => FormulaOutcome;
  /** Functions offered, with what they take; a press writes one into the formula. */
  readonly functions: readonly FormulaHelp[];
  /** Formulas used before, the newest first. Arrow up and down bring them back. */
  readonly remembered: readonly string[];
  /** Enter on a formula that has no fault. */
  readonly onRemember: (text: string) => void;
}

/** The formula again with the place of the fault marked. */
function FaultPlace({ text, position }: { readonly text: string; readonly position: number | null }) {
  if (position === null) return null;
  const end = position + (/^[\p{L}\p{N}_]+/u.exec(text.slice(position))?.[0].length ?? 1);
  return (
    <code className="y-formula-place" aria-hidden>
      {text.slice(0, position)}
      <mark>{text.slice(position, end) || ' '}</mark>
      {text.slice(end)}
    </code>
  );
}

/** Writes a text over the selection of the field and puts the caret behind it, or inside its brackets. */
function insertInto(field: HTMLInputElement | null, text: string, onChange: (text: string) => void): void {
  if (!field) return;
  const from = field.selectionStart ?? field.value.length;
  const until = field.selectionEnd ?? from;
  onChange(field.value.slice(0, from) + text + field.value.slice(until));
  const caret = from + text.length;
  // After React has written the new text.
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(caret, caret);
  });
}

function useKeys(props: FormulaFieldProps, outcome: FormulaOutcome | null, place: RefObject<number>) {
  const { remembered, onChange, onRemember, value } = props;
  return (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter and arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && outcome && outcome.kind !== 'fault') {
      event.preventDefault();
      place.current = -1;
      onRemember(value.trim());
    }
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const next = place.current + step;
    if (step === 0 || next < 0 || next >= remembered.length) return;
    event.preventDefault();
    place.current = next;
    onChange(remembered[next]!);
  };
}

/** One line of formula, answered while it is typed, with help to write it. Knows nothing of what the functions do. */
export function FormulaField(props: FormulaFieldProps) {
  const { label, value, onChange, evaluate, functions, remembered } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const place = useRef(-1);
  const outcome = value.trim() === '' ? null : evaluate(value);
  const onKeyDown = useKeys(props, outcome, place);
  return (
    <div className="y-formula-field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        className="y-input y-formula-input"
        value={value}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-invalid={outcome?.kind === 'fault'}
        aria-describedby={`${id}outcome`}
        onChange={(event) => {
          place.current = -1;
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {outcome?.kind === 'fault' ? <FaultPlace text={value} position={outcome.position} /> : null}
      <output id={`${id}outcome`} className="y-formula-outcome" data-kind={outcome?.kind ?? 'empty'} aria-live="polite">
        {outcome?.kind === 'value' ? '= ' : ''}
        {outcome?.text ?? t('ui.formulaHint')}
      </output>
      {remembered.length > 0 ? (
        <div className="y-formula-remembered" role="group" aria-label={t('ui.formulaRemembered')}>
          {remembered.map((text) => (
            <Button key={text} onPress={() => onChange(text)}>
              {text}
            </Button>
          ))}
        </div>
      ) : null}
      <FormulaFunctions functions={functions} onInsert={(text) => insertInto(field.current, text, onChange)} />
    </div>
  );
}
