// The paper of an agreement over HTTP: handed out to who may read its terms, without money to who may not, and on record.
import type { Role } from "../../server/identity/index.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { Person } from "../support/people.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre } from "../support/world.js";
import { anAgreement } from "./agreeing.js";
import { readPdf } from "./read-pdf.js";

let api: Api;
let doors: Doors;
let centre: TestCentre;
let partner: TestPartner;
let ous: Person;
let agreementId: string;
const MONEY = /98\s?765,43/;
beforeAll(async () => {
  api = await openApi();
  doors = await openDoors(api);
  centre = await aCentre(api);
  partner = await centre.aPartner({ agreement: null });
  ous = await centre.aPerson("OUS");
  agreementId = await anAgreement(ous, [partner], "ACTIVE", {
    terms: {
      financeMode: "COOPERATION_ONLY",
      amountGrosze: 9_876_543,
      purpose: "Żeby było łatwiej",
    },
  });
});
afterAll(async () => {
  await doors.close();
  await api.close();
});

const ask = (person: Person | null, id = agreementId) =>
  fetch(`${doors.url}/agreement-papers/${id}`, {
    headers: person ? { authorization: `Bearer ${person.token}` } : {},
  });
const textOf = async (answer: Response) =>
  readPdf(Buffer.from(await answer.arrayBuffer())).pages.join(" ");

it("hands it out as a file that nobody keeps or guesses at, and puts it on record", async () => {
  const answer = await ask(ous);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename\*=UTF-8''umowa-[A-Za-z0-9-]+\.pdf$/,
  );
  const text = await textOf(answer);
  expect(text).toContain("Żeby było łatwiej");
  expect(text).toContain("Anna Podpisująca, prezeska zarządu");
  expect(text).toMatch(MONEY);
  const lines = await centre.asSystem((work) =>
    work.rows(
      `select action, noun, fields, change, outcome, door from access_log
       where centre_id = $1 and change = 'AgreementPrinted'`,
      [centre.id],
    ),
  );
  expect(lines).toEqual([
    {
      action: "EXPORT",
      noun: "Agreement",
      fields: ["terms", "finance"],
      change: "AgreementPrinted",
      outcome: "DONE",
      door: "HTTP",
    },
  ]);
});

const INSIDE: [Role, "all" | "no money" | "nothing"][] = [
  ["OUS", "all"],
  ["DIRECTOR", "all"],
  ["AUTHORITY", "all"],
  ["KIPUS", "no money"],
  ["OSL", "no money"],
  ["IOD", "no money"],
  ["RESIDENT_REP", "nothing"],
  ["SYSADMIN", "nothing"],
];
const OF_PARTNER: [Role, "all" | "no money"][] = [
  ["PARTNER_ADMIN", "all"],
  ["PARTNER_EDITOR", "no money"],
  ["PARTNER_REFERRALS", "no money"],
  ["PARTNER_VIEWER", "no money"],
];

async function got(person: Person | null, id?: string) {
  const answer = await ask(person, id);
  if (answer.status !== 200)
    return answer.status === 404 &&
      (await answer.text()).includes("Nie ma takiego dokumentu ani umowy.")
      ? "nothing"
      : `answered ${String(answer.status)}`;
  return MONEY.test(await textOf(answer)) ? "all" : "no money";
}

it("gives each role what the table of rights gives it, and all others alike nothing", async () => {
  const stranger = await centre.aPartner({ agreement: null });
  const elsewhere = await aCentre(api);
  for (const [role, expected] of INSIDE)
    expect([role, await got(await centre.aPerson(role))]).toEqual([
      role,
      expected,
    ]);
  for (const [role, expected] of OF_PARTNER) {
    expect([role, await got(await partner.aPerson(role))]).toEqual([
      role,
      expected,
    ]);
    expect([role, await got(await stranger.aPerson(role))]).toEqual([
      role,
      "nothing",
    ]);
  }
  expect(await got(await elsewhere.aPerson("OUS"))).toBe("nothing");
  expect(await got(null)).toBe("answered 401");
  expect(await got(ous, "Agreement")).toBe("nothing");
  expect(await got(ous, partner.globalId)).toBe("nothing");
  const absent = Buffer.from(
    "Agreement:00000000-0000-4000-8000-000000000000",
  ).toString("base64url");
  expect(await got(ous, absent)).toBe("nothing");

  // a draft is the organiser's alone
  const draft = await anAgreement(ous, [partner], "DRAFT");
  expect(await got(ous, draft)).toBe("no money");
  expect(await got(await partner.aPerson("PARTNER_ADMIN"), draft)).toBe(
    "nothing",
  );
});

it("is not given to a page of somebody else", async () => {
  const answer = await fetch(`${doors.url}/agreement-papers/${agreementId}`, {
    headers: { origin: "https://elsewhere.example" },
  });
  expect(answer.status).toBe(403);
});
