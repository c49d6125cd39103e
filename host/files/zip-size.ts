import { FileProblem } from './problem';

/** Bytes that the parts of a file may have together once they are unpacked. */
const MOST_UNPACKED = 600_000_000;
/** How many parts a file may have. */
const MOST_PARTS = 10_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record has 22 bytes and a comment of at most 65,535. */
const LONGEST_END = 22 + 65_535;

/**
 * Refuses a zipped file that would be too large when unpacked, by what its own directory says. What the directory hides is
 * the unpacking library's part, which stops at a limit of its own. Files that are no zip at all are let through.
 */
export function refuseZipBomb(bytes: Uint8Array, name: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return;
  const parts = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  let seen = 0;
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    unpacked += view.getUint32(at + 24, true);
    seen++;
    if (unpacked > MOST_UNPACKED || seen > MOST_PARTS) break;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (unpacked > MOST_UNPACKED || Math.max(seen, parts) > MOST_PARTS) {
    throw new FileProblem(`${name} is too large once it is unpacked: leave out what is not needed and save it again.`);
  }
}

function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}
