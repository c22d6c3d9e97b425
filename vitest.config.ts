import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,stack,dashboards,alerts,scripts,test}/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
