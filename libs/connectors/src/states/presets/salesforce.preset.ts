import type { StatePreset } from '../state-preset.js';

export const salesforce: StatePreset = {
  id: 'salesforce',
  title: 'Salesforce Omni-Channel',
  source:
    'developer.salesforce.com: presence statuses are named by the organisation, one without channels counts as away; voice partners see Online and Offline. Available, Available_Case and so on, Busy, Break and Lunch are usual names, others are yours to map.',
  howToSay:
    'statusApiName of the presence status; while an agent works on a contact Handling, in after-conversation work ACW',
  states: {
    available: 'available',
    online: 'available',
    'available-case': 'available',
    'available-incident': 'available',
    'available-messaging': 'available',
    'available-chat': 'available',
    'available-voice': 'available',
    handling: 'handling',
    acw: 'after-contact',
    busy: 'away',
    away: 'away',
    offline: 'offline',
    break: 'on-break',
    'on-break': 'on-break',
    lunch: 'at-lunch',
    meeting: 'in-meeting',
    training: 'in-training',
    coaching: 'in-coaching',
  },
  fallback: 'away',
};
