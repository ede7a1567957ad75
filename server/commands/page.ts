// `page`: what a centre says of itself on its page for residents, and in the accessibility statement there.
import { Centre, type PublicPage } from "../identity/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import { CommandMistyped } from "./counter.js";
import { centreOption } from "./people.js";
import type { Given, SubCommand } from "./sub-command.js";

const WORDS = ["phone", "email", "hours", "contact", "building"] as const;
const DAYS = { since: "since", stated: "statedOn", reviewed: "reviewedOn" };
const LONGEST = 500;

export const sayOnPage: SubCommand = {
  says: "says whom residents may ask, and what the accessibility statement tells.",
  options: {
    centre: centreOption,
    phone: { value: "number", says: "whom residents call" },
    email: { value: "e-mail", says: "to which residents write" },
    hours: { value: "words", says: "when somebody is there" },
    contact: {
      value: "words",
      says: "who answers for accessibility: an office rather than a person",
    },
    building: { value: "words", says: "how one gets into the building" },
    conformity: {
      value: "full|partial",
      says: "with the Act on digital accessibility; at first partial",
    },
    since: { value: "day", says: "since when the page is public" },
    stated: { value: "day", says: "when the statement was made" },
    reviewed: { value: "day", says: "when it was looked through last" },
  },
  example:
    '--centre tarnow --phone "+48 14 000 00 00" --email cus@example.org --hours "pn.–pt. 7:30–15:30" --reviewed 2026-12-01',
  async run(counter, given) {
    const said = read(given, localDate(counter.now));
    if (Object.keys(said).length === 0)
      throw new CommandMistyped("Say at least one thing, e.g. --phone.");
    const centre = await counter.findCentre(given.get("centre"));
    const publicPage = { ...centre.publicPage, ...said };
    await counter.inCentre(centre, (work) =>
      work.manager
        .getRepository(Centre)
        .update({ id: centre.id }, { publicPage }),
    );
    for (const [name, words] of Object.entries(publicPage))
      counter.print(`${name}: ${words}`);
  },
};

function read(given: Given, today: string): PublicPage {
  const said: PublicPage = {};
  for (const name of WORDS) {
    const words = given.find(name);
    if (words === null) continue;
    if (words.length > LONGEST)
      throw new CommandMistyped(
        `--${name} has at most ${String(LONGEST)} characters.`,
      );
    if (name === "email" && !/^[^\s@<>]+@[^\s@<>]+$/.test(words))
      throw new CommandMistyped(`--email is "${words}"; that is no address.`);
    said[name] = words;
  }
  for (const [option, field] of Object.entries(DAYS)) {
    const day = given.find(option);
    if (day === null) continue;
    // the thirtieth of February is another day
    const isDay = addDays(day, 0) === day;
    if (!isDay || day > today)
      throw new CommandMistyped(
        `--${option} is "${day}"; it must be a day like ${today}, not after today.`,
      );
    Object.assign(said, { [field]: day });
  }
  const conformity = given.find("conformity");
  if (conformity !== null && conformity !== "full" && conformity !== "partial")
    throw new CommandMistyped(
      `--conformity is "${conformity}"; it is full or partial.`,
    );
  return conformity === null ? said : { ...said, conformity };
}
