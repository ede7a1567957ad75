// An invitation: who may ask whom in, what the mail says, what its link opens, and that nothing counts before she accepts.
import { adminUrlOf, connectTo } from "../support/database.js";
import { sendDueLetters } from "../support/letters.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import type { PostOffice } from "./inviting.js";
import {
  anAddress,
  invited,
  linkBehind,
  openPostOffice,
  tokenIn,
} from "./inviting.js";

const PASSWORD = "moje-wlasne-haslo";

let office: PostOffice;
let centre: TestCentre;
let partner: TestPartner;
beforeAll(async () => {
  office = await openPostOffice();
  centre = await aCentre(office.api);
  partner = await centre.aPartner({ name: "Klub Integracji" });
});
beforeEach(() => office.api.clock.pass({ minutes: 20 }));
afterAll(() => office.close());

async function nameOf({ id }: TestCentre): Promise<string | undefined> {
  const [row] = await centre.asSystem((work) =>
    work.rows<{ name: string }>(`select name from centre where id = $1`, [id]),
  );
  return row?.name;
}

const eventsOf = (type: string) =>
  centre.asSystem((work) =>
    work.rows<{ facts: Record<string, unknown> }>(
      `select facts from event where centre_id = $1 and type = $2 order by position`,
      [centre.id, type],
    ),
  );

it("leads from the mail to an account that acts for the organisation", async () => {
  const ous = await centre.aPerson("OUS");
  const { email, token, mail } = await invited(office, centre, ous, {
    partnerId: partner.globalId,
    roles: ["PARTNER_VIEWER", "PARTNER_EDITOR"],
  });
  expect(mail.subject).toBe("Zaproszenie do Splotu: Klub Integracji");
  expect(mail.text).toContain("Zaproszenie wysyła: organizator usług");
  expect(mail.text).toContain("ważne do 1 grudnia 2026");
  expect(mail.text).not.toContain(ous.name);
  expect(mail.text).not.toContain("Zaproszona");
  expect(mail.link).toMatch(
    /^http:\/\/localhost:4000\/zaproszenie\/[\w-]{43}$/,
  );
  expect(await linkBehind(office.api, token)).toEqual({
    kind: "INVITATION",
    state: "OPEN",
    centreName: await nameOf(centre),
    partnerName: "Klub Integracji",
    roles: ["PARTNER_VIEWER", "PARTNER_EDITOR"],
    email,
    hasPassword: false,
  });
  // looking is not accepting
  expect(
    (await office.run(null, "signIn", { email, password: PASSWORD }))
      .__typename,
  ).toBe("SignInRefused");

  const short = await office.run(null, "acceptInvitation", {
    token,
    password: "krótkie",
  });
  expect(short.fields).toEqual([{ path: "password" }]);
  const accepted = await office.run(null, "acceptInvitation", {
    token,
    password: PASSWORD,
  });
  expect(accepted.viewer).toEqual({
    name: "Osoba Zaproszona",
    roles: ["PARTNER_VIEWER", "PARTNER_EDITOR"],
    partner: { id: partner.globalId },
  });
  const again = await office.run(null, "signIn", { email, password: PASSWORD });
  expect(again.__typename).toBe("SignedIn");

  const second = await office.run(null, "acceptInvitation", {
    token,
    password: PASSWORD,
  });
  expect(second.__typename).toBe("AccountLinkRefused");
  expect(await linkBehind(office.api, token)).toMatchObject({
    state: "USED",
    email: null,
    partnerName: null,
  });
  const facts = JSON.stringify(await eventsOf("InvitationAccepted"));
  expect(facts).toContain("PARTNER_EDITOR");
  expect(facts).not.toContain(email);
});

it("is made once with one key, and once for one address", async () => {
  const ous = await centre.aPerson("OUS");
  const input = {
    requestKey: aKey(),
    partnerId: partner.globalId,
    email: anAddress(),
    name: "Ktoś",
    roles: ["PARTNER_VIEWER"],
  };
  const first = await office.run(ous.token, "invitePerson", input);
  const repeated = await office.run(ous.token, "invitePerson", input);
  expect(repeated.id).toBe(first.id);
  const other = await office.run(ous.token, "invitePerson", {
    ...input,
    requestKey: aKey(),
  });
  expect(other.fields).toEqual([{ path: "email" }]);
  const reused = await office.run(ous.token, "invitePerson", {
    ...input,
    name: "Inny",
  });
  expect(reused.__typename).toBe("RequestKeyReused");
});

it("expires after a week, and opens again when it is sent again", async () => {
  const ous = await centre.aPerson("OUS");
  const { email, token, invitationId } = await invited(office, centre, ous, {
    partnerId: partner.globalId,
    roles: ["PARTNER_VIEWER"],
  });
  office.api.clock.pass({ days: 7 });
  expect(await linkBehind(office.api, token)).toMatchObject({
    state: "EXPIRED",
    email: null,
  });
  const late = await office.run(null, "acceptInvitation", {
    token,
    password: PASSWORD,
  });
  expect(late.message).toContain("stracił ważność");
  const keeper = await centre.aPerson("OUS");
  const again = await office.run(keeper.token, "sendInvitationAgain", {
    invitationId,
  });
  expect(again.id).toBe(invitationId);
  const mail = await office.mailTo(centre, email);
  expect(tokenIn(mail)).toBe(token);
  expect(
    (await office.run(null, "acceptInvitation", { token, password: PASSWORD }))
      .__typename,
  ).toBe("SignedIn");
});

it("opens nothing once it is withdrawn, and its address is forgotten", async () => {
  const ous = await centre.aPerson("OUS");
  const { email, token, invitationId } = await invited(office, centre, ous, {
    partnerId: partner.globalId,
    roles: ["PARTNER_VIEWER"],
  });
  const withdrawn = await office.run(ous.token, "withdrawInvitation", {
    invitationId,
  });
  expect(withdrawn).toMatchObject({ __typename: "Invitation", email: null });
  const late = await office.run(null, "acceptInvitation", {
    token,
    password: PASSWORD,
  });
  expect(late.message).toContain("wycofane");
  for (const verb of ["withdrawInvitation", "sendInvitationAgain"])
    expect(
      (await office.run(ous.token, verb, { invitationId })).fields,
    ).toEqual([{ path: "invitationId" }]);
  const kept = await centre.asSystem((work) =>
    work.rows(`select from invitation where email = $1`, [email]),
  );
  expect(kept).toEqual([]);
});

it("is not mailed any more where it was withdrawn before the mail went out", async () => {
  const ous = await centre.aPerson("OUS");
  const email = anAddress();
  const { id } = await office.run(ous.token, "invitePerson", {
    requestKey: aKey(),
    partnerId: partner.globalId,
    email,
    name: "Ktoś",
    roles: ["PARTNER_VIEWER"],
  });
  await office.run(ous.token, "withdrawInvitation", { invitationId: id });
  await sendDueLetters(office.api, centre);
  expect(office.mailbox.mails.map(({ to }) => to)).not.toContain(email);
});

it("gives an account that is there its new duties only with its own password, or signed in as itself", async () => {
  const ous = await centre.aPerson("OUS");
  const first = await invited(office, centre, ous, {
    partnerId: partner.globalId,
    roles: ["PARTNER_EDITOR"],
  });
  await office.run(null, "acceptInvitation", {
    token: first.token,
    password: PASSWORD,
  });
  const other = await centre.aPartner({ name: "Dom Kultury" });
  const { token } = await invited(office, centre, ous, {
    partnerId: other.globalId,
    roles: ["PARTNER_VIEWER"],
    email: first.email,
  });
  expect(await linkBehind(office.api, token)).toMatchObject({
    hasPassword: true,
  });
  for (const password of ["inne-dobre-haslo", null])
    expect(
      (await office.run(null, "acceptInvitation", { token, password })).fields,
    ).toEqual([{ path: "password" }]);
  const stranger = await centre.aPerson("KIPUS");
  expect(
    (await office.run(stranger.token, "acceptInvitation", { token })).fields,
  ).toEqual([{ path: "password" }]);
  const accepted = await office.run(null, "acceptInvitation", {
    token,
    password: PASSWORD,
  });
  expect(accepted.viewer).toMatchObject({
    roles: ["PARTNER_VIEWER"],
    partner: { id: other.globalId },
  });

  const third = await centre.aPartner();
  const more = await invited(office, centre, ous, {
    partnerId: third.globalId,
    roles: ["PARTNER_EDITOR"],
    email: first.email,
  });
  const asHerself = await office.run(
    accepted.token ?? null,
    "acceptInvitation",
    { token: more.token },
  );
  expect(asHerself.viewer).toMatchObject({
    roles: ["PARTNER_EDITOR"],
    partner: { id: third.globalId },
  });
});

it("takes two invitations to one new address in the same instant, by one password", async () => {
  const ous = await centre.aPerson("OUS");
  const first = await invited(office, centre, ous, {
    partnerId: partner.globalId,
    roles: ["PARTNER_VIEWER"],
  });
  const other = await centre.aPartner();
  const second = await invited(office, centre, ous, {
    partnerId: other.globalId,
    roles: ["PARTNER_VIEWER"],
    email: first.email,
  });
  const third = await invited(office, centre, ous, {
    partnerId: (await centre.aPartner()).globalId,
    roles: ["PARTNER_VIEWER"],
    email: first.email,
  });
  const accept = (token: string, password: string) =>
    office.run(null, "acceptInvitation", { token, password });
  const outcomes = await Promise.all([
    accept(first.token, PASSWORD),
    accept(second.token, PASSWORD),
    accept(third.token, "zupelnie-inne-haslo"),
  ]);
  const names = outcomes.map(({ __typename }) => __typename).sort();
  // whichever came first set the password; with another one she is told so
  expect([
    "InvalidInput,SignedIn,SignedIn",
    "InvalidInput,InvalidInput,SignedIn",
  ]).toContain(names.join());
  for (const { message } of outcomes.filter(
    ({ __typename }) => __typename === "InvalidInput",
  ))
    expect(message).toBe("To nie jest hasło do tego konta.");
});

describe("so that nobody's mailbox is filled", () => {
  it("waits ten minutes before an invitation goes out once more", async () => {
    const ous = await centre.aPerson("OUS");
    const { invitationId } = await invited(office, centre, ous, {
      partnerId: partner.globalId,
      roles: ["PARTNER_VIEWER"],
    });
    const again = () =>
      office.run(ous.token, "sendInvitationAgain", { invitationId });
    expect((await again()).message).toMatch(
      /^Zaproszenie wyszło przed chwilą\. Jeszcze raz można je wysłać o \d\d:\d\d\.$/,
    );
    office.api.clock.pass({ minutes: 10 });
    expect((await again()).__typename).toBe("Invitation");
    expect((await again()).__typename).toBe("InvalidInput");
  });

  it("sends one address five in a day, whoever withdraws and asks again", async () => {
    const email = anAddress();
    const by = await centre.aPerson("OUS");
    const ask = async () => {
      const outcome = await office.run(by.token, "invitePerson", {
        ...asking(email),
        partnerId: partner.globalId,
      });
      if (outcome.id)
        await office.run(by.token, "withdrawInvitation", {
          invitationId: outcome.id,
        });
      return outcome;
    };
    for (let sent = 0; sent < 5; sent += 1)
      expect((await ask()).__typename).toBe("Invitation");
    expect((await ask()).message).toMatch(/^Na ten adres wyszło w ciągu doby/);
    office.api.clock.pass({ days: 1 });
    expect((await ask()).__typename).toBe("Invitation");
  });

  it("lets one person ask a hundred in within a day, exactly, also at the same instant", async () => {
    const by = await centre.aPerson("OUS");
    const ask = () =>
      office.run(by.token, "invitePerson", {
        ...asking(anAddress()),
        partnerId: partner.globalId,
      });
    const admin = await connectTo(adminUrlOf(office.api.database.name));
    await admin.query("truncate sign_in_attempt");
    await ask();
    await admin.query("update sign_in_attempt set points = 98");
    await admin.end();
    const last = await Promise.all([ask(), ask(), ask(), ask()]);
    const names = last.map(({ __typename }) => __typename).sort();
    expect(names).toEqual([
      ...["InvalidInput", "InvalidInput"],
      ...["Invitation", "Invitation"],
    ]);
    const refused = last.find(({ message }) => message);
    expect(refused?.message).toMatch(/^W ciągu doby wyszło już od Ciebie 100/);
  });
});

function asking(email: string) {
  return {
    requestKey: aKey(),
    name: "Osoba Zaproszona",
    email,
    roles: ["PARTNER_VIEWER"],
  };
}

it("answers a link that is none, or another installation's, as none", async () => {
  for (const token of ["", "abc", "A".repeat(43)]) {
    expect(await linkBehind(office.api, token)).toBeNull();
    const outcome = await office.run(null, "acceptInvitation", {
      token,
      password: PASSWORD,
    });
    expect(outcome.__typename).toBe("AccountLinkRefused");
  }
});

it("is accepted once by two presses at the same moment", async () => {
  const ous = await centre.aPerson("OUS");
  const { token } = await invited(office, centre, ous, {
    partnerId: partner.globalId,
    roles: ["PARTNER_VIEWER"],
  });
  const outcomes = await Promise.all(
    [1, 2, 3].map(() =>
      office.run(null, "acceptInvitation", { token, password: PASSWORD }),
    ),
  );
  expect(
    outcomes.filter(({ __typename }) => __typename === "SignedIn"),
  ).toHaveLength(1);
  expect(
    outcomes.filter(({ __typename }) => __typename === "AccountLinkRefused"),
  ).toHaveLength(2);
});

it("is told to whoever keeps the people, with the time when its mail went out, and with none before it did", async () => {
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const mailedAt = async (email: string) => {
    const { data } = await admin.ask<{
      viewer: {
        partner: { invitations: { email: string; mailedAt: string | null }[] };
      };
    }>(
      `{ viewer { partner { invitations { email mailedAt invitedAt expiresAt } } } }`,
    );
    return data?.viewer.partner.invitations.find((one) => one.email === email)
      ?.mailedAt;
  };
  const roles = ["PARTNER_VIEWER"];
  const { email } = await invited(office, centre, admin, { roles });
  expect(await mailedAt(email)).toBe(office.api.clock.now().toISOString());
  const refused = anAddress();
  office.mailbox.refuse(true, 550);
  await office.run(admin.token, "invitePerson", {
    requestKey: aKey(),
    name: "Osoba Zaproszona",
    roles,
    email: refused,
  });
  await sendDueLetters(office.api, centre);
  office.mailbox.refuse(false);
  expect(await mailedAt(refused)).toBeNull();
});
