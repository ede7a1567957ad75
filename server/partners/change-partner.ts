// The register is corrected: by the hub in all, by an organisation in how it describes itself.
import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InvalidInput,
  Refusal,
  unknownNoun,
} from "../platform/graphql/problem.js";
import type { ChangePartnerInput } from "./change-partner-input.js";
import {
  type ChangePartnerPayload,
  PartnerLooksKnown,
  PartnerMoved,
} from "./change-partner-input.js";
import { lockNumbers, lookAlikes, takenNumber } from "./look-alike.js";
import { Partner } from "./partner.js";
import { partnerPolicy } from "./partners.policy.js";
import {
  describesOnly,
  faultsOfRegister,
  readRegisterWords,
} from "./register-words.js";

interface Seen {
  partnerId: string;
  ifVersion: number;
}

/** @param ability that the change takes */
export async function findPartner(
  work: Work,
  { partnerId, ifVersion }: Seen,
  ability: "describe" | "register",
): Promise<Partner | PartnerMoved | InvalidInput> {
  signedIn(work);
  const where = {
    centreId: work.centreId,
    id: fromGlobalId("Partner", partnerId),
  };
  const partners = work.manager.getRepository(Partner);
  const known = await partners.findOneBy(where);
  if (!known) return noSuchPartner(work);
  authorize(work, partnerPolicy[ability], known);
  const partner = await partners.findOne({
    where,
    lock: { mode: "pessimistic_write" },
  });
  if (!partner) return noSuchPartner(work);
  return partner.version === ifVersion
    ? partner
    : new PartnerMoved(
        work.say({
          pl: "Ktoś w tym czasie zmienił dane tej organizacji. Sprawdź je i spróbuj jeszcze raz.",
          en: "Somebody has changed this organisation meanwhile. Look at it again and try once more.",
        }),
        partner,
      );
}

function noSuchPartner(work: Work): InvalidInput {
  return unknownNoun(work.say, "partnerId", {
    pl: "Nie ma takiej organizacji.",
    en: "There is no such organisation.",
  });
}

export async function changePartner(
  work: Work,
  input: ChangePartnerInput,
): Promise<typeof ChangePartnerPayload> {
  const found = await findPartner(
    work,
    input,
    describesOnly(input) ? "describe" : "register",
  );
  if (!(found instanceof Partner)) return found;
  const words = readRegisterWords(input);
  const problem = faultsOfRegister(work.say, found, words);
  if (problem) return problem;
  const next = {
    nip: words.nip === undefined ? found.nip : words.nip,
    regon: words.regon === undefined ? found.regon : words.regon,
    krs: words.krs === undefined ? found.krs : words.krs,
  };
  const isRenamed = words.name !== undefined && words.name !== found.name;
  if (isRenamed || changesNumbers(found, next)) {
    const { id } = found;
    await lockNumbers(work, next);
    const taken = await takenNumber(work, { id, name: null, ...next });
    if (taken) return numberTaken(work, taken);
    const name = isRenamed ? (words.name ?? null) : null;
    const alike = input.isAnother
      ? []
      : await lookAlikes(work, { id, name, ...next });
    if (alike.length > 0) return looksKnown(work, alike);
  }
  return savePartner(work, found, "PartnerChanged", given(words));
}

export function looksKnown(work: Work, alike: Partner[]): PartnerLooksKnown {
  return new PartnerLooksKnown(
    work.say({
      pl: "Podobna organizacja już tu jest. Sprawdź, czy to nie ta sama.",
      en: "An organisation like this is here already. See whether it is the same.",
    }),
    alike,
  );
}

export function numberTaken(work: Work, number: "regon" | "krs"): InvalidInput {
  return unknownNoun(
    work.say,
    number,
    number === "regon"
      ? {
          pl: "Organizacja z tym numerem REGON już tu jest.",
          en: "An organisation with this REGON is here already.",
        }
      : {
          pl: "Organizacja z tym numerem KRS już tu jest. Oddziały jednej organizacji rozróżnia REGON z 14 cyfr.",
          en: "An organisation with this KRS is here already. Units of one organisation are told apart by a REGON of 14 digits.",
        },
  );
}

/** Saved with the next version. */
export async function savePartner(
  work: Work,
  partner: Partner,
  type: string,
  change: Partial<Partner>,
  facts: Record<string, string> = {},
): Promise<Partner> {
  const version = partner.version + 1;
  const saved = { ...change, version, updatedAt: work.now };
  const { affected } = await work.manager
    .getRepository(Partner)
    .update(
      { centreId: work.centreId, id: partner.id, version: partner.version },
      saved,
    );
  // a row that the second wall hides is changed by nobody
  if (affected !== 1)
    throw new Refusal("FORBIDDEN", "This organisation is not yours to change.");
  work.record({
    type,
    topic: "NETWORK",
    subjectId: partner.id,
    partnerId: partner.id,
    facts: { ...facts, version },
  });
  return Object.assign(partner, saved);
}

type Known<Words> = { [Word in keyof Words]: Exclude<Words[Word], undefined> };

/** What was said, without what was left out. */
function given<Words extends object>(words: Words): Partial<Known<Words>> {
  // an entry that is there has a value that is not undefined
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return Object.fromEntries(
    Object.entries(words).filter(([, word]) => word !== undefined),
  ) as Partial<Known<Words>>;
}

function changesNumbers(
  before: Partner,
  after: { nip: string | null; regon: string | null; krs: string | null },
): boolean {
  return (
    before.nip !== after.nip ||
    before.regon !== after.regon ||
    before.krs !== after.krs
  );
}
