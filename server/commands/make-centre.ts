// `make`: a centre with its hub, its local network and its first people; without the demo this is how life begins.
import { Centre, openAccount, openCentre, Role } from "../identity/index.js";
import { enterPartner } from "../partners/index.js";
import { foundLocalNetwork } from "../partnership/index.js";
import type { Counter } from "./counter.js";
import { CommandMistyped, CommandRefused } from "./counter.js";
import { readPerson, tellPassword } from "./people.js";
import type { SubCommand } from "./sub-command.js";

const FIRST = [
  ["ous", Role.OUS],
  ["director", Role.DIRECTOR],
  ["sysadmin", Role.SYSADMIN],
] as const;

export const makeCentre: SubCommand = {
  says: "makes a centre, its hub, its local network and its first accounts.",
  options: {
    slug: {
      value: "slug",
      says: "readable name in addresses: small letters, digits, hyphens",
      required: true,
    },
    name: { value: "name", says: "full name; the hub's too", required: true },
    short: { value: "place", says: "the place, e.g. Tarnów", required: true },
    ous: {
      value: "e-mail",
      says: 'organiser of services; "Name <e-mail>" names her',
      required: true,
    },
    director: { value: "e-mail", says: "director" },
    sysadmin: { value: "e-mail", says: "technical administrator" },
    trial: { says: "a trial on real lists: every screen says so" },
  },
  example:
    '--slug tarnow --name "Centrum Usług Społecznych w Tarnowie" --short Tarnów --ous ous@example.org --trial',
  async run(counter, given) {
    const slug = given.get("slug");
    if (!/^[a-z0-9-]{2,60}$/.test(slug))
      throw new CommandMistyped(
        `--slug is "${slug}"; it has from 2 to 60 small letters, digits or hyphens.`,
      );
    const people = FIRST.flatMap(([option, role]) => {
      const typed = given.find(option);
      return typed ? [{ ...readPerson(typed, option, role), role }] : [];
    });
    const centre = await openCentre(
      counter.dataSource,
      {
        slug,
        name: given.get("name"),
        shortName: given.get("short"),
        isTrial: given.has("trial"),
      },
      counter.now,
    );
    if (!centre)
      throw new CommandRefused(`There is already a centre "${slug}".`);
    await settle(counter, centre, people);
  },
};

async function settle(
  counter: Counter,
  centre: Centre,
  people: readonly { email: string; name: string; role: Role }[],
): Promise<void> {
  const opened = await counter.inCentre(centre, async (work) => {
    const hub = await enterPartner(work, {
      code: "CUS",
      name: centre.name,
      shortName: `CUS ${centre.shortName}`,
      kind: "CUS",
      sector: "PUBLIC",
      dataRole: "SAME_CONTROLLER",
    });
    await work.manager
      .getRepository(Centre)
      .update({ id: centre.id }, { hubPartnerId: hub.id });
    await foundLocalNetwork(work, `LSR ${centre.shortName}`, hub.id);
    const accounts = [];
    for (const { email, name, role } of people)
      accounts.push(
        await openAccount(work, {
          email,
          name,
          partnerId: hub.id,
          roles: [role],
        }),
      );
    return accounts;
  });
  counter.print(`made the centre "${centre.slug}": ${centre.name}`);
  for (const account of opened) {
    counter.rightsChanged(account.account.id);
    tellPassword(counter, account);
  }
}
