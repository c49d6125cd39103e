/** A fault of whoever runs the command; the message is one sentence that says what to do. The command ends with code 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
