/** Jest runs the sources as they are: esbuild strips the types, tsc checks them. */
module.exports = {
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/seed.ts'],
  // Jest would leave one core idle, which on two cores is half of them.
  maxWorkers: '100%',
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'cjs', 'js', 'json'],
  transform: { '\\.(ts|tsx|mjs|js)$': '<rootDir>/test/support/esbuild-transform.cjs' },
  transformIgnorePatterns: ['/node_modules/(?!(hucre|@borgar|date-fns|zod|preact)/)'],
};
