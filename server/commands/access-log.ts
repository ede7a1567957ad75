// `check-access-log`: follows a centre's chain from its first line to its last, and holds it against an anchor that was kept.
import { followChain } from "../audit/index.js";
import { CommandMistyped, CommandRefused } from "./counter.js";
import { centreOption } from "./people.js";
import type { SubCommand } from "./sub-command.js";

export const checkAccessLog: SubCommand = {
  says: "follows the chain of a centre's access log and tells its anchor.",
  options: {
    centre: centreOption,
    anchor: {
      value: "position:hash",
      says: "one that was kept: nothing before it may have changed",
    },
  },
  example: "--centre tarnow --anchor 1204:3f5a…",
  async run(counter, given) {
    const centre = await counter.findCentre(given.get("centre"));
    const kept = readAnchor(given.find("anchor"));
    const checked = await counter.inCentre(centre, (work) =>
      followChain(
        (sql, values) => work.rows(sql, values),
        centre.id,
        kept?.position ?? null,
      ),
    );
    if (!checked) {
      counter.print("nothing is in the access log yet");
      return;
    }
    const { intact_to: last, broken_at: brokenAt, hash } = checked;
    if (brokenAt !== null)
      throw new CommandRefused(
        `The log is broken at line ${brokenAt}: ${checked.fault ?? ""}. Up to line ${last} it fits.`,
      );
    const first = Number(checked.base_position) + 1;
    counter.print(
      `${String(Number(last) - first + 1)} lines fit, from ${String(first)} to ${last}; keep this anchor: ${last}:${hash}`,
    );
    if (!kept) return;
    if (Number(kept.position) < first - 1)
      throw new CommandRefused(
        `Line ${kept.position} is older than what is kept; the log begins at line ${String(first)}.`,
      );
    if (checked.kept_hash !== kept.hash)
      throw new CommandRefused(
        `Line ${kept.position} is not the one of the kept anchor.`,
      );
    counter.print("the kept anchor fits");
  },
};

function readAnchor(
  typed: string | null,
): { position: string; hash: string } | null {
  if (typed === null) return null;
  const [, position, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(typed) ?? [];
  if (position && hash) return { position, hash };
  throw new CommandMistyped(
    `--anchor is "${typed}"; it is written as the command told it: position:hash.`,
  );
}
