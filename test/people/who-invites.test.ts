// Who may ask whom in, and to what: one table, and every fault of the input by its name.
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import type { PostOffice } from "./inviting.js";
import { anAddress, openPostOffice } from "./inviting.js";

let office: PostOffice;
let centre: TestCentre;
let partner: TestPartner;
beforeAll(async () => {
  office = await openPostOffice();
  centre = await aCentre(office.api);
  partner = await centre.aPartner();
});
afterAll(() => office.close());

it("refuses faults one by one", async () => {
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const fields = async (input: Record<string, unknown>) =>
    (
      await office.run(admin.token, "invitePerson", {
        requestKey: aKey(),
        email: anAddress(),
        name: "Ktoś",
        roles: ["PARTNER_VIEWER"],
        ...input,
      })
    ).fields?.map(({ path }) => path);
  expect(await fields({ email: "to nie adres" })).toEqual(["email"]);
  expect(await fields({ email: "" })).toEqual(["email"]);
  expect(await fields({ email: "a@b.pl\nBcc: c@d.pl" })).toEqual(["email"]);
  expect(await fields({ email: admin.email.toUpperCase() })).toEqual(["email"]);
  expect(await fields({ name: " " })).toEqual(["name"]);
  expect(await fields({ roles: [] })).toEqual(["roles"]);
  expect(await fields({ roles: ["PARTNER_VIEWER", "OUS"] })).toEqual(["roles"]);
  expect(await fields({ requestKey: "" })).toEqual(["requestKey"]);
});

it.each([
  ["PARTNER_ADMIN", "own", "PARTNER_ADMIN", "Invitation"],
  ["PARTNER_ADMIN", "own", "KIPUS", "InvalidInput"],
  ["PARTNER_EDITOR", "own", "PARTNER_VIEWER", "FORBIDDEN"],
  ["PARTNER_ADMIN", "other", "PARTNER_VIEWER", "FORBIDDEN"],
  ["OUS", "other", "PARTNER_ADMIN", "Invitation"],
  ["OUS", "other", "OUS", "InvalidInput"],
  ["OUS", "hub", "PARTNER_VIEWER", "FORBIDDEN"],
  ["OUS", "hub", "KIPUS", "FORBIDDEN"],
  ["SYSADMIN", "hub", "KIPUS", "Invitation"],
  ["SYSADMIN", "hub", "SYSADMIN", "Invitation"],
  ["SYSADMIN", "other", "PARTNER_ADMIN", "Invitation"],
  ["SYSADMIN", "other", "OUS", "InvalidInput"],
  ["DIRECTOR", "hub", "OUS", "FORBIDDEN"],
  ["KIPUS", "other", "PARTNER_VIEWER", "FORBIDDEN"],
] as const)(
  "%s asks in at the %s: %s → %s",
  async (role, where, given, expected) => {
    const isPartner = role.startsWith("PARTNER");
    const by = isPartner
      ? await partner.aPerson(role)
      : await centre.aPerson(role);
    const other = await centre.aPartner();
    const places = { own: partner, other, hub: centre.hub };
    const outcome = await office.run(by.token, "invitePerson", {
      requestKey: aKey(),
      partnerId: places[where].globalId,
      email: anAddress(),
      name: "Ktoś",
      roles: [given],
    });
    expect(outcome.__typename).toBe(expected);
  },
);

it("does not know an organisation of another centre", async () => {
  const ous = await centre.aPerson("OUS");
  const elsewhere = await (await aCentre(office.api)).aPartner();
  const outcome = await office.run(ous.token, "invitePerson", {
    requestKey: aKey(),
    partnerId: elsewhere.globalId,
    email: anAddress(),
    name: "Ktoś",
    roles: ["PARTNER_VIEWER"],
  });
  expect(outcome.fields).toEqual([{ path: "partnerId" }]);
});
