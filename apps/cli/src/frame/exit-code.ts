/** How a command ends; the meaning of each number is part of the contract with scripts. */
export const ExitCode = {
  done: 0,
  /** The answer is "no": a check found breaches, a threshold was missed. */
  no: 1,
  badInput: 2,
  /** Stopped by a limit or Ctrl-C after the best result so far was written. */
  stopped: 3,
  fault: 70,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
