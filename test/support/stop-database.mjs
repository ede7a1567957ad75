// After the tests: the PostgreSQL of this run ends, and its data with it.
import { rmSync } from "node:fs";

export default async function stopDatabase() {
  const running = globalThis.splotTestDatabase;
  if (!running) return;
  delete globalThis.splotTestDatabase;
  delete process.env.SPLOT_TEST_DATABASE;
  await running.postgres.stop();
  rmSync(running.folder, { recursive: true, force: true });
}
