import type { StatePreset } from '../state-preset.js';

export const niceCxone: StatePreset = {
  id: 'nice-cxone',
  title: 'NICE CXone',
  source:
    'help.nice-incontact.com, Set Agent State: one Available, Unavailable with reason codes the centre makes, after-contact work as codes with the ACW flag. The names of the contact states are believed, not seen in the manual.',
  howToSay:
    'the agent state; for Unavailable with its code: Unavailable/Lunch. Codes with the ACW flag as Unavailable/ACW.',
  states: {
    available: 'available',
    'inbound-contact': 'handling',
    'outbound-contact': 'handling',
    'inbound-consult': 'handling',
    'outbound-consult': 'handling',
    'inbound-pending': 'handling',
    'outbound-pending': 'handling',
    'callback-pending': 'handling',
    dialer: 'available',
    unavailable: 'away',
    'unavailable/acw': 'after-contact',
    'unavailable/break': 'on-break',
    'unavailable/on-break': 'on-break',
    'unavailable/lunch': 'at-lunch',
    'unavailable/meeting': 'in-meeting',
    'unavailable/training': 'in-training',
    'unavailable/coaching': 'in-coaching',
    'unavailable/back-office': 'back-office',
    refused: 'away',
    'logged-out': 'offline',
    'logged-off': 'offline',
  },
  fallback: 'away',
};
