// `partners`, `partner`, `join`: the organisations of a centre, and its local network.
import { In } from "typeorm";

import { refreshScope } from "../agreements/index.js";
import {
  canBeUnit,
  DataRole,
  enterPartner,
  PartnerKind,
  Sector,
  StakeholderType,
} from "../partners/index.js";
import { joinNetwork, Network } from "../partnership/index.js";
import { CommandMistyped, CommandRefused } from "./counter.js";
import { allPartners, findPartner, hubOf } from "./find-row.js";
import { centreOption } from "./people.js";
import type { Option, SubCommand } from "./sub-command.js";

export const list = (words: object) => Object.keys(words).join(", ");

export const partyOption: Option = {
  value: "code or name",
  says: "which organisation: its code, its name or a part of it, or its id",
  required: true,
};

export const listPartners: SubCommand = {
  says: "lists the organisations of a centre.",
  options: { centre: centreOption },
  example: "--centre tarnow",
  async run(counter, given) {
    const centre = await counter.findCentre(given.get("centre"));
    const partners = await counter.inCentre(centre, allPartners);
    for (const { id, code, name, kind, address, status } of partners)
      counter.print(
        [
          id,
          code ?? "–",
          name,
          kind,
          address ?? "–",
          status.toLowerCase(),
        ].join("  ·  "),
      );
  },
};

export const addPartner: SubCommand = {
  says: "adds an organisation and lets it join the local network.",
  options: {
    centre: centreOption,
    code: { value: "code", says: "short code, e.g. KIS", required: true },
    name: { value: "name", says: "full name", required: true },
    short: { value: "name", says: "name for narrow places" },
    kind: { value: "kind", says: list(PartnerKind), required: true },
    sector: { value: "sector", says: list(Sector), required: true },
    data: { value: "role", says: list(DataRole), required: true },
    type: { value: "A|B|C", says: "stakeholder type", required: true },
    address: { value: "address", says: "postal address" },
    phone: { value: "number", says: "public telephone, +48 and nine digits" },
  },
  example:
    '--centre tarnow --code KIS --name "Klub Integracji Społecznej" --kind KIS --sector PUBLIC --data SAME_CONTROLLER --type A',
  async run(counter, given) {
    const centre = await counter.findCentre(given.get("centre"));
    const name = given.get("name");
    const phone = given.find("phone")?.replaceAll(" ", "") ?? null;
    if (phone && !/^\+\d{8,15}$/.test(phone))
      throw new CommandMistyped(
        `--phone is "${phone}"; it begins with + and has digits only.`,
      );
    const wanted = {
      code: given.get("code").toUpperCase(),
      name,
      shortName: given.find("short") ?? name,
      kind: given.oneOf("kind", PartnerKind),
      sector: given.oneOf("sector", Sector),
      dataRole: given.oneOf("data", DataRole),
      address: given.find("address"),
      phone,
    };
    if (wanted.dataRole === "SAME_CONTROLLER" && !canBeUnit(wanted))
      throw new CommandMistyped(
        "--data SAME_CONTROLLER is for public units of the centre only.",
      );
    const type = given.oneOf("type", StakeholderType);
    await counter.inCentre(centre, async (work) => {
      const taken = (await allPartners(work)).some(
        ({ code }) => code === wanted.code,
      );
      if (taken)
        throw new CommandRefused(`The code ${wanted.code} is already taken.`);
      const partner = await enterPartner(work, wanted);
      await joinNetwork(work, (await localNetwork(work)).id, partner.id, type);
      await refreshScope(work, partner.id);
    });
    counter.print(`added ${wanted.code}: ${name}`);
  },
};

async function localNetwork(
  work: Parameters<typeof hubOf>[0],
): Promise<Network> {
  const network = await work.manager.getRepository(Network).findOneBy({
    centreId: work.centreId,
    kind: "LSR",
    status: In(["FORMING", "ACTIVE"]),
  });
  if (network) return network;
  throw new CommandRefused("This centre has no local network at work.");
}

export const join: SubCommand = {
  says: "lets an organisation, e.g. an imported one, join the local network.",
  options: {
    centre: centreOption,
    partner: partyOption,
    type: { value: "A|B|C", says: "stakeholder type", required: true },
  },
  example: '--centre tarnow --partner "Dom Pomocy Społecznej" --type C',
  async run(counter, given) {
    const centre = await counter.findCentre(given.get("centre"));
    const type = given.oneOf("type", StakeholderType);
    const told = await counter.inCentre(centre, async (work) => {
      const partner = await findPartner(work, given.get("partner"));
      const { id } = await localNetwork(work);
      const isNew = await joinNetwork(work, id, partner.id, type);
      await refreshScope(work, partner.id);
      return `${partner.name} ${isNew ? "is now" : "was already"} in the network`;
    });
    counter.print(told);
  },
};
