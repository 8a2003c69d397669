import { AGENT_STATES } from '@yotei/scheduling/adherence';
import { t } from '../../app/i18n/t.js';
import type { Viewer } from '../../app/session.js';
import { Segmented } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { LIVE_GROUPS, LIVE_SHOWS, type LiveSearch } from './live.search.js';
import { wordOfState } from './live-words.js';

const ALL = 'all';

function Choice({
  label,
  all,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly onChange: (id: string | undefined) => void;
}) {
  return (
    <div className="l-choice">
      <Select
        label={label}
        hideLabel
        value={value ?? ALL}
        options={[{ id: ALL, text: all }, ...options]}
        onChange={(id) => onChange(id === ALL ? undefined : id)}
      />
    </div>
  );
}

/** Whom the list shows, and under which heads; all of it is in the address. */
export function LiveToolbar({
  viewer,
  search,
  show,
}: {
  readonly viewer: Viewer;
  readonly search: LiveSearch;
  readonly show: (next: LiveSearch) => void;
}) {
  const { teams, skills } = viewer.organisation;
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ id, text: name }));
  return (
    <>
      <Segmented
        label={t('live.show')}
        value={search.show ?? 'shift'}
        options={LIVE_SHOWS.map((value) => ({ value, text: t(`live.show-${value}`) }))}
        onChange={(value) => show({ show: value === 'shift' ? undefined : value })}
      />
      <Choice
        label={t('live.team')}
        all={t('live.allTeams')}
        value={search.team}
        options={named(teams)}
        onChange={(team) => show({ team })}
      />
      <Choice
        label={t('live.skill')}
        all={t('live.allSkills')}
        value={search.skill}
        options={named(skills)}
        onChange={(skill) => show({ skill })}
      />
      <Choice
        label={t('live.state')}
        all={t('live.allStates')}
        value={search.state}
        options={AGENT_STATES.map((id) => ({ id, text: wordOfState(id) }))}
        onChange={(state) => show({ state })}
      />
      <Choice
        label={t('live.group')}
        all={t('live.noGroup')}
        value={search.group}
        options={LIVE_GROUPS.map((id) => ({ id, text: t(`live.group-${id}`) }))}
        onChange={(group) => show({ group: LIVE_GROUPS.find((one) => one === group) })}
      />
      <input
        type="search"
        className="y-input l-search"
        aria-label={t('live.find')}
        placeholder={t('live.find')}
        value={search.text ?? ''}
        onChange={(event) => show({ text: event.target.value || undefined })}
      />
    </>
  );
}
