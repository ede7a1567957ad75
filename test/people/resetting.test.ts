// A forgotten password: one answer whoever asks about whom, a link that works once, and every device signed out.
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import type { PostOffice } from "./inviting.js";
import { anAddress, linkBehind, openPostOffice, tokenIn } from "./inviting.js";

const OLD = "stare-dobre-haslo";
const NEW = "nowe-dobre-haslo";

let office: PostOffice;
let centre: TestCentre;
beforeAll(async () => {
  office = await openPostOffice();
  centre = await aCentre(office.api);
});
// past the window in which asking is counted
beforeEach(() => office.api.clock.pass({ minutes: 90 }));
afterAll(() => office.close());

function someone(): Promise<Person> {
  return aPerson(
    office.api,
    { centreId: centre.id, partnerId: centre.hub.id, roles: ["OUS"] },
    { password: OLD },
  );
}

/** The whole answer, as it stands on the wire. */
async function ask(email: string): Promise<string> {
  const answer = await office.api.ask(
    null,
    `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }`,
    { input: { email } },
  );
  return JSON.stringify(answer);
}

async function linkFor({ email }: Person): Promise<string> {
  await ask(email);
  await office.answerResets();
  return tokenIn(await office.mailTo(centre, email));
}

it("is set anew by the link of a mail, which signs out every device and tells", async () => {
  const person = await someone();
  await ask(` ${person.email.toUpperCase()}`);
  await office.answerResets();
  const mail = await office.mailTo(centre, person.email);
  expect(mail.subject).toBe("Nowe hasło do Splotu");
  expect(mail.text).toContain("Link działa raz, do godziny");
  expect(mail.text).not.toContain(person.name);
  const token = tokenIn(mail);
  expect(await linkBehind(office.api, token)).toMatchObject({
    kind: "PASSWORD_RESET",
    state: "OPEN",
    email: null,
  });
  expect(
    (await office.run(null, "resetPassword", { token, new: "krótkie" })).fields,
  ).toEqual([{ path: "new" }]);
  const done = await office.run(null, "resetPassword", { token, new: NEW });
  expect(done.__typename).toBe("PasswordWasReset");
  const { data } = await person.ask("{ viewer { name } }");
  expect(data?.["viewer"]).toBeNull();
  const signIn = (password: string) =>
    office.run(null, "signIn", { email: person.email, password });
  expect((await signIn(OLD)).__typename).toBe("SignInRefused");
  expect((await signIn(NEW)).__typename).toBe("SignedIn");
  const news = await office.mailTo(centre, person.email);
  expect(news.subject).toBe("Hasło do Splotu jest zmienione");
  expect(news.text).not.toContain(NEW);

  const again = await office.run(null, "resetPassword", { token, new: OLD });
  expect(again.__typename).toBe("AccountLinkRefused");
  expect(await linkBehind(office.api, token)).toMatchObject({ state: "USED" });
});

it("answers the same whoever is asked about, and mails nobody who is not there", async () => {
  const person = await someone();
  const locked = await someone();
  await centre.asSystem((work) =>
    work.rows(`update account set status = 'LOCKED' where id = $1`, [
      locked.accountId,
    ]),
  );
  const nobody = anAddress();
  const answers = [person.email, locked.email, nobody, "", "to nie adres"];
  const told = await Promise.all(answers.map(ask));
  expect(new Set(told).size).toBe(1);
  await office.answerResets();
  await office.mailTo(centre, person.email);
  const reached = office.mailbox.mails.map(({ to }) => to);
  for (const email of [locked.email, nobody])
    expect(reached).not.toContain(email);
});

it("mails one person six times a day and then each two hours, answers as before, and counts nothing where she is known", async () => {
  const { accountId, email } = await someone();
  const written = async () => {
    const admin = await connectTo(adminUrlOf(office.api.database.name));
    const { rows } = await admin.query(
      "select from password_reset where account_id = $1",
      [accountId],
    );
    // the quarter of an hour is over, the day is not
    await admin.query("delete from sign_in_attempt where key like 'reset:%'");
    await admin.end();
    return rows.length;
  };
  const answers = new Set<string>();
  const counts: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (let times = 0; times < 4; times += 1) answers.add(await ask(email));
    counts.push(await written());
  }
  // the seventh holds the eighth back for two hours
  expect(counts).toEqual([3, 6, 7]);
  await ask(email);
  expect(await written()).toBe(7);
  const { __typename } = await office.run(null, "signIn", {
    email,
    password: OLD,
  });
  expect(__typename).toBe("SignedIn");
  await ask(email);
  expect(await written()).toBe(8);
  expect(answers.size).toBe(1);
});

it("leaves the same rows whoever is asked about", async () => {
  const count = async () => {
    const { data } = await office.api.dataSource.transaction(
      async (manager) => {
        await manager.query(
          `select set_config('splot.kind', 'authentication', true)`,
        );
        const [row] = await manager.query<{ count: string }[]>(
          `select count(*) from password_reset`,
        );
        return { data: Number(row?.count) };
      },
    );
    return data;
  };
  const before = await count();
  await ask((await someone()).email);
  expect(await count()).toBe(before + 1);
  await ask(anAddress());
  expect(await count()).toBe(before + 2);
});

it("ends after an hour, and with the use of a later one", async () => {
  const person = await someone();
  const first = await linkFor(person);
  const second = await linkFor(person);
  expect(second).not.toBe(first);
  expect(
    (await office.run(null, "resetPassword", { token: second, new: NEW }))
      .__typename,
  ).toBe("PasswordWasReset");
  expect(
    (await office.run(null, "resetPassword", { token: first, new: OLD }))
      .__typename,
  ).toBe("AccountLinkRefused");
  const late = await linkFor(await someone());
  office.api.clock.pass({ hours: 1 });
  const outcome = await office.run(null, "resetPassword", {
    token: late,
    new: NEW,
  });
  expect(outcome.message).toContain("stracił ważność");
});

it("is not mailed over and over", async () => {
  const person = await someone();
  const before = office.mailbox.mails.length;
  for (let time = 0; time < 6; time += 1) {
    await ask(person.email);
    await office.answerResets();
    await office.mailTo(centre, person.email).catch(() => undefined);
    if (office.mailbox.mails.length - before >= 3) break;
  }
  await ask(person.email);
  await office.answerResets();
  const waiting = await centre.asSystem((work) =>
    work.rows(
      `select from letter where account_id = $1 and sent_at is null and dropped_at is null`,
      [person.accountId],
    ),
  );
  expect(waiting).toEqual([]);
  expect(office.mailbox.mails.length - before).toBe(3);
});

it("is no door for a link of another kind", async () => {
  const person = await someone();
  const token = await linkFor(person);
  const outcome = await office.run(null, "acceptInvitation", {
    token,
    password: NEW,
  });
  expect(outcome.__typename).toBe("AccountLinkRefused");
});
