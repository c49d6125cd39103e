const MAX_LENGTH = 31;

/** Names for sheets that an .xlsx file accepts: at most 31 characters, none of []:*?/\, no quotes at the ends, all different. */
export function xlsxSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = allowed(name);
    let candidate = plain;
    for (let number = 2; taken.has(candidate.toLowerCase()); number++) {
      const ending = ` ${number}`;
      candidate = plain.slice(0, MAX_LENGTH - ending.length) + ending;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function allowed(name: string): string {
  const plain = name
    .replace(/[[\]:*?/\\]/g, '_')
    .slice(0, MAX_LENGTH)
    .replace(/^'|'$/g, '_');
  return plain.toLowerCase() === 'history' ? `${plain}_` : plain;
}
