// The table of rights for the own account: it needs no role, and what is somebody else's is not there.
import { randomUUID } from "node:crypto";

import type { Role } from "../../server/identity/index.js";
import { inTransaction } from "../../server/platform/database/session.js";
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Entering } from "../identity/entering.js";
import { enteringBy, PASSWORD } from "../identity/entering.js";
import { aPhone, setUp } from "../identity/phone.js";
import { send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { aPerson, assign } from "../support/people.js";
import { testKeys } from "../support/server.js";
import type { ActorName, Cast } from "./cast.js";
import { aCast, actorNames, anInvitation, linkOf } from "./cast.js";
import { identity } from "./operations.table.js";

let api: Api;
let entering: Entering;
let cast: Cast;
let other: Person;
let otherAssignment: string;
beforeAll(async () => {
  api = await openApi();
  entering = enteringBy(api);
  cast = await aCast(api);
  other = await cast.centre.aPerson("OUS");
  otherAssignment = other.assignmentId;
});
afterAll(() => api.close());

/** Only these ask for it, and to keep one is work. */
const BY_PASSWORD = [
  "linkIdentity",
  "signIn",
  "completeSignIn",
  "changePassword",
];

/** Somebody in the same place, whose account may be spoilt. */
async function aDouble(
  name: ActorName,
  operation: string,
): Promise<Person | null> {
  const { person } = cast.actors[name];
  if (!person) return null;
  const { data } = await person.ask<{
    viewer: { memberships: { current: boolean; roles: Role[] }[] };
  }>(`{ viewer { memberships { current roles } } }`);
  const current = data?.viewer.memberships.find((one) => one.current);
  return aPerson(
    api,
    {
      centreId: cast.centre.id,
      partnerId: cast.partner.id,
      roles: current?.roles ?? [],
    },
    {
      ...(BY_PASSWORD.includes(operation) ? { password: PASSWORD } : {}),
      mustChangePassword: name === "oneTime",
    },
  );
}

async function inputOf(
  operation: string,
  double: Person | null,
): Promise<Record<string, unknown> | null> {
  switch (operation) {
    case "signIn":
      return { email: (double ?? other).email, password: PASSWORD };
    case "completeSignIn": {
      const someone = double ?? (await aDouble("ous", operation)) ?? other;
      const { phone } = await setUp(api, entering, someone.token);
      const { ticket } = await entering.signIn(someone.email);
      return { ticket, code: phone.shows() };
    }
    case "beginSecondFactor":
      return {};
    case "confirmSecondFactor": {
      if (!double) return { code: "123456" };
      const { secret = "" } = await entering.run(
        double.token,
        "beginSecondFactor",
        {},
      );
      return { code: aPhone(api, secret).shows() };
    }
    case "renewRecoveryCodes":
    case "removeSecondFactor": {
      if (!double) return { code: "123456" };
      const { phone } = await setUp(api, entering, double.token);
      return { code: phone.shows() };
    }
    case "linkIdentity":
      return { password: PASSWORD };
    case "changePassword":
      return { current: PASSWORD, new: "jeszcze-lepsze-2" };
    case "chooseLanguage":
      return { language: "en" };
    case "confirmByLink":
      return {
        token: await cast.partner.aLink(cast.contactId),
        services: await shown(),
      };
    case "answerByLink": {
      const { id: referralId = "" } = await send(cast.sender, cast.service);
      return {
        token: await cast.partner.aLink(cast.contactId, { referralId }),
        reply: "ACCEPT",
      };
    }
    case "renewLink":
      return { token: await cast.partner.aLink(cast.contactId, { hours: -1 }) };
    case "confirmByLink forged":
      return { token: "A".repeat(43), services: await shown() };
    case "answerByLink forged":
      return { token: "A".repeat(43), reply: "ACCEPT" };
    case "renewLink forged":
      return { token: "A".repeat(43) };
    case "endSession":
      return { sessionId: toGlobalId("Session", (double ?? other).sessionId) };
    case "endSession foreign":
      return { sessionId: toGlobalId("Session", other.sessionId) };
    case "switchMembership": {
      const own = double
        ? await assign(api, double.accountId, {
            centreId: cast.centre.id,
            partnerId: cast.centre.hub.id,
            roles: ["PARTNER_VIEWER"],
          })
        : otherAssignment;
      return { membershipId: toGlobalId("ViewerMembership", own) };
    }
    case "setQuota":
      return aQuota(double?.assignmentId ?? otherAssignment);
    case "setQuota foreign":
      return aQuota(otherAssignment);
    case "acceptInvitation": {
      const { person: admin } = cast.actors.admin;
      const invitationId = admin ? await anInvitation(admin) : "";
      return { token: linkOf(invitationId), password: PASSWORD };
    }
    case "requestPasswordReset":
      return { email: (double ?? other).email };
    case "resetPassword":
      return {
        token: await aResetOf(double ?? (await aDouble("ous", operation))),
        new: "jeszcze-lepsze-2",
      };
    case "switchMembership foreign":
      return { membershipId: toGlobalId("ViewerMembership", otherAssignment) };
    default:
      return null;
  }
}

/** Of an organisation that other centres can know by its number. */
async function aQuota(assignmentId: string) {
  await cast.centre.asSystem((work) =>
    work.rows(
      `update partner set regon = '990041593' where id = $1 and regon is null`,
      [cast.partner.id],
    ),
  );
  const [service] = await shown();
  return {
    membershipId: toGlobalId("ViewerMembership", assignmentId),
    serviceId: cast.service.globalId,
    total: 1000,
    ifVersion: service?.version,
  };
}

/** The link of a mail for who has forgotten her password. */
async function aResetOf(person: Person | null): Promise<string> {
  const id = randomUUID();
  await inTransaction(api.dataSource, { kind: "authentication" }, (manager) =>
    manager.query(
      `insert into password_reset (id, account_id, requested_at, expires_at) values ($1, $2, $3, $4)`,
      [
        id,
        person?.accountId,
        api.clock.now(),
        new Date(api.clock.now().getTime() + 60_000),
      ],
    ),
  );
  return testKeys.tokenOf("account-link", id);
}

async function shown() {
  const { data } = await cast.team.ask<{
    node: { capacity: { version: number } };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Service { capacity { version } } } }`,
    { id: cast.service.globalId },
  );
  return [
    {
      serviceId: cast.service.globalId,
      version: data?.node.capacity.version ?? 0,
    },
  ];
}

async function play(operation: string, name: ActorName): Promise<string> {
  const double =
    operation === "signIn" && name === "anonymous"
      ? await aDouble("ous", operation)
      : await aDouble(name, operation);
  const verb = operation.split(" ")[0] ?? "";
  const input = await inputOf(operation, double);
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!`;
  const { data, errors } = await api.ask<{
    outcome: boolean | { __typename: string };
  }>(
    name === "anonymous" ? null : (double?.token ?? null),
    input
      ? `mutation ($input: ${type}) { outcome: ${verb}(input: $input) ${verb === "requestPasswordReset" ? "" : "{ __typename }"} }`
      : `mutation { outcome: ${verb} ${verb === "signOut" ? "" : "{ __typename }"} }`,
    input ? { input } : {},
  );
  const code = errors?.[0]?.extensions?.["code"];
  if (code === "UNAUTHENTICATED") return "U";
  if (code === "FORBIDDEN") return "F";
  const outcome = data?.outcome;
  if (outcome === true) return "y";
  if (typeof outcome !== "object") return "no answer";
  return (
    {
      SignedIn: "y",
      PasswordChanged: "y",
      PasswordWasReset: "y",
      Session: "y",
      SecondFactorBegun: "y",
      RecoveryCodes: "y",
      SecondFactorRemoved: "y",
      IdentityLinkBegun: "y",
      IdentityUnlinked: "y",
      LanguageChosen: "y",
      OpenedLink: "y",
      Quota: "y",
      LinkRenewed: "y",
      LinkDead: "-",
      InvalidInput: "-",
    }[outcome.__typename] ?? outcome.__typename
  );
}

it.each(identity)("$operation", async ({ operation, marks }) => {
  const played: Record<string, string> = {};
  for (const name of actorNames) played[name] = await play(operation, name);
  expect(played).toEqual(marks);
  // whoever it was, the other one is as before
  const { data } = await other.ask(`{ viewer { membershipId } }`);
  expect(data?.["viewer"]).toEqual({
    membershipId: toGlobalId("ViewerMembership", otherAssignment),
  });
});
