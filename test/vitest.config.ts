import { defineConfig } from "vitest/config";

const common = { root: import.meta.dirname, testTimeout: 120_000, hookTimeout: 120_000, pool: "forks" as const, isolate: false };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: "unit", include: ["**/*.test.ts"], exclude: ["site/**", "browser/**"] } },
      {
        test: {
          ...common,
          name: "site",
          retry: 1,
          include: ["site/**/*.test.ts", "browser/**/*.test.ts"],
          globalSetup: ["support/global-setup.ts"],
        },
      },
    ],
  },
});
