import { defineConfig } from "vitest/config"

// Two projects: `unit` stands beside the code and needs nothing; `e2e` starts a real PC/SC daemon,
// the real bridge and real browsers, and so runs its files with long limits.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{bridge,extension,shared}/**/*.test.{ts,tsx}", "test/{virtual-card,house}/**/*.test.ts"],
          environment: "node",
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
