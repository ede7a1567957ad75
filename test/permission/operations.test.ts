// The table of rights, played through the graph: by the application, and by the database alone.
import { leaveItToTheDatabase } from "../../server/platform/permission/allows.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { ActorName, Cast } from "./cast.js";
import { aCast, actorNames, logPositions } from "./cast.js";
import { mutations, reads } from "./operations.table.js";
import { aTargetOf, play } from "./plays.js";
import { seenBy } from "./reads.js";

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

/** What comes to each of the cast that stays as it was made. */
async function seenByAll(): Promise<ReadonlyMap<ActorName, Set<string>>> {
  const seen = new Map<ActorName, Set<string>>();
  const all = reads.map(({ operation }) => operation);
  for (const name of actorNames)
    seen.set(name, await seenBy(cast, cast.actors[name], all));
  return seen;
}

describe("what is read", () => {
  let byApplication: ReadonlyMap<ActorName, Set<string>>;
  let byDatabase: ReadonlyMap<ActorName, Set<string>>;
  beforeAll(async () => {
    byApplication = await seenByAll();
    leaveItToTheDatabase(true);
    byDatabase = await seenByAll().finally(() => leaveItToTheDatabase(false));
  });

  describe.each(reads)("$operation", ({ operation, marks }) => {
    const told = (
      seen: ReadonlyMap<ActorName, Set<string>>,
      names: readonly ActorName[],
    ) => names.filter((name) => seen.get(name)?.has(operation));

    it("comes to whom the table says", () => {
      const expected = actorNames.filter((name) => marks[name] === "y");
      expect(told(byApplication, actorNames)).toEqual(expected);
    });

    it("is held back by the database alone", () => {
      const names = actorNames.filter((name) => marks[name] !== "o");
      const expected = names.filter((name) => marks[name] === "y");
      expect(told(byDatabase, names)).toEqual(expected);
    });
  });
});
