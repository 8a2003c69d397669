/** `Maria Kimura` becomes `MK`, `佐藤 愛子` becomes `佐`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  if (/[\u3040-\u30ff\u4e00-\u9fff]/.test(name)) return words[0]?.slice(0, 1) ?? '';
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');
}
