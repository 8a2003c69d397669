/** A name for files: no letters that a system refuses. */
export function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\s]+/g, '-').replace(/^-+|-+$/g, '') || 'scenario';
}
