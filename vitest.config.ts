import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,stack,dashboards,alerts,scripts,test}/**/*.test.ts'],
    testTimeout: 20_000,
    // Much of the suite waits for servers, so that two files at a time take little more than one.
    maxWorkers: 2,
  },
});
