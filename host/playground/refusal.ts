/** What the playground says instead of an answer: one sentence for the visitor, with the status of HTTP that fits it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence);
  }
}
