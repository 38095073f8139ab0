import { defineConfig } from "vitest/config"

// Three projects: `unit` stands beside the code and needs nothing; `cards` tries the built bridge with a real PC/SC
// daemon and no browser; `e2e` adds real browsers. The last two run their files with long limits.
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
          name: "cards",
          include: ["test/cards/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
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
