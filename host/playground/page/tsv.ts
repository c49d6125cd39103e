/** Rows of cells as spreadsheets put them on the clipboard: tabs between cells, quotes around what holds tabs, lines or quotes. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads what another program put on the clipboard; one last line break ends the last row and starts none. Rows are equally long. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const content = text.replace(/(\r\n|\r|\n)$/, '');
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (const [, inQuotes, plain = '', end] of content.matchAll(pattern)) {
    rows.at(-1)?.push(inQuotes?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}
