import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { t } from '../../../app/i18n/t.js';

export interface RenameFieldProps {
  readonly name: string;
  /** The new name; null: as it was. */
  readonly onDone: (name: string | null) => void;
}

const MOST_LETTERS = 120;

/** A name edited in place: Enter keeps, Escape gives up. Keys stay in the field, so that the tree does not move. */
export function RenameField({ name, onDone }: RenameFieldProps) {
  const [typed, setTyped] = useState(name);
  const keep = () => onDone(typed.trim() === '' ? null : typed.trim());
  return (
    <TextField
      className="y-scn-rename"
      aria-label={t('scenarios.newName')}
      value={typed}
      onChange={setTyped}
      maxLength={MOST_LETTERS}
      autoFocus
      onBlur={keep}
    >
      <Input
        className="y-input"
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') onDone(null);
        }}
      />
    </TextField>
  );
}
