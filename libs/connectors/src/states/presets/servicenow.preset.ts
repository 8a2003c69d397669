import type { StatePreset } from '../state-preset.js';

export const serviceNow: StatePreset = {
  id: 'servicenow',
  title: 'ServiceNow',
  source:
    'ServiceNow documentation, Advanced Work Assignment: default presence states Available, Away, AI Available, Offline; administrators add their own. What "AI Available" means for a person is not said there: mapped to available.',
  howToSay: 'the name of the presence state; while an agent has accepted work items Handling',
  states: {
    available: 'available',
    'ai-available': 'available',
    handling: 'handling',
    away: 'away',
    offline: 'offline',
    break: 'on-break',
    'on-break': 'on-break',
    lunch: 'at-lunch',
    meeting: 'in-meeting',
    training: 'in-training',
    coaching: 'in-coaching',
  },
  believed: ['ai-available', 'handling', 'break', 'on-break', 'lunch', 'meeting', 'training', 'coaching'],
  fallback: 'away',
};
