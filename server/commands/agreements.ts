// `agreements`, `agreement`: what the organisations of a centre promised, on record.
import {
  Agreement,
  AgreementKind,
  AgreementParty,
  AgreementStatus,
  recordAgreement,
} from "../agreements/index.js";
import { DataRole } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { CommandMistyped, CommandRefused } from "./counter.js";
import { allPartners, findPartner, hubOf } from "./find-row.js";
import { list, partyOption } from "./network.js";
import { centreOption } from "./people.js";
import type { Given, Option, SubCommand } from "./sub-command.js";

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
          `${one.validFrom ?? "–"} ${one.validTo ? `to ${one.validTo}` : "for good"}`,
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
    signed: {
      value: "day",
      says: "signed by all on; of one that binds, without it the first day",
    },
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
    const status = given.oneOf("status", AgreementStatus, "ACTIVE");
    const today = localDate(counter.now);
    // what binds was signed, at the latest by its first day
    const bySigning =
      status === "ACTIVE" || status === "SIGNED"
        ? from < today
          ? from
          : today
        : null;
    const terms = {
      number: given.get("number"),
      kind: given.oneOf("kind", AgreementKind),
      title: given.find("title") ?? "Porozumienie",
      status,
      signedOn: given.day("signed") ?? bySigning,
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
