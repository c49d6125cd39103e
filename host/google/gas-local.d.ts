declare module 'gas-local' {
  /** Runs every .js file of a folder in one context made of the globals, and returns them with what the files declared. */
  export function require(folder: string, globals: Record<string, unknown>): Record<string, unknown>;
}
