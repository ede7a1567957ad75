// What stands on the paper of an agreement, read as whoever asks for it may read it.
import { centreById } from "../../identity/index.js";
import { serviceById } from "../../offer/index.js";
import type { Partner } from "../../partners/index.js";
import {
  contactPersonPolicy,
  partnerById,
  partnerPolicy,
} from "../../partners/index.js";
import { localDate } from "../../platform/calendar.js";
import type { Context } from "../../platform/graphql/context.js";
import { allows } from "../../platform/permission/allows.js";
import type { Agreement } from "../agreement.js";
import {
  financeOf,
  partyStatesOf,
  servicesInScopeOf,
  tasksOf,
} from "../agreement-parts.reads.js";
import type { AgreementParty } from "../agreement-party.js";
import { termsAsRead } from "../agreement-terms.js";
import { agreementPolicy } from "../agreements.policy.js";
import { agreementById } from "../agreements.reads.js";
import { bindingTimes } from "../answer-time.js";
import { nameOfProgramme } from "../carried-programme.js";
import { contactOfParty } from "../contact-of-party.js";
import type { PaperFacts, PaperParty } from "./paper-facts.js";

/** Of what is not hers to see. */
const UNNAMED = "organizacja";

/** @returns null where its terms are not the viewer's */
export async function paperFacts(
  context: Context,
  id: string,
): Promise<PaperFacts | null> {
  const agreement = await context.load(agreementById, id);
  if (!agreement || !mayHave(context, agreement)) return null;
  const [centre, parties, tasks, services, finance, dpa] = await Promise.all([
    context.load(centreById, agreement.centreId),
    context.load(partyStatesOf, id),
    context.load(tasksOf, id),
    context.load(servicesInScopeOf, id),
    context.load(financeOf, id),
    agreement.dpaAgreementId
      ? context.load(agreementById, agreement.dpaAgreementId)
      : null,
  ]);
  const { number, kind, title, revision, validFrom, validTo } = agreement;
  return {
    number,
    kind,
    title,
    revision,
    validFrom,
    validTo,
    status: agreement.statusOn(localDate(context.now)),
    endedOn: agreement.endedOn,
    dataRole: agreement.dataRole,
    terms: termsAsRead(agreement),
    answers: bindingTimes(agreement),
    programme: await nameOfProgramme(context, agreement.programmeId),
    dpaNumber: dpa?.number ?? null,
    parties: inOrder(
      await Promise.all(
        parties.map(async (party) =>
          partyOnPaper(
            context,
            party,
            await context.load(partnerById, party.partnerId),
            {
              hubPartnerId: centre?.hubPartnerId ?? null,
              contact: await contactOnPaper(context, party),
            },
          ),
        ),
      ),
    ),
    tasks: await Promise.all(
      tasks.map(async ({ task, partnerId, part }) => ({
        task,
        part,
        whose: (await context.load(partnerById, partnerId))?.name ?? UNNAMED,
      })),
    ),
    services: await Promise.all(
      services.map(async ({ serviceId, placesKept }) => ({
        name: (await context.load(serviceById, serviceId))?.name ?? "usługa",
        placesKept,
      })),
    ),
    finance: moneyOf(context, agreement, finance),
  };
}

/** A draft is its writer's until it is laid before the parties. */
function mayHave({ actor }: Context, agreement: Agreement): boolean {
  return (
    allows(agreementPolicy.readTerms, actor, agreement) &&
    (agreement.recordedStatus !== "DRAFT" ||
      allows(agreementPolicy.keep, actor, agreement))
  );
}

function moneyOf(
  { actor }: Context,
  agreement: Agreement,
  finance: Exclude<PaperFacts["finance"], "hidden">,
): PaperFacts["finance"] {
  if (!allows(agreementPolicy.readFinance, actor, agreement)) return "hidden";
  const isEmpty =
    !finance ||
    (finance.mode ?? finance.amountGrosze ?? finance.settlementRules) === null;
  return isEmpty ? null : finance;
}

function partyOnPaper(
  { actor }: Context,
  party: AgreementParty,
  partner: Partner | null,
  {
    hubPartnerId,
    contact,
  }: { hubPartnerId: string | null; contact: string | null },
): PaperParty {
  const registered =
    partner && allows(partnerPolicy.readRegister, actor, partner)
      ? partner
      : null;
  const { signedOn, signatoryName, authority, signatureKind, leftOn } = party;
  return {
    name: partner?.name ?? UNNAMED,
    address: partner?.address ?? null,
    krs: registered?.krs ?? null,
    nip: registered?.nip ?? null,
    isHub: party.partnerId === hubPartnerId,
    signedOn,
    signatoryName,
    authority,
    signatureKind,
    leftOn,
    contact,
  };
}

async function contactOnPaper(
  context: Context,
  party: AgreementParty,
): Promise<string | null> {
  const person = await contactOfParty(context, party);
  if (!person) return null;
  const { name, position, workEmail, workPhone } = person;
  const address = allows(contactPersonPolicy.readAddress, context.actor, person)
    ? [workEmail, workPhone]
    : [];
  return [name, position, ...address].filter(Boolean).join(", ");
}

/** The hub first, the others by name. */
function inOrder(parties: readonly PaperParty[]): PaperParty[] {
  return [...parties].sort(
    (one, other) =>
      Number(other.isHub) - Number(one.isHub) ||
      one.name.localeCompare(other.name, "pl"),
  );
}
