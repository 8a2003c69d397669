import { readFileSync } from 'node:fs';

/**
 * Whether a process with this id runs. A zombie counts as dead: it holds nothing any more, though signal 0 still
 * reaches it.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && processState(pid) !== 'Z';
  }
  return processState(pid) !== 'Z';
}

/** Ticks since boot at which the process began (Linux), so that a reused id is not taken for the old process; else null. */
export function startedTicks(pid: number): string | null {
  return statFields(pid)?.[19] ?? null;
}

function processState(pid: number): string | null {
  return statFields(pid)?.[0] ?? null;
}

function statFields(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name field may hold spaces and brackets; what follows its last bracket does not.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
