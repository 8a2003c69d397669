import type { StatePreset } from '../state-preset.js';

export const genesysCloud: StatePreset = {
  id: 'genesys-cloud',
  title: 'Genesys Cloud',
  source:
    'system presences and routing statuses as the models of its public SDKs list them (MyPureCloud/platform-client-sdk). Busy tells nothing about work: mapped to away. Secondary presences are yours to map as Presence/Secondary.',
  howToSay:
    'systemPresence, and with On Queue also the routing status: ON_QUEUE/INTERACTING. After-call work has no routing status of its own in these models: send ON_QUEUE/ACW from conversation events where you read them.',
  states: {
    available: 'away',
    'on-queue': 'available',
    'on-queue/idle': 'available',
    'on-queue/interacting': 'handling',
    'on-queue/communicating': 'handling',
    'on-queue/acw': 'after-contact',
    'on-queue/not-responding': 'away',
    busy: 'away',
    away: 'away',
    idle: 'away',
    break: 'on-break',
    meal: 'at-lunch',
    meeting: 'in-meeting',
    training: 'in-training',
    offline: 'offline',
  },
  believed: ['on-queue/acw', 'busy'],
  fallback: 'away',
};
