// `partners`, `partner`, `join`, `agreements`, `agreement`: the organisations of a centre and what they promised.
import {
  Agreement,
  AgreementKind,
  AgreementParty,
  AgreementStatus,
  recordAgreement,
  refreshScope,
} from "../agreements/index.js";
import {
  DataRole,
  PartnerKind,
  registerPartner,
  Sector,
  StakeholderType,
} from "../partners/index.js";
import { joinNetwork, Network } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import { CommandMistyped, CommandRefused } from "./counter.js";
import { allPartners, findPartner, hubOf } from "./find-row.js";
import { centreOption } from "./people.js";
import type { Given, Option, SubCommand } from "./sub-command.js";

const list = (words: object) => Object.keys(words).join(", ");

const partyOption: Option = {
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
    const type = given.oneOf("type", StakeholderType);
    await counter.inCentre(centre, async (work) => {
      const taken = (await allPartners(work)).some(
        ({ code }) => code === wanted.code,
      );
      if (taken)
        throw new CommandRefused(`The code ${wanted.code} is already taken.`);
      const partner = await registerPartner(work, wanted);
      await joinNetwork(work, (await localNetwork(work)).id, partner.id, type);
      await refreshScope(work, partner.id);
    });
    counter.print(`added ${wanted.code}: ${name}`);
  },
};

async function localNetwork(
  work: Parameters<typeof hubOf>[0],
): Promise<Network> {
  const network = await work.manager
    .getRepository(Network)
    .findOneBy({ centreId: work.centreId, kind: "LSR" });
  if (network) return network;
  throw new CommandRefused("This centre has no local network.");
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

export const listAgreements: SubCommand = {
  says: "lists the agreements of a centre with their state today.",
  options: { centre: centreOption },
  example: "--centre tarnow",
  async run(counter, given) {
    const centre = await counter.findCentre(given.get("centre"));
    const day = localDate(counter.now);
    const { agreements, parties, partners } = await counter.inCentre(
      centre,
      async (work) => ({
        agreements: await work.manager.getRepository(Agreement).find({
          where: { centreId: centre.id },
          order: { number: "ASC" },
        }),
        parties: await work.manager
          .getRepository(AgreementParty)
          .findBy({ centreId: centre.id }),
        partners: await allPartners(work),
      }),
    );
    const names = new Map(partners.map((one) => [one.id, one.shortName]));
    for (const one of agreements)
      counter.print(
        [
          one.number,
          one.kind,
          one.statusOn(day),
          `${one.validFrom ?? "–"} to ${one.validTo ?? "for good"}`,
          one.dataRole,
          parties
            .filter(({ agreementId }) => agreementId === one.id)
            .map(({ partnerId }) => names.get(partnerId) ?? partnerId)
            .join(", "),
        ].join("  ·  "),
      );
    if (agreements.length === 0) counter.print("no agreements yet");
  },
};

const answerOption = (priority: string): Option => ({
  value: "time",
  says: `promised answer to ${priority}: 4h, or 3d in working days`,
});

export const addAgreement: SubCommand = {
  says: "puts an agreement on record; its partners' services open or stay closed by it.",
  options: {
    centre: centreOption,
    number: { value: "number", says: "number in the centre", required: true },
    kind: { value: "kind", says: list(AgreementKind), required: true },
    partner: { ...partyOption, many: true },
    data: { value: "role", says: list(DataRole), required: true },
    title: { value: "title", says: "title" },
    status: {
      value: "state",
      says: `DRAFT, IN_NEGOTIATION, AGREED, SIGNED or ACTIVE; without it ACTIVE`,
    },
    signed: { value: "day", says: "signed by all on" },
    from: { value: "day", says: "in force from; without it today" },
    to: { value: "day", says: "in force to, that day included" },
    emergency: answerOption("emergencies"),
    urgent: answerOption("the urgent"),
    standard: answerOption("all others"),
    "update-days": {
      value: "days",
      says: "numbers are to be confirmed every so many days",
    },
  },
  example:
    '--centre tarnow --number T01 --kind COOPERATION --partner "Dom Pomocy Społecznej" --data SEPARATE_CONTROLLER --standard 3d',
  async run(counter, given) {
    const centre = await counter.findCentre(given.get("centre"));
    const from = given.day("from") ?? localDate(counter.now);
    const to = given.day("to");
    if (to !== null && to < from)
      throw new CommandMistyped("--to lies before --from.");
    const terms = {
      number: given.get("number"),
      kind: given.oneOf("kind", AgreementKind),
      title: given.find("title") ?? "Porozumienie",
      status: given.oneOf("status", AgreementStatus, "ACTIVE"),
      signedOn: given.day("signed"),
      validFrom: from,
      validTo: to,
      dataRole: given.oneOf("data", DataRole),
      answerEmergency: answerTime(given, "emergency"),
      answerUrgent: answerTime(given, "urgent"),
      answerStandard: answerTime(given, "standard"),
      offerUpdateDutyDays: wholeDays(given),
    };
    await counter.inCentre(centre, async (work) => {
      const taken = await work.manager
        .getRepository(Agreement)
        .existsBy({ centreId: centre.id, number: terms.number });
      if (taken)
        throw new CommandRefused(
          `There is already an agreement ${terms.number} in this centre.`,
        );
      const partnerIds = [];
      for (const named of given.all("partner"))
        partnerIds.push((await findPartner(work, named)).id);
      const hubPartnerId = await hubOf(work);
      await recordAgreement(work, { ...terms, hubPartnerId, partnerIds });
    });
    counter.print(`recorded ${terms.number}`);
  },
};

function answerTime(given: Given, option: string): string | null {
  const typed = given.find(option);
  if (typed === null || /^[1-9]\d{0,3}[hd]$/.test(typed)) return typed;
  throw new CommandMistyped(
    `--${option} is "${typed}"; it is written as 4h, or as 3d in working days.`,
  );
}

function wholeDays(given: Given): number | null {
  const typed = given.find("update-days");
  if (typed === null) return null;
  if (/^[1-9]\d{0,2}$/.test(typed)) return Number(typed);
  throw new CommandMistyped(
    `--update-days is "${typed}"; it is a number of days from 1 to 999.`,
  );
}
