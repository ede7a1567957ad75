// The table of rights, played through the graph: by the application, and by the database alone.
import { leaveItToTheDatabase } from "../../server/platform/permission/allows.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { ActorName, Cast } from "./cast.js";
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

/** Plays one after another; the logs are looked at once, and only a change among those whom none belongs to is traced to one. */
async function playedBy(
  names: readonly ActorName[],
  operation: string,
): Promise<Record<string, string>> {
  const played: Record<string, string> = {};
  const playAll = async (some: readonly ActorName[]) => {
    const target = await aTargetOf(stage, operation);
    const before = await logPositions(stage);
    for (const name of some)
      played[name] = await play(stage, stage.actors[name], operation, target);
    return (await logPositions(stage)) !== before;
  };
  if (await playAll(names))
    for (const name of names)
      if ((await playAll([name])) !== (played[name] === "y"))
        played[name] = `${String(played[name])} yet changed`;
  return played;
}

describe.each(mutations)("$operation", ({ operation, marks }) => {
  const refused = actorNames.filter((name) => marks[name] !== "y");

  it("does what the table says, and nothing for who is refused", async () => {
    const played = await playedBy(refused, operation);
    for (const name of actorNames)
      if (marks[name] === "y") {
        const target = await aTargetOf(stage, operation);
        const before = await logPositions(stage);
        const mark = await play(stage, stage.actors[name], operation, target);
        const changed = (await logPositions(stage)) !== before;
        played[name] = changed === (mark === "y") ? mark : `${mark} unchanged`;
      }
    expect(played).toEqual(marks);
  });

  it("is refused by the database alone", async () => {
    leaveItToTheDatabase(true);
    const played = await playedBy(refused, operation);
    const went = Object.entries(played).filter(([, mark]) =>
      /^y|changed/.test(mark),
    );
    expect(went).toEqual([]);
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
