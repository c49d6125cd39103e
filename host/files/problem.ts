/** A file that cannot be used; the message is one sentence for its owner: which file, what is wrong, what to do. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}
