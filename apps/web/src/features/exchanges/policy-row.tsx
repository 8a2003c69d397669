import { local, t, tIfKnown } from '../../app/i18n/t.js';
import { Segmented } from '../../ui/button.js';
import { Checkbox, NumberField } from '../../ui/fields.js';
import { kindText } from './exchanges.queries.js';
import type { Policy } from './policies-desk.js';

const OUTCOMES = ['allow', 'review', 'refuse'] as const;
type Outcome = (typeof OUTCOMES)[number];

const KINDS = [
  ...['swap', 'give-away', 'cycle', 'swap-part', 'break-change'],
  ...['pick-up', 'voluntary-time-off', 'overtime'],
] as const;

interface PolicyRowProps {
  readonly policy: Policy;
  readonly onChange: (policy: Policy) => void;
}

/** One policy: what it looks at, its limits, what happens beyond them, and for which kinds. */
export function PolicyRow({ policy, onChange }: PolicyRowProps) {
  const name = local(policy.title);
  const outcome = OUTCOMES.find((one) => one === policy.outcome) ?? 'allow';
  const setValue = (key: string, value: number) =>
    onChange({
      ...policy,
      parameters: policy.parameters.map((one) => (one.key === key ? { ...one, value } : one)),
    });
  return (
    <li className="y-panel x-policy">
      <div>
        <h3>{name}</h3>
        <p className="y-quiet">{tIfKnown(`exchangeDesk.policy.${policy.policyId}`, undefined, '')}</p>
      </div>
      <Segmented<Outcome>
        label={t('exchangeDesk.outcomeOf', { name })}
        value={outcome}
        options={OUTCOMES.map((value) => ({ value, text: t(`exchangeDesk.outcome.${value}`) }))}
        onChange={(next) => onChange({ ...policy, outcome: next })}
      />
      {outcome === 'allow' ? null : (
        <>
          {policy.parameters.map((parameter) => (
            <ParameterField
              key={parameter.key}
              parameter={parameter}
              onChange={(value) => setValue(parameter.key, value)}
            />
          ))}
          <Kinds policy={policy} onChange={onChange} />
        </>
      )}
    </li>
  );
}

type Parameter = Policy['parameters'][number];

/** Minutes are set in hours, shares in per cent. */
function ParameterField({
  parameter,
  onChange,
}: {
  readonly parameter: Parameter;
  readonly onChange: (value: number) => void;
}) {
  const { unit, min, max, value, title } = parameter;
  const scale = unit === 'minutes' ? 60 : 1;
  return (
    <NumberField
      label={local(title)}
      {...(unit === 'minutes' ? { unit: t('exchangeDesk.hours') } : {})}
      {...(unit === 'fraction' ? { formatOptions: { style: 'percent' as const, maximumFractionDigits: 1 } } : {})}
      value={value / scale}
      minValue={min / scale}
      maxValue={max / scale}
      step={unit === 'minutes' ? 0.25 : unit === 'fraction' ? 0.005 : 1}
      onChange={(next) => Number.isFinite(next) && onChange(unit === 'minutes' ? Math.round(next * scale) : next)}
    />
  );
}

function Kinds({ policy, onChange }: PolicyRowProps) {
  const chosen = policy.kinds ?? KINDS;
  const toggle = (kind: string, isOn: boolean) => {
    const kinds = KINDS.filter((one) => (one === kind ? isOn : chosen.includes(one)));
    onChange({ ...policy, kinds: kinds.length === KINDS.length ? null : kinds });
  };
  return (
    <details className="x-policy-kinds">
      <summary>
        {policy.kinds
          ? t('exchangeDesk.forSome', { kinds: policy.kinds.map(kindText).join(', ') })
          : t('exchangeDesk.forAll')}
      </summary>
      {KINDS.map((kind) => (
        <Checkbox key={kind} isSelected={chosen.includes(kind)} onChange={(isOn) => toggle(kind, isOn)}>
          {kindText(kind)}
        </Checkbox>
      ))}
    </details>
  );
}
