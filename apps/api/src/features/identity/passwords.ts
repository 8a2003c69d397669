import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB and two passes (OWASP 2024): about 20 ms of processor time. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** Checks against a decoy when there is no such person, so that the time taken does not tell who exists. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const right = await verify(passwordHash ?? (await decoy), password);
  return right && passwordHash !== null;
}
