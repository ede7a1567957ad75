// What the tests of travelling data share: a case with a basis, its preview, the partner's look at it, and the end of both.
import { ANNA, openFor } from "../../cases/keeping.js";
import type { Api, Told } from "../../support/api.js";
import type { Person } from "../../support/people.js";
import type { PartnerGiven, ServiceGiven } from "../../support/settling.js";
import { aKey } from "../../support/world.js";
import { aReferring, outcomeOf, type Referring, send } from "../referring.js";

interface ToldField {
  field: string;
  value: string;
  contactKind: string | null;
  reason: string | null;
}

export interface TravelOutcome extends Told {
  id?: string;
  told?: ToldField[];
  until?: string;
  isWorking?: boolean;
  note?: string | null;
  noteDueAt?: string | null;
  kind?: string;
  keeping?: { answer: string | null } | null;
  textVersion?: string;
  text?: { version: string; paragraphs: string[] } | null;
}

const TOLD = `... on ToldPerson { at until told { field value contactKind reason } }`;
const BASIS = `... on DisclosureBasis { id kind isWorking note noteDueAt textVersion text { version paragraphs } }`;
const SHOWN: Record<string, string> = {
  previewReferral: TOLD,
  showPerson: TOLD,
  recordBasis: BASIS,
  withdrawBasis: BASIS,
  noteBasis: BASIS,
  confirmKeeping: `... on Referral { id keeping { answer } }`,
};

export async function travel(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<TravelOutcome> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  return outcomeOf(
    await person.ask(
      `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) {
        __typename ... on Problem { message } ... on InvalidInput { fields { path message } }
        ${SHOWN[verb] ?? ""} } }`,
      { input },
    ),
  );
}

export const L1 = [
  "FIRST_NAME",
  "CONTACT_CHANNEL",
  "PREFERRED_HOURS",
  "ACCESS_NEEDS",
];
export const L2 = [
  ...L1,
  "SURNAME",
  "BIRTH_YEAR",
  "ADDRESS",
  "LEGAL_REPRESENTATIVE",
  "SERVICE_GOAL",
];

export const basisInput = (
  caseId: string,
  partner: { globalId: string },
  further: Record<string, unknown> = {},
) => ({
  requestKey: aKey(),
  caseId,
  partnerId: partner.globalId,
  kind: "CONSENT",
  highestLevel: "L2_IDENTITY",
  fields: L2,
  givenBy: "PERSON",
  form: "WRITTEN_ON_PAPER",
  textVersion: "2026-11",
  validFrom: "2026-11-24",
  validTo: "2027-05-24",
  ...further,
});

export interface Travelling extends Referring {
  caseId: string;
  basisId: string;
  /** At L2 with a goal. */
  sendsPerson(further?: Record<string, unknown>): Promise<string>;
}

/** Anna's case with a consent for all services of the partner, recorded as a coordinator does. */
export async function aTravelling(
  api: Api,
  given: {
    service?: Partial<ServiceGiven>;
    partner?: Partial<PartnerGiven>;
    basis?: Record<string, unknown>;
    identity?: Record<string, unknown>;
  } = {},
): Promise<Travelling> {
  const world = await aReferring(api, given);
  const { kipus, partner, service } = world;
  const { id: caseId = "" } = await openFor(kipus, given.identity ?? ANNA);
  const basis = await travel(
    kipus,
    "recordBasis",
    basisInput(caseId, partner, given.basis),
  );
  if (!basis.id) throw new Error(`no basis: ${JSON.stringify(basis)}`);
  return {
    ...world,
    caseId,
    basisId: basis.id,
    async sendsPerson(further = {}) {
      const sent = await send(kipus, service, {
        caseId,
        disclosureLevel: "L2_IDENTITY",
        goal: "Nauka rozmowy o pracę",
        ...further,
      });
      if (!sent.id) throw new Error(`not sent: ${JSON.stringify(sent)}`);
      return sent.id;
    },
  };
}
