// What jest asks of a place for tests, where that place is the worker itself and no context beside it.
import { ModuleMocker } from "jest-mock";

export default class WorkerItself {
  /** Jest sets its own here; runner.mjs hands them on. */
  global = {};
  moduleMocker = new ModuleMocker(globalThis);

  getVmContext() {
    return null;
  }

  exportConditions() {
    return ["node", "node-addons"];
  }

  async setup() {}

  async teardown() {}
}
