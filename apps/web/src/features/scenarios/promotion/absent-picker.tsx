import { useState } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { local, t } from '../../../app/i18n/t.js';
import type { ScenarioAbsentInput } from '../../../graphql/generated/graphql.js';
import { Checkbox, Select } from '../../../ui/fields.js';
import { TextField } from '../../../ui/text-field.js';
import type { PromotionLine, PromotionPlan } from './promotion.model.js';

/** Beyond so many names one looks for a person by name. */
const MOST_SHOWN = 60;

/** Who is away: the scenario says how many, a person says who. */
export function AbsentPicker({
  absent,
  kinds,
  chosen,
  onChoose,
}: {
  readonly absent: NonNullable<PromotionLine['absent']>;
  readonly kinds: PromotionPlan['absenceKinds'];
  readonly chosen: Omit<ScenarioAbsentInput, 'index'>;
  readonly onChoose: (chosen: Omit<ScenarioAbsentInput, 'index'>) => void;
}) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const found = absent.candidates.filter(
    ({ id, name }) => chosen.agentIds.includes(id) || name.toLocaleLowerCase().includes(wanted),
  );
  const shown = found.filter(({ id }, index) => index < MOST_SHOWN || chosen.agentIds.includes(id));
  const isFull = chosen.agentIds.length >= absent.agents;
  const toggle = (id: string, on: boolean) =>
    onChoose({ ...chosen, agentIds: on ? [...chosen.agentIds, id] : chosen.agentIds.filter((one) => one !== id) });
  return (
    <fieldset className="y-scn-absent-people">
      <legend>
        {t('scenarios.whoIsAway', { chosen: formatNumber(chosen.agentIds.length), count: formatNumber(absent.agents) })}
      </legend>
      <Select
        label={t('scenarios.absenceKind')}
        value={chosen.kind}
        options={kinds.map(({ code, title }) => ({ id: code, text: local(title) }))}
        onChange={(kind) => onChoose({ ...chosen, kind })}
      />
      <TextField label={t('scenarios.findPerson')} value={text} onChange={setText} />
      <div className="y-scn-absent-names">
        {shown.map(({ id, name }) => {
          const isChosen = chosen.agentIds.includes(id);
          return (
            <Checkbox key={id} isSelected={isChosen} isDisabled={isFull && !isChosen} onChange={(on) => toggle(id, on)}>
              {name}
            </Checkbox>
          );
        })}
      </div>
      {found.length > shown.length ? (
        <p className="y-quiet">{t('scenarios.morePeople', { count: found.length - shown.length })}</p>
      ) : null}
    </fieldset>
  );
}
