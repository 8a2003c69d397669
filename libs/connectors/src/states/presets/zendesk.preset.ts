import type { StatePreset } from '../state-preset.js';

export const zendesk: StatePreset = {
  id: 'zendesk',
  title: 'Zendesk',
  source:
    'developer.zendesk.com: unified agent statuses Offline, Online, Away, Transfers Only; voice call_status on_call, wrap_up. Away still receives e-mail tickets: map it to back-office where agents work on those. Custom statuses are yours to map.',
  howToSay: 'the unified status name; during a call the call_status instead (on_call, wrap_up)',
  states: {
    online: 'available',
    'transfers-only': 'available',
    'on-call': 'handling',
    'wrap-up': 'after-contact',
    away: 'away',
    offline: 'offline',
    break: 'on-break',
    lunch: 'at-lunch',
    meeting: 'in-meeting',
    training: 'in-training',
    coaching: 'in-coaching',
  },
  believed: ['away', 'break', 'lunch', 'meeting', 'training', 'coaching'],
  fallback: 'away',
};
