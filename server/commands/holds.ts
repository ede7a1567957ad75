// `holds`: how many places one coordinator of a centre may hold while she waits for answers.
import { Centre } from "../identity/index.js";
import { CommandMistyped } from "./counter.js";
import { centreOption } from "./people.js";
import type { SubCommand } from "./sub-command.js";

export const limitHolds: SubCommand = {
  says: "sets how many places a coordinator may hold while she waits for answers; at first 30.",
  options: {
    centre: centreOption,
    most: { value: "number", says: "from 1 to 1000", required: true },
  },
  example: "--centre tarnow --most 50",
  async run(counter, given) {
    const typed = given.get("most");
    const most = Number(typed);
    if (!/^\d{1,4}$/.test(typed) || most < 1 || most > 1000)
      throw new CommandMistyped(
        `--most is "${typed}"; it must be a whole number from 1 to 1000.`,
      );
    const centre = await counter.findCentre(given.get("centre"));
    await counter.inCentre(centre, (work) =>
      work.manager
        .getRepository(Centre)
        .update({ id: centre.id }, { mostOpenHolds: most }),
    );
    counter.print(
      `a coordinator of ${centre.slug} may hold ${String(most)} places at once, before ${String(centre.mostOpenHolds)}`,
    );
  },
};
