import { Checkbox } from '../../ui/fields.js';

/** Things to choose from, several at once. */
export function IdChecks({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly onChange: (ids: string[]) => void;
}) {
  return (
    <fieldset className="su-set">
      <legend>{label}</legend>
      <div className="su-checks">
        {options.map(({ id, text }) => (
          <Checkbox
            key={id}
            isSelected={value.includes(id)}
            onChange={(on) => onChange(on ? [...value, id] : value.filter((one) => one !== id))}
          >
            {text}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
