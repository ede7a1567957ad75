// A row of the implementation plan as it comes in, and the rules that hold its parts together (domain 2.5).
import { Field, ID, InputType, Int } from "type-graphql";

import { Agreement, AgreementParty } from "../agreements/index.js";
import type { Work } from "../events/index.js";
import { AcquisitionMode, findService } from "../offer/index.js";
import { Partner } from "../partners/index.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { InputCheck } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import type { PlanRow } from "./plan-row.js";
import { MOST_GROSZE } from "./programme-elements.js";
import { MODES, PlanState } from "./row-kind.js";

@InputType({ description: "A row of the implementation plan, as a whole." })
export class PlanRowInput {
  @Field(() => ID, {
    nullable: true,
    description: "A service that there is; its organisation provides it.",
  })
  serviceId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Or the name of one to be created, 3 to 200 characters.",
  })
  serviceName?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Who provides it; null: not chosen yet.",
  })
  partnerId?: string | null;

  @Field(() => AcquisitionMode, { description: "How it is acquired." })
  mode!: AcquisitionMode;

  @Field(() => Int, { nullable: true, description: "Money in grosze." })
  amountGrosze?: number | null;

  @Field(() => Day, { nullable: true, description: "To begin by." })
  plannedOn?: string | null;

  @Field(() => PlanState, { description: "How far it has come." })
  state!: PlanState;

  @Field(() => ID, {
    nullable: true,
    description: "The agreement that carries it.",
  })
  agreementId?: string | null;
}

/** Writes the row as it comes in. @returns what does not fit together */
export async function fillRow(
  work: Work,
  row: PlanRow,
  input: PlanRowInput,
): Promise<InvalidInput | null> {
  const { centreId, manager } = work;
  const bare = (noun: string, id: string | null | undefined) =>
    id ? fromGlobalId(noun, id) : null;
  const service = input.serviceId
    ? await findService(work, fromGlobalId("Service", input.serviceId))
    : null;
  const wanted = bare("Partner", input.partnerId);
  const partnerId = service?.partnerId ?? wanted;
  const partner = partnerId
    ? await manager
        .getRepository(Partner)
        .findOneBy({ centreId, id: partnerId })
    : null;
  const agreement = await agreementWith(
    work,
    bare("Agreement", input.agreementId),
    partnerId,
  );
  const name = input.serviceName?.trim() ?? "";
  const rule = MODES[input.mode];
  const amount = input.amountGrosze ?? null;
  const problem = new InputCheck(work.say)
    .that(!input.serviceId || service !== null, "row.serviceId", {
      pl: "Nie ma takiej usługi.",
      en: "There is no such service.",
    })
    .that(
      input.serviceId ? !name : name.length >= 3 && name.length <= 200,
      "row.serviceName",
      {
        pl: "Wybierz usługę albo wpisz nazwę nowej: od 3 do 200 znaków.",
        en: "Choose a service, or write the name of a new one: 3 to 200 characters.",
      },
    )
    .that(!holdsPesel(name), "row.serviceName", noPesel)
    .that(
      !wanted || (partner !== null && wanted === partnerId),
      "row.partnerId",
      {
        pl: "Tę usługę prowadzi inna organizacja. Wybierz tę, która ją prowadzi.",
        en: "Another organisation provides this service. Choose the one that does.",
      },
    )
    .that(
      !partner || !rule.sectors || rule.sectors.includes(partner.sector),
      "row.mode",
      {
        pl: "Dotację dostaje organizacja pozarządowa, kościelna albo ekonomii społecznej. Wybierz inny tryb.",
        en: "A grant goes to an organisation of the third sector, a church or the social economy. Choose another way.",
      },
    )
    .that(rule.money !== "NONE" || !amount, "row.amountGrosze", {
      pl: "Ten tryb jest bez pieniędzy. Usuń kwotę albo zmień tryb.",
      en: "This way goes without money. Take the amount away or change the way.",
    })
    .that(
      amount === null || (amount >= 0 && amount <= MOST_GROSZE),
      "row.amountGrosze",
      {
        pl: "Podaj kwotę od 0 do 20 000 000 zł.",
        en: "Give an amount from 0 to PLN 20,000,000.",
      },
    )
    .that(!input.agreementId || agreement !== null, "row.agreementId", {
      pl: "Ta organizacja nie jest stroną tej umowy.",
      en: "This organisation is no party to this agreement.",
    })
    .that(
      !agreement || rule.kinds.includes(agreement.kind),
      "row.agreementId",
      {
        pl: "Ten rodzaj umowy nie pasuje do trybu: dotacja to umowa o zadanie publiczne, zamówienie to umowa w sprawie zamówienia.",
        en: "This kind of agreement does not fit the way: a grant is a contract on a public task, procurement a procurement contract.",
      },
    ).problem;
  if (problem) return problem;
  row.serviceId = service?.id ?? null;
  row.serviceName = service ? null : name;
  row.partnerId = partnerId;
  row.mode = input.mode;
  row.plannedOn = input.plannedOn ?? null;
  row.state = input.state;
  row.agreementId = agreement?.id ?? null;
  return null;
}

async function agreementWith(
  { centreId, manager }: Work,
  agreementId: string | null,
  partnerId: string | null,
): Promise<Agreement | null> {
  if (!agreementId || !partnerId) return null;
  const isParty = await manager
    .getRepository(AgreementParty)
    .existsBy({ centreId, agreementId, partnerId });
  return isParty
    ? manager.getRepository(Agreement).findOneBy({ centreId, id: agreementId })
    : null;
}
