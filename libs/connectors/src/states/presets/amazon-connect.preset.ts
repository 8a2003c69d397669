import type { StatePreset } from '../state-preset.js';

export const amazonConnect: StatePreset = {
  id: 'amazon-connect',
  title: 'Amazon Connect',
  source:
    'docs.aws.amazon.com/connect/latest/adminguide: agent event streams data model, about contact states. Break, Lunch and so on are custom statuses a centre names itself: the usual English names are mapped, others are yours to map.',
  howToSay:
    'Contacts[].State of the agent event stream while there is a contact (ENDED: after-contact work), else AgentStatus.Name; LOGOUT as Offline. HEART_BEAT is a heartbeat. EventId is the id, EventTimestamp the time.',
  states: {
    available: 'available',
    offline: 'offline',
    logout: 'offline',
    incoming: 'handling',
    pending: 'handling',
    connecting: 'handling',
    connected: 'handling',
    'connected-onhold': 'handling',
    paused: 'handling',
    ended: 'after-contact',
    'after-contact-work': 'after-contact',
    missed: 'after-contact',
    rejected: 'after-contact',
    error: 'after-contact',
    break: 'on-break',
    'on-break': 'on-break',
    lunch: 'at-lunch',
    meeting: 'in-meeting',
    training: 'in-training',
    coaching: 'in-coaching',
    'back-office': 'back-office',
  },
  believed: ['break', 'on-break', 'lunch', 'meeting', 'training', 'coaching', 'back-office'],
  fallback: 'away',
};
