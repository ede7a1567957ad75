// The table of rights, played through the graph: by the application, and by the database alone.
import { leaveItToTheDatabase } from "../../server/platform/permission/allows.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Cast } from "./cast.js";
import { aCast, actorNames, logPositions } from "./cast.js";
import { mutations, reads } from "./operations.table.js";
import { aTargetOf, play } from "./plays.js";
import { sees } from "./reads.js";

let api: Api;
/** Whose world changes, and whose stays as it was made. */
let stage: Cast;
let cast: Cast;
beforeAll(async () => {
  api = await openApi();
  stage = await aCast(api);
  cast = await aCast(api);
});
afterAll(() => api.close());
afterEach(() => leaveItToTheDatabase(false));

describe.each(mutations)("$operation", ({ operation, marks }) => {
  it("does what the table says, and nothing for who is refused", async () => {
    let target: string | null = null;
    let before = "";
    const played: Record<string, string> = {};
    for (const name of actorNames) {
      if (target === null) {
        target = await aTargetOf(stage, operation);
        before = await logPositions(stage);
      }
      const mark = await play(stage, stage.actors[name], operation, target);
      const after = await logPositions(stage);
      const changed = after !== before;
      before = after;
      played[name] = changed === (mark === "y") ? mark : `${mark} yet changed`;
      if (mark === "y") target = null;
    }
    expect(played).toEqual(marks);
  });

  it("is refused by the database alone", async () => {
    const target = await aTargetOf(stage, operation);
    let before = await logPositions(stage);
    leaveItToTheDatabase(true);
    const changes: Record<string, boolean> = {};
    const expected: Record<string, boolean> = {};
    for (const name of actorNames) {
      if (marks[name] === "y") continue;
      const mark = await play(stage, stage.actors[name], operation, target);
      const after = await logPositions(stage);
      changes[name] = after !== before || mark === "y";
      before = after;
      expected[name] = false;
    }
    expect(changes).toEqual(expected);
  });
});

describe.each(reads)("$operation", ({ operation, marks }) => {
  it("comes to whom the table says", async () => {
    const seen: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const name of actorNames) {
      const comes = await sees(cast, cast.actors[name], operation);
      seen[name] = comes ? "comes" : "does not";
      expected[name] = marks[name] === "y" ? "comes" : "does not";
    }
    expect(seen).toEqual(expected);
  });

  it("is held back by the database alone", async () => {
    leaveItToTheDatabase(true);
    const seen: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const name of actorNames) {
      if (marks[name] === "o") continue;
      const comes = await sees(cast, cast.actors[name], operation);
      seen[name] = comes ? "comes" : "does not";
      expected[name] = marks[name] === "y" ? "comes" : "does not";
    }
    expect(seen).toEqual(expected);
  });
});
