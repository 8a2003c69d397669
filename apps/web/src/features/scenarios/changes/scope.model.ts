import type { ScenarioBase } from '@yotei/scheduling/scenarios';
import { t, tIfKnown } from '../../../app/i18n/t.js';
import type { Scope } from './sliders.model.js';

/** A choice of queues that sliders act on. */
export interface ScopeOption {
  readonly id: string;
  readonly text: string;
  readonly scope: Scope;
}

export const channelText = (channel: string): string =>
  tIfKnown(`demand.channel${channel.toUpperCase()}`, undefined, channel);

/** Everything, each channel that is one of several, each queue. */
export function scopeOptions({ queues }: ScenarioBase): readonly ScopeOption[] {
  const channels = [...new Set(queues.map(({ channel }) => channel))];
  const byChannel = channels.map((channel) => ({
    id: `channel:${channel}`,
    text: t('scenarios.allOfChannel', { channel: channelText(channel) }),
    scope: queues.filter((queue) => queue.channel === channel).map(({ id }) => id),
  }));
  return [
    { id: 'all', text: t('scenarios.allQueues'), scope: undefined },
    ...(channels.length > 1 ? byChannel : []),
    ...queues.map(({ id, title }) => ({ id: `queue:${id}`, text: title, scope: [id] })),
  ];
}

/** The queues customers chat in: where a chatbot would answer. */
export function chatScope({ queues }: ScenarioBase): readonly string[] {
  return queues.filter(({ channel }) => /^(chat|messaging)$/i.test(channel)).map(({ id }) => id);
}
