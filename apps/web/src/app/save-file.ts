/** Hands a text or bytes to the browser as a file to keep. */
export function saveFile(name: string, content: Blob | string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click; a minute is more than it takes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
