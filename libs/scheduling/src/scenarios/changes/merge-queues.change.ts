import { rateCvOf, type StaffingForecast } from '../../staffing/index.js';
import { changeFault, queueFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { withLoad } from '../changed-queues.js';
import type { ScenarioQueue } from '../scenario-base.js';
import type { MergeQueuesChange } from '../scenario-change.js';
import { inWords } from '../words/amount-words.js';
import { listText, queueTitle } from '../words/scope-words.js';

const known = (value: number): number => (Number.isNaN(value) ? 0 : value);

/** Contacts add up where any queue is open; handle times and spreads are weighted by contacts (spreads go together). */
function mergedForecast(forecasts: readonly StaffingForecast[]): StaffingForecast {
  const [first] = forecasts;
  const count = first!.grid.count;
  const at = <T>(of: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => of(index));
  const sumOf = (index: number, valueOf: (forecast: StaffingForecast) => number): number =>
    forecasts.reduce((sum, one) => {
      const contacts = known(one.contacts[index]!);
      return contacts > 0 ? sum + contacts * valueOf(one) : sum;
    }, 0);
  const isKnown = at((index) => forecasts.some(({ contacts }) => !Number.isNaN(contacts[index]!)));
  const contacts = Float64Array.from(isKnown, (open, index) => (open ? sumOf(index, () => 1) : Number.NaN));
  const mean = (index: number, valueOf: (forecast: StaffingForecast) => number, alone: number): number =>
    contacts[index]! > 0 ? sumOf(index, valueOf) / contacts[index]! : alone;
  const openMask = forecasts.some((one) => one.openMask)
    ? at((index) => forecasts.some((one) => !one.openMask || Boolean(one.openMask[index])))
    : undefined;
  return {
    ...withLoad(first!, { contacts, openMask }),
    averageHandleSeconds: Float64Array.from(contacts, (_, index) =>
      mean(index, (one) => one.averageHandleSeconds[index]!, first!.averageHandleSeconds[index]!),
    ),
    rateCv: Float64Array.from(contacts, (_, index) => mean(index, (one) => rateCvOf(one, index), Number.NaN)),
  };
}

/** Agents of all rosters together; none where a queue has no roster. People more or fewer count with them. */
function mergedAgents(queues: readonly ScenarioQueue[]): Float64Array | null {
  if (queues.some(({ agents }) => agents === null)) return null;
  const sum = new Float64Array(queues[0]!.agents!.length);
  for (const { agents, availability } of queues)
    for (let index = 0; index < sum.length; index += 1)
      sum[index]! += known(agents![index]!) * (availability?.[index] ?? 1);
  return sum;
}

function merged(queues: readonly ScenarioQueue[], title: string | undefined): ScenarioQueue {
  const [first] = queues;
  const agents = mergedAgents(queues);
  const bots = queues.flatMap(({ botContacts }) => botContacts ?? []);
  const { availability, ...rest } = first!;
  return {
    ...rest,
    ...(agents === null && availability && { availability }),
    title: title ?? queues.map((queue) => queue.title).join(' + '),
    agents,
    forecast: mergedForecast(queues.map(({ forecast }) => forecast)),
    ...(bots.length > 0 && {
      botContacts: bots[0]!.map((_, index) => bots.reduce((sum, bot) => sum + bot[index]!, 0)),
    }),
  };
}

/** Several queues answered by one group: the gain of pooling is what fewer agents do the same. */
export const mergeQueuesChange: ChangeKind<MergeQueuesChange> = {
  kind: 'merge-queues',
  title: { en: 'Queues merged', ja: 'キューの統合' },
  faults: (change, base) => [
    ...change.queueIds.flatMap((id, index) => queueFaults(`queueIds.${index}`, id, base)),
    ...(new Set(change.queueIds).size < 2
      ? [changeFault('queueIds', 'At least two queues must be named', 'キューを2つ以上選んでください')]
      : []),
  ],
  apply: (change, base) => {
    const own = change.queueIds.map((id) => base.queues.find((queue) => queue.id === id)!);
    const one = merged(own, change.title);
    const queues = base.queues.flatMap((queue) => (queue === own[0] ? [one] : own.includes(queue) ? [] : [queue]));
    const away = base.away?.map((entry) => ({
      ...entry,
      queueIds: [...new Set(entry.queueIds.map((id) => (change.queueIds.includes(id) ? one.id : id)))],
    }));
    return { ...base, queues, ...(away && { away }) };
  },
  words: (change, base, language) => {
    const titles = listText(
      change.queueIds.map((id) => queueTitle(base, id)),
      language,
    );
    return inWords(language, `One queue of ${titles}`, `${titles}を1つのキューに統合`);
  },
};
