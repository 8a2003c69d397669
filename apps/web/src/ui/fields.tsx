import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField as AriaNumberField,
  Popover,
  Select as AriaSelect,
  SelectValue,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components';
import { Below, type FieldTexts } from './text-field.js';
import './fields.css';
import './overlay.css';

export { TextField } from './text-field.js';

export function NumberField({
  label,
  hint,
  error,
  unit,
  ...rest
}: FieldTexts & { readonly unit?: string } & Omit<AriaNumberFieldProps, 'children' | 'className'>) {
  return (
    <AriaNumberField {...rest} isInvalid={Boolean(error)} className="y-field">
      <Label>{label}</Label>
      <div className="y-input-row">
        <Input className="y-input y-input-number" />
        {unit ? <span className="y-unit">{unit}</span> : null}
      </div>
      <Below hint={hint} error={error} />
    </AriaNumberField>
  );
}

export interface SelectOption {
  readonly id: string;
  readonly text: string;
  /** A second line in the list. */
  readonly detail?: string;
}

export interface SelectProps extends FieldTexts {
  readonly value: string | null;
  readonly options: readonly SelectOption[];
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  /** Keeps the label for screen readers only, for toolbars where the value says enough. */
  readonly hideLabel?: boolean;
  readonly isDisabled?: boolean;
}

export function Select({
  label,
  hint,
  error,
  value,
  options,
  onChange,
  placeholder,
  hideLabel = false,
  isDisabled = false,
}: SelectProps) {
  return (
    <AriaSelect
      className="y-field"
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      {...(placeholder ? { placeholder } : {})}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label>{label}</Label>}
      <AriaButton className="y-input y-select">
        <SelectValue className="y-select-value">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </AriaButton>
      <Below hint={hint} error={error} />
      <Popover className="y-popover">
        <ListBox className="y-list" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.text} className="y-list-item y-option">
              <span>{option.text}</span>
              {option.detail ? <small className="y-quiet">{option.detail}</small> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function Checkbox({
  children,
  ...rest
}: {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (on: boolean) => void;
  readonly isDisabled?: boolean;
}) {
  return (
    <AriaCheckbox {...rest} className="y-checkbox">
      <span className="y-checkbox-box" aria-hidden>
        <svg viewBox="0 0 16 16" width="12" height="12">
          <path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </span>
      {children}
    </AriaCheckbox>
  );
}
