export default { test: { root: "/work/main/test", testTimeout: 60000, hookTimeout: 60000, pool: "forks", include: ["browser/admin.test.ts"] } };
