// What the tests of the offer share: a partner with its team, and their changes of numbers through the graph.
import type { AnswerError, Api, Told } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { Offered, ServiceGiven } from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre } from "../support/world.js";

export interface SeenService {
  id: string;
  name: string;
  availability: string;
  capacity: {
    total: number;
    occupied: number;
    reserved: number;
    available: number;
    waiting: number;
    waitingOutside: number;
    walkIns: number;
    version: number;
    confirmedAt: string | null;
    confirmedBy: string | null;
    confirmedFrom: string | null;
  };
}

export interface Outcome extends Told, Partial<SeenService> {
  occupied?: number;
  reserved?: number;
  service?: SeenService;
  alternatives?: { id: string }[];
  confirmed?: SeenService[];
  moved?: SeenService[];
}

const SERVICE = `id name availability capacity { total occupied reserved available waiting waitingOutside walkIns version
  confirmedAt confirmedBy confirmedFrom }`;

const PROBLEM = `... on InvalidInput { fields { path message } } ... on Problem { message }`;

const selections = {
  setCapacity: `... on Service { ${SERVICE} } ... on CapacityMoved { service { ${SERVICE} } }
    ... on CapacityInUse { occupied reserved } ${PROBLEM}`,
  confirmCapacity: `... on Service { ${SERVICE} } ${PROBLEM}`,
  confirmServices: `... on ServicesConfirmed { confirmed { ${SERVICE} } moved { ${SERVICE} } } ${PROBLEM}`,
  recordWalkIn: `... on Service { ${SERVICE} } ... on CapacityMoved { service { ${SERVICE} } }
    ... on NoFreePlace { alternatives { id } } ${PROBLEM}`,
  publishService: `... on Service { ${SERVICE} } ${PROBLEM}`,
};

export async function change(
  person: Person,
  verb: keyof typeof selections,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors } = await person.ask<{ outcome: Outcome }>(
    `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { __typename ${selections[verb]} } }`,
    { input },
  );
  return data?.outcome ?? refused(errors?.[0]);
}

function refused(error: AnswerError | undefined): Outcome {
  const code = error?.extensions?.["code"];
  return { __typename: typeof code === "string" ? code : "no answer" };
}

export interface Offering {
  centre: TestCentre;
  partner: TestPartner;
  editor: Person;
  ous: Person;
  service: Offered;
  serviceId: string;
}

export async function anOffering(
  api: Api,
  given: Partial<ServiceGiven> = {},
): Promise<Offering> {
  const centre = await aCentre(api);
  const partner = await centre.aPartner();
  const service = await partner.aService(given);
  return {
    centre,
    partner,
    editor: await partner.aPerson("PARTNER_EDITOR"),
    ous: await centre.aPerson("OUS"),
    service,
    serviceId: service.globalId,
  };
}
