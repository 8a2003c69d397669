/** One thing wrong with an input: where (`agents[3].contract`) and what, with a remedy. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}
