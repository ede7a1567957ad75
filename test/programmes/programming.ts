// What the tests of programmes share: the organiser's verbs through the graph, and the twelve elements.
import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import type { Told } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertMembership, insertNetwork } from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";

export const ELEMENTS = {
  aim: "wyjście z długotrwałego bezrobocia",
  startsOn: "2026-12-01",
  endsOn: "2027-02-28",
  needs: "osoby długo bez pracy",
  persons: 40,
  serviceScope: "warsztaty i doradztwo",
  qualification: "wniosek i rozmowa",
  fees: "bez opłat",
  documentation: "wniosek, zgoda",
  personalData: ["SURNAME", "CONTACT_CHANNEL", "FIRST_NAME"],
  organisation: "trzy etapy",
  monitoring: "liczba osób, które pracują po pół roku",
  budgetGrosze: 45_000_000,
};

const PROGRAMME = `id name status version missing persons bipUrl reportDueOn reportedOn resolutionNumber highestLevel
  personalData partnership { id } services { id } changes { kind elements resolutionNumber byName }`;

interface Programme {
  id: string;
  name: string;
  status: string;
  version: number;
  missing: string[];
  highestLevel: string;
  partnership: { id: string } | null;
  services: { id: string }[];
  changes: {
    kind: string;
    elements: string[];
    resolutionNumber: string | null;
    byName: string | null;
  }[];
}

export interface Outcome extends Told, Partial<Programme> {
  programme?: { version: number };
}

type Verb = (input: Record<string, unknown>) => Promise<Outcome>;

export interface Programming {
  draft: Verb;
  change: Verb;
  adopt: Verb;
  report: Verb;
  link: Verb;
  read(id: string): Promise<Partial<Programme>>;
  /** The id of the graph. */
  aPartnership(centre: TestCentre): Promise<string>;
  join(
    centre: TestCentre,
    networkId: string,
    partner: TestPartner,
  ): Promise<void>;
}

export function programming(person: Person): Programming {
  const verb =
    (name: string): Verb =>
    async (input) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const { data, errors } = await person.ask<{ outcome: Outcome }>(
        `mutation ($input: ${type}!) { outcome: ${name}(input: $input) { __typename
           ... on Programme { ${PROGRAMME} } ... on InvalidInput { fields { path message } }
           ${/draft|link|report/.test(name) ? "" : "... on ProgrammeIncomplete { missing }"}
           ${name === "draftProgramme" ? "" : "... on ProgrammeMoved { programme { version } }"}
           ... on Problem { message } } }`,
        { input },
      );
      return data?.outcome ?? { __typename: String(errors?.[0]?.message) };
    };
  return {
    draft: verb("draftProgramme"),
    change: verb("changeProgramme"),
    adopt: verb("adoptProgramme"),
    report: verb("reportProgramme"),
    link: verb("linkPartnership"),
    async read(id) {
      const { data } = await person.ask<{ node: Partial<Programme> }>(
        `query ($id: ID!) { node(id: $id) { ... on Programme { ${PROGRAMME} } } }`,
        { id },
      );
      if (!data) throw new Error("there is no such programme");
      return data.node;
    },
    async aPartnership(centre) {
      const id = await centre.asSystem((work) =>
        insertNetwork(work, centre.hub.id),
      );
      return toGlobalId("Network", id);
    },
    async join(centre, networkId, partner) {
      await centre.asSystem((work) =>
        insertMembership(
          work,
          fromGlobalId("Network", networkId),
          partner.id,
          "MEMBER",
        ),
      );
    },
  };
}
