import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The command line, the database's process and the page are tested as they are shipped: compiled.
    globalSetup: ['test/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // Two cores: more workers than that only make the browser and the databases time out.
    maxWorkers: 2,
  },
});
