// The organiser puts an agreement that was signed on paper on record: from its first day on it carries referrals.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, Centre, signedIn } from "../identity/index.js";
import { DataRole, Partner } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { Agreement, SEVERAL_PARTIES } from "./agreement.js";
import { AgreementKind } from "./agreement-kind.js";
import { agreementPolicy } from "./agreements.policy.js";
import { GRANTEES, hasLeft, isOfKind, roleOfKind } from "./check-terms.js";
import { isProcessingCovered } from "./processing.js";
import { recordAgreement } from "./record-agreement.js";
import { holdStanding } from "./standing.js";
import { numberTaken, takeNumber } from "./take-number.js";

@InputType({ description: "An agreement of the hub with one organisation." })
export class RecordSignedAgreementInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "With whom." })
  partnerId!: string;

  @Field(() => String, {
    description: "Number inside the centre, 1 to 40 characters, free so far.",
  })
  number!: string;

  @Field(() => AgreementKind, { description: "Kind of the agreement." })
  kind!: AgreementKind;

  @Field(() => DataRole, {
    description: "Part of the organisation in the protection of data.",
  })
  dataRole!: DataRole;

  @Field(() => Day, { description: "Signed by all on." })
  signedOn!: string;

  @Field(() => Day, { description: "In force from." })
  validFrom!: string;

  @Field(() => Day, {
    nullable: true,
    description: "In force to, that day included; null: for good.",
  })
  validTo?: string | null;
}

export const RecordSignedAgreementPayload = createUnionType({
  name: "RecordSignedAgreementPayload",
  description: "Outcome of putting a signed agreement on record.",
  types: () => [Agreement, RequestKeyReused, InvalidInput] as const,
});

export async function recordSignedAgreement(
  work: Work,
  input: RecordSignedAgreementInput,
): Promise<typeof RecordSignedAgreementPayload> {
  signedIn(work);
  const { centreId } = work;
  const partnerId = fromGlobalId("Partner", input.partnerId);
  // it does not leave meanwhile
  await holdStanding(work, partnerId, "ALONE");
  const partner = await work.manager
    .getRepository(Partner)
    .findOneBy({ centreId, id: partnerId });
  if (!partner)
    return unknownNoun(work.say, "partnerId", {
      pl: "Nie ma takiej organizacji.",
      en: "There is no such organisation.",
    });
  authorize(work, agreementPolicy.record, { centreId });
  const agreements = work.manager.getRepository(Agreement);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "recordSignedAgreement",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return agreements.findOneByOrFail({ centreId, id: taken.repeats });
  const { hubPartnerId } = await work.manager
    .getRepository(Centre)
    .findOneByOrFail({ id: centreId });
  const number = input.number.trim();
  const problem = faults(work, input, {
    partner,
    isHub: hubPartnerId === partnerId,
    isCovered: await isProcessingCovered(work, [partnerId], input.validFrom),
  });
  if (problem || !hubPartnerId) return problem ?? unknownHub(work);
  if ((await takeNumber(work, number)) === null) return numberTaken(work);
  return recordAgreement(work, {
    id,
    number,
    kind: input.kind,
    title: partner.name,
    status: "ACTIVE",
    signedOn: input.signedOn,
    validFrom: input.validFrom,
    validTo: input.validTo ?? null,
    dataRole: input.dataRole,
    answerEmergency: null,
    answerUrgent: null,
    answerStandard: null,
    offerUpdateDutyDays: null,
    hubPartnerId,
    partnerIds: [partnerId],
  });
}

function unknownHub(work: Work): InvalidInput {
  return unknownNoun(work.say, "partnerId", {
    pl: "To centrum nie ma jeszcze organizacji w węźle.",
    en: "This centre has no organisation at its hub yet.",
  });
}

interface With {
  partner: Partner;
  isHub: boolean;
  /** An entrustment of data processing is in force with it. */
  isCovered: boolean;
}

function faults(
  work: Work,
  {
    requestKey,
    number,
    kind,
    dataRole,
    signedOn,
    validFrom,
    validTo,
  }: RecordSignedAgreementInput,
  { partner, isHub, isCovered }: With,
): InvalidInput | null {
  const length = number.trim().length;
  return new InputCheck(work.say)
    .key(requestKey)
    .that(!isHub, "partnerId", {
      pl: "CUS nie zawiera umowy z samym sobą.",
      en: "The centre makes no agreement with itself.",
    })
    .that(partner.status !== "FORMER", "partnerId", hasLeft([partner]))
    .that(length >= 1 && length <= 40, "number", {
      pl: "Numer ma mieć od 1 do 40 znaków.",
      en: "A number has from 1 to 40 characters.",
    })
    .that(!SEVERAL_PARTIES.has(kind), "kind", {
      pl: "Taka umowa łączy CUS z co najmniej dwiema organizacjami. Przygotuj ją w Umowach.",
      en: "Such an agreement binds the centre and at least two organisations. Draft it among agreements.",
    })
    .that(
      kind !== "GRANT_CONTRACT" || GRANTEES.includes(partner.sector),
      "kind",
      {
        pl: "Umowę o zadanie publiczne zawiera się z organizacją pozarządową, kościelną albo ekonomii społecznej.",
        en: "A contract on a public task is made with a non-governmental, church or social-economy organisation.",
      },
    )
    .that(
      dataRole !== "SAME_CONTROLLER" || partner.dataRole === "SAME_CONTROLLER",
      "dataRole",
      {
        pl: "Ten sam administrator to tylko jednostki CUS. Wybierz inną rolę.",
        en: "Only units of the centre are the same controller. Choose another part.",
      },
    )
    .that(isOfKind(kind, dataRole), "dataRole", roleOfKind)
    .that(
      dataRole !== "PROCESSOR" || kind === "DATA_PROCESSING" || isCovered,
      "dataRole",
      {
        pl: "Najpierw musi obowiązywać umowa powierzenia przetwarzania danych z tą organizacją.",
        en: "First an entrustment of data processing with this organisation must be in force.",
      },
    )
    .that(signedOn <= localDate(work.now), "signedOn", {
      pl: "Data podpisania nie może być z przyszłości. Zapisz umowę, gdy podpiszą ją wszyscy.",
      en: "The date of signing cannot be in the future. Record the agreement when all have signed.",
    })
    .that(!validTo || validTo >= validFrom, "validTo", {
      pl: "Ostatni dzień nie może być przed pierwszym.",
      en: "The last day cannot lie before the first.",
    }).problem;
}
