/** The head and the scorecard of a report tab as aligned text; `rows` are the tab's cells as shown, `kpis` how many figures it has. */
export function scorecardText(rows: readonly (readonly string[])[], kpis: number): string {
  const lines = untilScorecard(rows, kpis).map(columnsOf);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...lines.map((line) => width(line, column))));
  return lines.map((line) => layOut(line, widths)).join('\n');
}

/** Rows up to the end of the scorecard: the first run of filled rows that has room for a title, headings and all KPIs. */
function untilScorecard(rows: readonly (readonly string[])[], kpis: number): readonly (readonly string[])[] {
  let start = 0;
  for (const [index, row] of rows.entries()) {
    if (row.some((text) => text !== '')) continue;
    if (index - start > kpis + 2) return rows.slice(0, index);
    start = index + 1;
  }
  return rows;
}

/** KPI, value, comparison, change, and in words how the value is made. */
function columnsOf(row: readonly string[]): string[] {
  const how = row.slice(4).filter((text) => text !== '');
  return [...row.slice(0, 4), how.join(' ')];
}

/** A row with nothing but its first cell is a title or a note: it runs on and takes no part in the widths. */
const runsOn = (line: readonly string[]) => line.slice(1).every((text) => text === '');

const width = (line: readonly string[], column: number) => (runsOn(line) ? 0 : (line[column] ?? '').length);

function layOut(line: readonly string[], widths: readonly number[]): string {
  if (runsOn(line)) return line[0] ?? '';
  const cells = widths.flatMap((size, column) => {
    const text = line[column] ?? '';
    if (size === 0) return [];
    return [column === 0 ? text.padEnd(size) : text.padStart(size)];
  });
  return [...cells, line[4]].join('  ').trimEnd();
}
