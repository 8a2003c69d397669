import type { StatePreset } from '../state-preset.js';

export const ciscoFinesse: StatePreset = {
  id: 'cisco-finesse',
  title: 'Cisco Finesse',
  source:
    'developer.cisco.com, Finesse: User - Change Agent State. WORK leads to Not Ready and WORK_READY to Ready when the wrap-up timer ends. Reason codes are the centre’s: the usual names are mapped, others are yours.',
  howToSay: 'the state; for NOT_READY with its reason label: NOT_READY/Lunch',
  states: {
    ready: 'available',
    reserved: 'handling',
    'reserved-outbound': 'handling',
    'reserved-outbound-preview': 'handling',
    talking: 'handling',
    hold: 'handling',
    work: 'after-contact',
    'work-ready': 'after-contact',
    login: 'away',
    'not-ready': 'away',
    'not-ready/break': 'on-break',
    'not-ready/lunch': 'at-lunch',
    'not-ready/meeting': 'in-meeting',
    'not-ready/training': 'in-training',
    'not-ready/coaching': 'in-coaching',
    unknown: 'away',
    logout: 'offline',
  },
  believed: ['not-ready/break', 'not-ready/lunch', 'not-ready/meeting', 'not-ready/training', 'not-ready/coaching'],
  fallback: 'away',
};
