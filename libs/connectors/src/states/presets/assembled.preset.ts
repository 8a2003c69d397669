import type { StatePreset } from '../state-preset.js';

export const assembled: StatePreset = {
  id: 'assembled',
  title: 'Assembled',
  source: 'an independent profile of its public API (api-evangelist/assembled), not its own manual',
  howToSay: 'state of the agent-state records; sub_state after a slash where it matters',
  states: {
    available: 'available',
    occupied: 'handling',
    'after-call-work': 'after-contact',
    'on-break': 'on-break',
    'in-meeting': 'in-meeting',
    training: 'in-training',
    'time-off': 'offline',
    offline: 'offline',
  },
  believed: ['available', 'occupied', 'after-call-work', 'on-break', 'in-meeting', 'training', 'time-off', 'offline'],
  fallback: 'away',
};
