// A letter goes out once, by a real mail server, with what is true when it goes; what has become untrue is not told.
import { composes, writeLetter } from "../../server/letters/index.js";
import { openPost, type Post } from "../../server/platform/mail.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { sendDueLetters } from "../support/letters.js";
import type { TestMailbox } from "../support/mailbox.js";
import { openMailbox } from "../support/mailbox.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";

let mailbox: TestMailbox;
let post: Post;
let api: Api;
let centre: TestCentre;
let hasNews = true;
let takeBack: () => void;

beforeAll(async () => {
  mailbox = await openMailbox();
  post = openPost({ url: mailbox.url, from: "Splot <splot@cus.example.pl>" });
  api = await openApi(undefined, { post });
  centre = await aCentre(api);
  takeBack = composes("news", async () =>
    hasNews
      ? {
          to: "adresat@example.pl",
          language: "pl",
          subject: "Zażółć gęślą jaźń",
          paragraphs: ["Dzień dobry,", "pierwszy <wiersz>\ndrugi wiersz"],
          actions: [{ label: "Zobacz", path: "/o/abc" }],
          footer: ["Splot"],
        }
      : null,
  );
});

beforeEach(() => {
  api.clock.pass({ minutes: 1 });
  hasNews = true;
  mailbox.refuse(false);
});

afterAll(async () => {
  takeBack();
  await api.close();
  post.close();
  await mailbox.close();
});

const write = (given: { key?: string; sendAt?: Date } = {}) =>
  centre.asSystem((work) => writeLetter(work, { kind: "news", ...given }));

const states = () =>
  centre.asSystem((work) =>
    work.rows<{ sent: boolean; dropped: boolean }>(
      `select sent_at is not null as sent, dropped_at is not null as dropped from letter
       where centre_id = $1 order by written_at desc, id limit 1`,
      [centre.id],
    ),
  );

const jobs = () =>
  centre.asSystem((work) =>
    work.rows<{ id: string }>(
      `select id from letter where centre_id = $1 and sent_at is null and dropped_at is null`,
      [centre.id],
    ),
  );

it("comes in words that every mail program reads, with its link", async () => {
  await write();
  await sendDueLetters(api, centre);
  const mail = await mailbox.next("adresat@example.pl");
  expect(mail.subject).toBe("Zażółć gęślą jaźń");
  expect(mail.from).toBe("splot@cus.example.pl");
  expect(mail.text).toContain("pierwszy <wiersz>\ndrugi wiersz");
  expect(mail.html).toContain("pierwszy &lt;wiersz&gt;<br>drugi wiersz");
  expect(mail.link).toBe("http://localhost:4000/o/abc");
  expect(mail.html).toContain('href="http://localhost:4000/o/abc"');
});

it("is sent once, however often its job runs", async () => {
  await write();
  const [letter] = await jobs();
  const before = mailbox.mails.length;
  const run = api.app.tasks["send-letter"];
  for (let time = 0; time < 3; time += 1)
    await run?.(
      { centreId: centre.id, letterId: letter?.id },
      // oxlint-disable-next-line typescript/consistent-type-assertions
      {} as Parameters<typeof run>[1],
    );
  expect(mailbox.mails.length).toBe(before + 1);
});

it("waits while the mail server refuses, and goes out with the same message id", async () => {
  mailbox.refuse(true);
  await write();
  await expect(sendDueLetters(api, centre)).rejects.toThrow();
  expect(await states()).toEqual([{ sent: false, dropped: false }]);
  mailbox.refuse(false);
  const [letter] = await jobs();
  await sendDueLetters(api, centre);
  expect(mailbox.mails.at(-1)?.messageId).toBe(`<${letter?.id}@localhost>`);
});

it("is dropped where there is nothing left to tell", async () => {
  hasNews = false;
  await write();
  const before = mailbox.mails.length;
  await sendDueLetters(api, centre);
  expect(mailbox.mails.length).toBe(before);
  expect(await states()).toEqual([{ sent: false, dropped: true }]);
});

it("is written once while one of the same key waits, and again after that", async () => {
  await write({ key: "weekly" });
  await write({ key: "weekly" });
  expect(await sendDueLetters(api, centre)).toEqual(["news"]);
  await write({ key: "weekly" });
  expect(await sendDueLetters(api, centre)).toEqual(["news"]);
});

it("has its job in the durable queue, at its hour", async () => {
  const sendAt = new Date(api.clock.now().getTime() + 3_600_000);
  await write({ sendAt });
  const [letter] = await jobs();
  const { Client } = (await import("pg")).default;
  const owner = new Client({ connectionString: api.database.ownerUrl });
  await owner.connect();
  const found = await owner.query(
    `select run_at, task_identifier from graphile_worker.jobs where key = $1`,
    [`${centre.id}:send-letter:${letter?.id}`],
  );
  await owner.end();
  expect(found.rows).toEqual([
    { run_at: sendAt, task_identifier: "send-letter" },
  ]);
  api.clock.pass({ hours: 1 });
  expect(await sendDueLetters(api, centre)).toEqual(["news"]);
});

it("is followed by another one for what happened while it was on its way", async () => {
  await write({ key: "waiting" });
  mailbox.refuse(true);
  await expect(sendDueLetters(api, centre)).rejects.toThrow();
  // the first one is worded already: the second must not lean on it
  await write({ key: "waiting" });
  expect(await jobs()).toHaveLength(2);
  mailbox.refuse(false);
  expect(await sendDueLetters(api, centre)).toEqual(["news", "news"]);
});

it("is dropped where the mail server refuses it for good", async () => {
  mailbox.refuse(true, 550);
  await write();
  await sendDueLetters(api, centre);
  expect(await states()).toEqual([{ sent: false, dropped: true }]);
});
