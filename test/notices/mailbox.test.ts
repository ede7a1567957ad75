// The demo's mailbox: it shows what the demo would have sent, to everybody, and nothing of any other centre.
import { aReferring } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { sendDueLetters, untilLettersAreDue } from "../support/letters.js";
import type { TestCentre } from "../support/world.js";

interface Shown {
  mailbox: {
    nodes: { to: string; subject: string; text: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  } | null;
}

const read = async (api: Api, first = 20, after: string | null = null) => {
  const { data } = await api.ask<Shown>(
    null,
    `query ($first: Int, $after: String) { mailbox(first: $first, after: $after) {
       nodes { to subject text } pageInfo { hasNextPage endCursor } } }`,
    { first, after },
  );
  return data?.mailbox ?? null;
};

async function letters(api: Api, isDemo: boolean): Promise<TestCentre> {
  const { centre, partner, sent } = await aReferring(api);
  await partner.aContact();
  if (isDemo) {
    const admin = await connectTo(adminUrlOf(api.database.name));
    await admin.query(`update centre set is_demo = true where id = $1`, [
      centre.id,
    ]);
    await admin.end();
  }
  for (let letter = 0; letter < 3; letter += 1) {
    await sent();
    await untilLettersAreDue(api, centre);
    await sendDueLetters(api, centre).catch(() => undefined);
  }
  return centre;
}

it("shows the letters of the demo page by page, the latest first", async () => {
  const api = await openApi(undefined, { demo: true });
  const before = (await read(api, 100))?.nodes.length ?? 0;
  await letters(api, true);
  await letters(api, false);
  const all = await read(api, 100);
  // each of the three is told to the contact person and to the team
  expect(all?.nodes.length).toBe(before + 6);
  expect(all?.nodes[0]?.subject).toMatch(/^Nowe skierowani/);
  expect(all?.nodes.map(({ text }) => text).join()).toContain(
    "http://localhost:4000/o/",
  );
  const first = await read(api, 2);
  const second = await read(api, 2, first?.pageInfo.endCursor ?? "");
  expect(
    [...(first?.nodes ?? []), ...(second?.nodes ?? [])].slice(0, 3),
  ).toEqual(all?.nodes.slice(0, 3));
  await api.close();
});

it("is not there without the demo, nor where mails go out", async () => {
  const plain = await openApi();
  const sending = await openApi(undefined, {
    demo: true,
    post: { send: () => Promise.resolve(), close: () => undefined },
  });
  await letters(sending, true);
  expect(await read(plain)).toBeNull();
  expect(await read(sending)).toBeNull();
  await plain.close();
  await sending.close();
});
