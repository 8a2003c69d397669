import { Check, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { dateInZone, formatDateWithYear } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import type { SetupAgentInput } from '../../../graphql/generated/graphql.js';
import { Button, IconButton } from '../../../ui/button.js';
import { PopoverTrigger } from '../../../ui/dialog.js';
import { Checkbox } from '../../../ui/fields.js';
import type { SetupAgents } from '../setup.queries.js';
import { SENIORITIES } from './agent-columns.js';
import { foreignSiteOf, usualContract } from './usual-contract.js';

interface EditorProps {
  readonly data: SetupAgents;
  readonly initial: SetupAgentInput;
  readonly isSaving: boolean;
  readonly refusal: string | null;
  readonly onSave: (input: SetupAgentInput) => void;
  readonly onCancel: () => void;
}

/** One line of the table as fields: Enter stores, Escape leaves it as it was. */
export function AgentRowEditor({ data, initial, isSaving, refusal, onSave, onCancel }: EditorProps) {
  const [draft, setDraft] = useState(initial);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const set = (change: Partial<SetupAgentInput>) => setDraft((now) => ({ ...now, ...change }));
  const isSound = draft.name.trim() !== '' && draft.teamId !== '' && draft.contractId !== '';
  const store = () => isSound && !isSaving && onSave(draft);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onCancel();
    const { tagName } = event.target as HTMLElement;
    if (event.key === 'Enter' && ['INPUT', 'SELECT'].includes(tagName)) store();
  };
  return (
    <>
      <tr className="su-edit-row" onKeyDown={onKeyDown}>
        <td>
          <input
            ref={first}
            className="y-input"
            aria-label={t('setup.name')}
            value={draft.name}
            onChange={({ target }) => set({ name: target.value })}
          />
          <input
            className="y-input"
            aria-label={t('setup.reading')}
            placeholder={t('setup.reading')}
            value={draft.nameReading ?? ''}
            onChange={({ target }) => set({ nameReading: target.value })}
          />
        </td>
        <WorkCells data={data} draft={draft} set={set} />
        <td className="su-edit-acts">
          <Button
            kind="primary"
            isDisabled={!isSound || isSaving}
            icon={<Check size={14} strokeWidth={1.75} aria-hidden />}
            onPress={store}
          >
            {t('setup.save')}
          </Button>
          <IconButton label={t('setup.cancel')} icon={<X size={18} strokeWidth={1.75} />} onPress={onCancel} />
        </td>
      </tr>
      {refusal ? (
        <tr>
          <td colSpan={7} role="alert" className="su-refused">
            {refusal}
          </td>
        </tr>
      ) : null}
    </>
  );
}

interface CellsProps {
  readonly data: SetupAgents;
  readonly draft: SetupAgentInput;
  readonly set: (change: Partial<SetupAgentInput>) => void;
}

/** A team and a contract; a new agent's contract follows the team until it is chosen by hand. */
function TeamAndContract({ data, draft, set }: CellsProps) {
  const { sites } = useViewer().organisation;
  const [isChosen, setChosen] = useState(Boolean(draft.id));
  const site = (id: string | null | undefined) => sites.find((one) => one.id === id)?.name ?? '';
  const foreign = foreignSiteOf(data, draft);
  const own = data.teams.find(({ id }) => id === draft.teamId)?.siteId;
  const usable = <T extends { readonly id: string; readonly archived: boolean }>(list: readonly T[], had: string) =>
    list.filter(({ id, archived }) => !archived || id === had);
  const follow = (teamId: string) =>
    set({ teamId, ...(isChosen ? {} : { contractId: usualContract(data, teamId) ?? draft.contractId }) });
  return (
    <>
      <td>
        <Choice
          label={t('setup.team')}
          value={draft.teamId}
          options={usable(data.teams, draft.teamId).map(({ id, name }) => [id, name])}
          onChange={follow}
        />
      </td>
      <td>
        <Choice
          label={t('setup.contract')}
          value={draft.contractId}
          options={usable(data.contracts, draft.contractId).map(({ id, title }) => [id, title])}
          onChange={(contractId) => (setChosen(true), set({ contractId }))}
        />
        {foreign ? (
          <p className="su-wonder" role="status">
            {t('setup.contractElsewhere', { own: site(own), other: site(foreign) })}
          </p>
        ) : null}
      </td>
    </>
  );
}

function WorkCells({ data, draft, set }: CellsProps) {
  return (
    <>
      <TeamAndContract data={data} draft={draft} set={set} />
      <td>
        <SkillsField data={data} draft={draft} set={set} />
      </td>
      <td>
        <Choice
          label={t('setup.seniority')}
          value={draft.seniority ?? 'entry'}
          options={SENIORITIES.map((id) => [id, t(`setup.${id}`)])}
          onChange={(seniority) => set({ seniority })}
        />
      </td>
      <td>
        <input
          type="date"
          className="y-input"
          aria-label={t('setup.firstDay')}
          value={draft.hiredOn ?? ''}
          onChange={({ target }) => set({ hiredOn: target.value || null })}
        />
        {draft.hiredOn || draft.id ? null : <FirstDayHint teamId={draft.teamId} data={data} />}
        <label className="su-of-age">
          <span className="y-quiet">{t('setup.ofAgeLabel')}</span>
          <input
            type="date"
            className="y-input"
            aria-label={t('setup.ofAge')}
            value={draft.youngUntilOn ?? ''}
            onChange={({ target }) => set({ youngUntilOn: target.value || null })}
          />
        </label>
      </td>
    </>
  );
}

/** What an empty first day means, by the clock of the team's site. */
function FirstDayHint({ data, teamId }: { readonly data: SetupAgents; readonly teamId: string }) {
  const viewer = useViewer();
  const siteId = data.teams.find(({ id }) => id === teamId)?.siteId;
  const site = viewer.organisation.sites.find(({ id }) => id === siteId) ?? homeSite(viewer);
  const day = formatDateWithYear(dateInZone(Date.now(), site.zone));
  return <small className="su-of-age y-quiet">{t('setup.emptyIsToday', { day })}</small>;
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [id: string, text: string])[];
  readonly onChange: (id: string) => void;
}) {
  return (
    <select className="y-input" aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      {value === '' ? <option value="">{t('setup.choose')}</option> : null}
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** Skills in the order in which they were chosen: the first is the agent's own. */
function SkillsField({ data, draft, set }: CellsProps) {
  const { skillIds } = draft;
  const names = new Map(data.skills.map(({ id, name }) => [id, name]));
  const had = new Set(skillIds);
  const toggle = (id: string, on: boolean) =>
    set({ skillIds: on ? [...skillIds, id] : skillIds.filter((one) => one !== id) });
  const choice = (
    <PopoverTrigger
      label={t('setup.skills')}
      trigger={
        <Button aria-label={t('setup.skills')}>
          {skillIds.length > 0
            ? skillIds.map((id) => names.get(id) ?? '').join(t('setup.separator'))
            : t('setup.noSkill')}
        </Button>
      }
    >
      <div className="su-skill-list">
        {data.skills
          .filter(({ id, archived }) => !archived || had.has(id))
          .map(({ id, name }) => (
            <Checkbox key={id} isSelected={had.has(id)} onChange={(on) => toggle(id, on)}>
              {name}
            </Checkbox>
          ))}
      </div>
    </PopoverTrigger>
  );
  if (skillIds.length > 0) return choice;
  return (
    <>
      {choice}
      <small className="su-of-age y-quiet">{t('setup.noSkillHint')}</small>
    </>
  );
}
