/** The demo centre always has this id, so that `up` can ask whether it is there. */
export const DEMO_ORGANISATION_ID = '019aa800-0000-7000-8000-000000000001';

export interface DemoSignIn {
  readonly role: string;
  readonly email: string;
}

/** One for each role; all have the same password, which the start line shows. */
export const DEMO_PASSWORD = 'yotei-demo';
export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  { role: 'planner', email: 'planner@demo.example' },
  { role: 'agent', email: 'agent@demo.example' },
  { role: 'manager', email: 'manager@demo.example' },
  { role: 'supervisor', email: 'supervisor@demo.example' },
  { role: 'admin', email: 'admin@demo.example' },
];

export interface DemoOptions {
  readonly agents: number;
  readonly weeks: number;
  readonly seed: number;
  /** A line for whoever waits. */
  readonly report: (line: string) => void;
}

/**
 * Fills {@link DEMO_ORGANISATION_ID}; implemented and provided (`{ provide: DemoFiller, useClass: … }`) by a feature.
 * The row in `organisations` must become visible last (one transaction, or marked demo at the end): it says "filled".
 */
export abstract class DemoFiller {
  abstract fill(options: DemoOptions): Promise<void>;
}
