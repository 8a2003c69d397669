import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import './fields.css';

/** What is written around a field. */
export interface FieldTexts {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** Hint and error under a field. */
export const Below = ({ hint, error }: Omit<FieldTexts, 'label'>) => (
  <>
    {hint ? (
      <Text slot="description" className="y-field-hint">
        {hint}
      </Text>
    ) : null}
    <FieldError className="y-field-error">{error}</FieldError>
  </>
);

export function TextField({
  label,
  hint,
  error,
  placeholder,
  ...rest
}: FieldTexts & { readonly placeholder?: string } & Omit<AriaTextFieldProps, 'children' | 'className'>) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className="y-field">
      <Label>{label}</Label>
      <Input className="y-input" {...(placeholder ? { placeholder } : {})} />
      <Below hint={hint} error={error} />
    </AriaTextField>
  );
}
