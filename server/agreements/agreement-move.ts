// What somebody can do with an agreement as it is now: the one table behind `viewerCan`.
import { registerEnumType } from "type-graphql";

import { Role } from "../identity/index.js";
import type { Actor } from "../platform/permission/actor.js";
import { allows } from "../platform/permission/allows.js";
import type { Agreement } from "./agreement.js";
import type { AgreementParty } from "./agreement-party.js";
import type {
  AgreementVersion,
  AgreementVersionParty,
} from "./agreement-version.js";
import { isSignedByAll } from "./agreement-version.js";
import { agreementPolicy } from "./agreements.policy.js";

export const AgreementMove = {
  CHANGE: "CHANGE",
  PROPOSE: "PROPOSE",
  DISCARD: "DISCARD",
  AGREE: "AGREE",
  REJECT: "REJECT",
  SIGN: "SIGN",
  NOTE_PAPER: "NOTE_PAPER",
  REMARK: "REMARK",
  ATTACH: "ATTACH",
  AMEND: "AMEND",
  REJECT_AMENDMENT: "REJECT_AMENDMENT",
  SUSPEND: "SUSPEND",
  RESUME: "RESUME",
  TERMINATE: "TERMINATE",
  WITHDRAW: "WITHDRAW",
  WITHDRAW_PARTY: "WITHDRAW_PARTY",
} as const;
export type AgreementMove = keyof typeof AgreementMove;

registerEnumType(AgreementMove, {
  name: "AgreementMove",
  description: "What can be done with an agreement.",
  valuesConfig: {
    CHANGE: { description: "Write its terms anew: changeAgreement." },
    PROPOSE: { description: "Lay it before its parties: proposeAgreement." },
    DISCARD: { description: "Throw the draft away: discardAgreement." },
    AGREE: { description: "Say yes for the own party: agreeToAgreement." },
    REJECT: { description: "Not make it: rejectAgreement." },
    SIGN: { description: "Sign for the own party: signAgreement." },
    NOTE_PAPER: {
      description: "Note what another party answered or signed on paper.",
    },
    REMARK: { description: "Speak to the terms: remarkOnAgreement." },
    ATTACH: { description: "Add a document." },
    AMEND: { description: "Propose new terms: amendAgreement." },
    REJECT_AMENDMENT: { description: "Not make it: rejectAmendment." },
    SUSPEND: { description: "suspendAgreement." },
    RESUME: { description: "resumeAgreement." },
    TERMINATE: { description: "terminateAgreement." },
    WITHDRAW: {
      description:
        "Leave it with the own party, or end one of two by notice: withdrawFromAgreement.",
    },
    WITHDRAW_PARTY: {
      description:
        "Note for a party of several that it leaves: withdrawFromAgreement with `partnerId`.",
    },
  },
});

export interface Seen {
  agreement: Agreement;
  parties: readonly AgreementParty[];
  proposed: AgreementVersion | null;
  signatures: readonly AgreementVersionParty[];
  day: string;
}

export function movesOf(actor: Actor, seen: Seen): AgreementMove[] {
  if (actor.kind !== "member") return [];
  const { agreement, parties, proposed, signatures, day } = seen;
  const status = agreement.statusOn(day);
  const keeps = allows(agreementPolicy.keep, actor, agreement);
  const answers = allows(agreementPolicy.answer, actor, agreement);
  const own = parties.find(
    (one) => one.partnerId === actor.partnerId && one.isPresent(day),
  );
  const stands =
    own !== undefined &&
    answers &&
    (actor.roles.has(Role.PARTNER_ADMIN) || actor.roles.has(Role.DIRECTOR));
  const ownSignature = signatures.find(
    (one) => one.partnerId === actor.partnerId,
  );
  const asksForSignatures =
    status === "AGREED" || (proposed !== null && agreement.mayBeAmended(day));
  const moves: Record<AgreementMove, boolean> = {
    CHANGE: keeps && agreement.isOpen(day),
    PROPOSE: keeps && status === "DRAFT",
    DISCARD: keeps && status === "DRAFT",
    AGREE: stands && status === "IN_NEGOTIATION" && own.agreedOn === null,
    REJECT:
      answers &&
      own !== undefined &&
      (stands || keeps) &&
      agreement.mayBecome("REJECTED", day),
    SIGN:
      stands &&
      ((status === "AGREED" && own.signedOn === null) ||
        (ownSignature?.signedOn === null && agreement.mayBeAmended(day))),
    NOTE_PAPER: keeps && (status === "IN_NEGOTIATION" || asksForSignatures),
    REMARK: answers && (agreement.isOpen(day) || proposed !== null),
    ATTACH: allows(agreementPolicy.attach, actor, agreement),
    AMEND: keeps && agreement.mayBeAmended(day) && proposed === null,
    REJECT_AMENDMENT:
      (stands || keeps) &&
      own !== undefined &&
      proposed !== null &&
      !isSignedByAll(signatures, parties, day),
    SUSPEND: keeps && agreement.mayBecome("SUSPENDED", day),
    RESUME: keeps && status === "SUSPENDED",
    TERMINATE: keeps && agreement.mayBecome("TERMINATED", day),
    WITHDRAW:
      stands &&
      actor.roles.has(Role.PARTNER_ADMIN) &&
      agreement.mayBecome("WITHDRAWN", day) &&
      own.leftOn === null &&
      (parties.filter(({ leftOn }) => leftOn === null).length > 2 ||
        (agreement.noticeDays !== null && agreement.endedOn === null)),
    WITHDRAW_PARTY:
      keeps &&
      agreement.mayBecome("WITHDRAWN", day) &&
      parties.filter(({ leftOn }) => leftOn === null).length > 2,
  };
  return Object.values(AgreementMove).filter((move) => moves[move]);
}
