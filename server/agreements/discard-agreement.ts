// A draft that nobody was shown is thrown away; what was once laid before its parties stays on record.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import { agreementPolicy } from "./agreements.policy.js";
import {
  AgreementMoved,
  AgreementNotReady,
  findAgreement,
  moved,
} from "./find-agreement.js";

@InputType({ description: "Which draft is thrown away." })
export class DiscardAgreementInput {
  @Field(() => ID, { description: "A draft." })
  agreementId!: string;
}

@ObjectType({ description: "The draft is no more." })
export class AgreementDiscarded {
  @Field(() => String, { description: "Its number, free again." })
  number!: string;
}

export const DiscardAgreementPayload = createUnionType({
  name: "DiscardAgreementPayload",
  description: "What was thrown away, or why it stays.",
  types: () =>
    [
      AgreementDiscarded,
      AgreementMoved,
      AgreementNotReady,
      InvalidInput,
    ] as const,
});

export async function discardAgreement(
  work: Work,
  input: DiscardAgreementInput,
): Promise<typeof DiscardAgreementPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.keep, agreement);
  if (agreement.recordedStatus !== "DRAFT") return moved(work, agreement);
  const held = await whatLeansOn(work, agreement);
  if (held) return held;
  const { centreId, id, number, kind } = agreement;
  const { affected } = await work.manager
    .getRepository(Agreement)
    .delete({ centreId, id });
  if (affected !== 1) throw new Error("the draft was not thrown away");
  work.record({
    type: "AgreementDiscarded",
    topic: "NETWORK",
    subjectId: id,
    facts: { kind },
  });
  return Object.assign(new AgreementDiscarded(), { number });
}

/** What others wrote down about it would be left without it. */
async function whatLeansOn(
  work: Work,
  { centreId, id, number }: Agreement,
): Promise<AgreementNotReady | null> {
  const [found] = await work.rows<{
    agreements: string | null;
    planned: boolean;
    ordered: boolean;
  }>(
    `select (select string_agg(a.number, ', ' order by a.number) from agreement a
         where a.centre_id = $1 and a.dpa_agreement_id = $2) as agreements,
       exists (select from plan_row r where r.centre_id = $1 and r.agreement_id = $2) as planned,
       exists (select from agreement_order o where o.centre_id = $1 and o.agreement_id = $2) as ordered`,
    [centreId, id],
  );
  const { agreements, planned, ordered } = found ?? {};
  const words = agreements
    ? {
        pl: `Na tym szkicu opierają się umowy: ${agreements}. Najpierw wskaż w nich inną umowę powierzenia.`,
        en: `Agreements lean on this draft: ${agreements}. First name another entrustment in them.`,
      }
    : planned
      ? {
          pl: `Szkic ${number} stoi w planie realizacji programu. Najpierw zmień tam umowę.`,
          en: `Draft ${number} stands in the plan of a programme. First change the agreement there.`,
        }
      : ordered
        ? {
            pl: `Do szkicu ${number} jest zamówienie, dlatego zostaje.`,
            en: `There is an order under draft ${number}, so it stays.`,
          }
        : null;
  return words && new AgreementNotReady(work.say(words));
}
