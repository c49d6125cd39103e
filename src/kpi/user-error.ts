/** What a person can put right: a code and the facts of the case. The sentence for it stands in `src/text`, in three languages. */
export class UserError extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'UserError';
  }
}
