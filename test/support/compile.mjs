// Before the tests: server and tests compiled, where something changed since the last time.
import { build } from "../../server/build.mjs";

export default async function compile() {
  await build((_title, work) => work(), ["server", "tests"]);
}
