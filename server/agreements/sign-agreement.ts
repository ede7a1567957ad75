// A party signs the agreement, or an amendment of it; with the last signature that is needed it binds, from its first day on.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";
import { In, IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import type { Problem } from "../platform/graphql/problem.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { speaksForAnother } from "../platform/on-behalf.js";
import { Agreement } from "./agreement.js";
import { SignatureKind } from "./agreement-kind.js";
import type { AgreementParty } from "./agreement-party.js";
import {
  AgreementVersion,
  AgreementVersionParty,
} from "./agreement-version.js";
import { keepsFromForce, keepsFromSigning } from "./before-force.js";
import { bindParties, putAmendmentInForce } from "./bind.js";
import {
  AgreementMoved,
  AgreementNotReady,
  changedSince,
  findAgreement,
  moved,
  unread,
  whoMust,
} from "./find-agreement.js";
import { lacksPlaces } from "./kept-within-total.js";
import { lacksProcessing } from "./processing.js";
import type { Speaking } from "./speaks-for.js";
import { speaksFor, writeParty } from "./speaks-for.js";
import { termsInForce } from "./write-terms.js";

@InputType({ description: "Who signs what for which party, and how." })
export class SignAgreementInput {
  @Field(() => ID, {
    description: "Waiting for signatures, or with an amendment that is.",
  })
  agreementId!: string;

  @Field(() => Int, {
    description: "Which version of the terms is signed; the first is 1.",
  })
  revision!: number;

  @Field(() => Int, {
    description:
      "The `version` that was read: who signs has seen these very terms.",
  })
  ifVersion!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      "The party; null: the own one. The organiser notes what another party signed on paper, or how the director signed: a mark stays beside it.",
  })
  partnerId?: string | null;

  @Field(() => SignatureKind, { description: "How it was signed." })
  kind!: SignatureKind;

  @Field(() => String, { description: "Who signs, 1 to 200 characters." })
  signatoryName!: string;

  @Field(() => String, {
    description:
      "On what authority: the function or the power of attorney, 1 to 200 characters.",
  })
  authority!: string;

  @Field(() => Day, { description: "When; not in the future." })
  signedOn!: string;
}

export const SignAgreementPayload = createUnionType({
  name: "SignAgreementPayload",
  description: "The agreement with the signature, or why there is none.",
  types: () =>
    [Agreement, AgreementMoved, AgreementNotReady, InvalidInput] as const,
});

export async function signAgreement(
  work: Work,
  input: SignAgreementInput,
): Promise<typeof SignAgreementPayload | Problem> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  const speaking = await speaksFor(work, agreement, input.partnerId);
  if (speaking instanceof InvalidInput) return speaking;
  const problem = faults(work, input, speaking);
  if (problem) return problem;
  const signature = {
    signedOn: input.signedOn,
    signatoryName: input.signatoryName.trim(),
    authority: input.authority.trim(),
    signatureKind: input.kind,
    signedByAccount: signedIn(work).accountId,
    signatureNotedOn: speaking.isOwn ? null : localDate(work.now),
  };
  if (await standsAlready(work, agreement, speaking.party, input, signature))
    return agreement;
  if (agreement.recordedStatus === "AGREED") {
    if (input.revision !== agreement.revision) return moved(work, agreement);
    if (input.ifVersion !== agreement.version) return unread(work, agreement);
    const lacking =
      (await lacksProcessing(work, agreement)) ??
      (await lacksPlaces(work, (await termsInForce(work, agreement)).services));
    if (lacking) return lacking;
    const { party, parties } = speaking;
    if (party.signedOn !== null) return changedSince(work, agreement);
    await writeParty(work, party, signature);
    recordSignature(work, agreement, party.partnerId, input);
    if (whoMust(work, parties).every((one) => one.signedOn !== null))
      await bindParties(work, agreement, parties);
    return agreement;
  }
  if (!agreement.mayBeAmended(localDate(work.now)))
    return moved(work, agreement);
  if (input.ifVersion !== agreement.version) return unread(work, agreement);
  return signAmendment(work, agreement, speaking, input, signature);
}

type Signature = Pick<
  AgreementVersionParty,
  | "signedOn"
  | "signatoryName"
  | "authority"
  | "signatureKind"
  | "signedByAccount"
  | "signatureNotedOn"
>;

/** The same signature, sent again by who did not hear the answer. */
async function standsAlready(
  work: Work,
  { centreId, id: agreementId }: Agreement,
  party: AgreementParty,
  { revision }: SignAgreementInput,
  signature: Signature,
): Promise<boolean> {
  const { partnerId } = party;
  const signed =
    revision === 1
      ? party
      : await work.manager
          .getRepository(AgreementVersionParty)
          .findOneBy({ centreId, agreementId, revision, partnerId });
  return (
    signed?.signedOn === signature.signedOn &&
    signed.signatoryName === signature.signatoryName &&
    signed.authority === signature.authority &&
    signed.signatureKind === signature.signatureKind &&
    signed.signedByAccount === signature.signedByAccount
  );
}

async function signAmendment(
  work: Work,
  agreement: Agreement,
  { party, parties }: Speaking,
  input: SignAgreementInput,
  signature: Signature,
): Promise<Agreement | Problem> {
  const { centreId, id: agreementId } = agreement;
  const { revision } = input;
  const { partnerId } = party;
  const version = await work.manager
    .getRepository(AgreementVersion)
    .findOneBy({ centreId, agreementId, revision, status: "PROPOSED" });
  if (!version) return moved(work, agreement);
  const signatures = work.manager.getRepository(AgreementVersionParty);
  const own = { centreId, agreementId, revision, partnerId };
  if ((await signatures.findOneByOrFail(own)).signedOn !== null)
    return changedSince(work, agreement);
  const must = whoMust(work, parties).map((one) => one.partnerId);
  const missing = await signatures.countBy({
    ...{ centreId, agreementId, revision },
    partnerId: In(must.filter((one) => one !== partnerId)),
    signedOn: IsNull(),
  });
  const isLast =
    missing === 0 && (version.effectiveFrom ?? "") <= localDate(work.now);
  const keeps = await (isLast ? keepsFromForce : keepsFromSigning)(
    work,
    agreement,
    version,
  );
  if (keeps) return keeps;
  const { affected } = await signatures.update(own, signature);
  if (affected !== 1) throw new Error("the signature was not written");
  recordSignature(work, agreement, partnerId, input);
  await work.inSystemsName(async () => {
    await putAmendmentInForce(work, agreement, version);
  });
  return agreement;
}

function recordSignature(
  work: Work,
  { id, kind }: Agreement,
  partnerId: string,
  { revision, kind: signatureKind }: SignAgreementInput,
): void {
  work.record({
    type: "AgreementPartySigned",
    topic: "NETWORK",
    subjectId: id,
    partnerId,
    facts: {
      kind,
      revision,
      signatureKind,
      ...(speaksForAnother(work.actor, partnerId)
        ? { onBehalfOf: partnerId }
        : {}),
    },
  });
}

function faults(
  work: Work,
  { kind, signatoryName, authority, signedOn }: SignAgreementInput,
  { party }: Speaking,
): InvalidInput | null {
  const isFilled = (text: string) =>
    text.trim().length >= 1 && text.trim().length <= 200;
  return new InputCheck(work.say)
    .that(
      kind === "PAPER" || !speaksForAnother(work.actor, party.partnerId),
      "kind",
      {
        pl: "Za inną stronę możesz zapisać tylko podpis złożony na papierze.",
        en: "For another party you can note a signature on paper only.",
      },
    )
    .that(isFilled(signatoryName), "signatoryName", {
      pl: "Podaj, kto podpisuje.",
      en: "Say who signs.",
    })
    .that(isFilled(authority), "authority", {
      pl: "Podaj, na jakiej podstawie podpisuje, np. prezes zarządu.",
      en: "Say on what authority, e.g. as the chair of the board.",
    })
    .that(!holdsPesel(signatoryName), "signatoryName", noPesel)
    .that(!holdsPesel(authority), "authority", noPesel)
    .that(signedOn <= localDate(work.now), "signedOn", {
      pl: "Data podpisania nie może być z przyszłości.",
      en: "The date of signing cannot be in the future.",
    }).problem;
}
