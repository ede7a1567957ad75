// How organisations join and leave a network: one version of a text that everybody reads (seed S001, "otwartość sieci").
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { Say } from "../platform/graphql/words.js";
import type { Network } from "./network.js";

/** Of the versions of a network so many are shown. */
export const MOST_PROCEDURES = 20;

@Entity()
@ObjectType({ description: "How organisations join and leave a network." })
export class NetworkProcedure {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  networkId!: string;

  @PrimaryColumn({ type: "int" })
  @Field(() => Int, {
    description: "Rises by one with every change; 0: as in every network.",
  })
  version!: number;

  @Column({ type: "text" })
  @Field(() => String, { description: "The text, in paragraphs." })
  text!: string;

  @Column({ type: "timestamptz" })
  @Field(() => Date, {
    nullable: true,
    description: "Since when it holds; null: it came with the network.",
  })
  writtenAt!: Date | null;
}

/** What holds until the organiser writes another one: what the product itself does. */
export function procedureOfAll(
  { centreId, id: networkId }: Network,
  say: Say,
): NetworkProcedure {
  return Object.assign(new NetworkProcedure(), {
    centreId,
    networkId,
    version: 0,
    writtenAt: null,
    text: say({
      pl: `Jak dołączyć
1. Do sieci może dołączyć każda organizacja, która chce pomagać mieszkańcom: publiczna, społeczna i firma.
2. Zaprasza organizatorka usług. Napisz do niej także wtedy, gdy nikt jeszcze nie zaprosił.
3. Na zaproszenie odpowiada administratorka organizacji. Można dołączyć jako członek albo tylko obserwować.
4. Każdy członek zapisuje, co robi w sieci. Każdy ma jeden głos.

Jak odejść
1. Odejść można zawsze. Administratorka organizacji zgłasza odejście: podaje dzień i powód.
2. Koordynatorzy zapisują, co dalej z każdym otwartym skierowaniem. Nikt nie zostaje bez pomocy.
3. Umowy, na których stoją skierowania, kończą się najpóźniej w dniu odejścia.
4. Od dnia odejścia nie można wysłać nowych skierowań. Te, które trwają, kończą się według planu.
5. Do ostatniego dnia odejście można cofnąć.`,
      en: `How to join
1. Every organisation that wants to help residents can join: public, social, or a company.
2. The organiser of services invites. Write to her also when nobody has invited you yet.
3. The administrator of the organisation answers. One can join as a member, or only watch.
4. Each member writes down what it does in the network. Each has one vote.

How to leave
1. One can always leave. The administrator of the organisation says so, with the day and the reason.
2. Coordinators plan what becomes of each open referral. Nobody is left without help.
3. Agreements that carry referrals end on the day of leaving at the latest.
4. From the day of leaving no new referral can be sent. Running ones end as planned.
5. Until the last day the leaving can be taken back.`,
    }),
  });
}
