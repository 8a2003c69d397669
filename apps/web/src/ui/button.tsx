import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  ToggleButton,
  ToggleButtonGroup,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components';
import { WithTooltip } from './tooltip.js';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** `primary`: the one main act of a view. `quiet`: no border, for toolbars. `danger`: takes something away. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export function Button({ kind = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`y-button y-button-${kind}`}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}

/** An icon alone; `label` is its name for screen readers and its tooltip. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ButtonProps, 'children' | 'kind'> & { readonly label: string }) {
  return (
    <WithTooltip text={label}>
      <AriaButton {...rest} aria-label={label} className="y-icon-button">
        {icon}
      </AriaButton>
    </WithTooltip>
  );
}

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

/** A row of choices of which exactly one holds. */
export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="y-segmented"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => onChange([...keys][0] as Value)}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className="y-segment">
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
