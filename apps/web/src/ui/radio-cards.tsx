import { useId, type ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import './radio-cards.css';

export interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly title: string;
  /** What it does and when it matters, in a sentence or two. */
  readonly text: ReactNode;
}

export interface RadioCardsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly RadioCard<Value>[];
  readonly onChange: (value: Value) => void;
}

/** A choice of which exactly one holds, each with what it means. Arrow keys change it. */
export function RadioCards<Value extends string>({ label, value, options, onChange }: RadioCardsProps<Value>) {
  const id = useId();
  return (
    <RadioGroup className="y-radio-cards" value={value} onChange={(next) => onChange(next as Value)}>
      <Label>{label}</Label>
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          className="y-radio-card"
          aria-label={option.title}
          aria-describedby={`${id}${option.value}`}
        >
          <span className="y-radio-dot" aria-hidden />
          <span className="y-radio-words">
            <strong>{option.title}</strong>
            <span id={`${id}${option.value}`} className="y-quiet">
              {option.text}
            </span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
