// Who hears that somebody did not come, or that a partner suggests something: the coordinator at three, the organisers where she says nothing for three working days.
import {
  another,
  arrange,
  awaited,
  dateOf,
} from "../referrals/appointments/arranging.js";
import { sendDueLetters } from "../support/letters.js";
import { type Person, signInAgain } from "../support/people.js";
import { aKey } from "../support/world.js";
import { aLinkedReferring, type MailWorld, openMailWorld } from "./by-link.js";

let world: MailWorld;
beforeEach(async () => {
  world = await openMailWorld();
});
afterEach(() => world.close());

async function aMissedAndAKept() {
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const ous = await at.centre.aPerson("OUS");
  const { api } = world;
  const missed = await awaited(api, at, 2);
  const kept = await awaited(api, at, 2);
  const note = async (referralId: string, came: boolean) => {
    const { __typename } = await arrange(at.team, "noteAppearance", {
      ...{ referralId, number: 1, came },
    });
    expect(__typename).toBe("Referral");
  };
  const keep = async (referralId: string) => {
    const { __typename } = await arrange(at.kipus, "answerNoShow", {
      ...{ referralId, number: 1, answer: "KEEP_PLACE" },
    });
    expect(__typename).toBe("Referral");
  };
  const numberOf = async (id: string) => {
    const { data } = await at.kipus.ask<{ node: { number: string } }>(
      `query ($id: ID!) { node(id: $id) { ... on Referral { number } } }`,
      { id },
    );
    return data?.node.number ?? "none";
  };
  const missedNumber = await numberOf(missed);
  const keptNumber = await numberOf(kept);
  // she has seen that both were accepted
  api.clock.pass({ minutes: 150 });
  return {
    ...{ ...at, api, ous, missed, kept, note, keep },
    ...{ missedNumber, keptNumber },
    async mailsUntil(days: number) {
      for (let day = 0; day < days; day += 1) {
        api.clock.pass({ days: 1 });
        await sendDueLetters(api, at.centre);
      }
      return world.mailbox.mails.filter(({ to }) => to !== at.team.email);
    },
  };
}

it("tells the coordinator of whom nobody met, and of nobody who came", async () => {
  const at = await aMissedAndAKept();
  await at.note(at.missed, false);
  await at.note(at.kept, true);
  const mails = await at.mailsUntil(1);
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    [at.kipus.email, "Odpowiedzi na skierowania: 1"],
  ]);
  expect(mails[0]?.text).toContain(at.missedNumber);
  expect(mails[0]?.text).not.toContain(at.keptNumber);
});

it("says nothing of a tap that was taken back, nor of what she has answered", async () => {
  const at = await aMissedAndAKept();
  await at.note(at.missed, false);
  await arrange(at.team, "undoAppearance", {
    ...{ referralId: at.missed, number: 1 },
  });
  await at.note(at.kept, false);
  await at.keep(at.kept);
  expect(await at.mailsUntil(8)).toEqual([]);
});

it("asks the organisers once, after three working days in which she says nothing", async () => {
  const at = await aMissedAndAKept();
  await at.note(at.missed, false);
  await at.note(at.kept, false);
  await at.keep(at.kept);
  const toOrganiser = (mails: readonly { to: string }[]) =>
    mails.filter(({ to }) => to === at.ous.email).length;
  expect(toOrganiser(await at.mailsUntil(3))).toBe(0);
  const mails = await at.mailsUntil(6);
  expect(toOrganiser(mails)).toBe(1);
  const mail = mails.find(({ to }) => to === at.ous.email);
  expect(mail?.subject).toBe("Miejsca, o których nikt nie zdecydował: 1");
  expect(mail?.text).toContain(at.missedNumber);
  expect(mail?.text).not.toContain(at.keptNumber);
});

it("names to the organisers whoever did not come on the same day, in the letter and on the board", async () => {
  const at = await aMissedAndAKept();
  const again = (person: Person) => signInAgain(at.api, at.centre.id, person);
  const onBoard = async (person: Person) => {
    const { data } = await (
      await again(person)
    ).ask<{
      viewer: { centre: { referrals: { nodes: { number: string }[] } } };
    }>(
      `{ viewer { centre { referrals(filter: { placeUndecided: true }) { nodes { number } } } } }`,
    );
    return data?.viewer.centre.referrals.nodes
      .map(({ number }) => number)
      .toSorted();
  };
  await at.note(at.missed, false);
  at.api.clock.pass({ minutes: 45 });
  await at.note(at.kept, false);
  await at.mailsUntil(2);
  expect(await onBoard(at.ous)).toEqual([]);
  const mails = await at.mailsUntil(4);
  const both = [at.missedNumber, at.keptNumber].toSorted();
  const asked = mails.filter(({ to }) => to === at.ous.email);
  expect(asked).toHaveLength(1);
  for (const number of both) expect(asked[0]?.text).toContain(number);
  expect(asked[0]?.text).toContain("/oferta-teraz");
  expect(await onBoard(at.ous)).toEqual(both);
  expect(await onBoard(at.kipus)).toEqual([]);
  expect(await onBoard(at.team)).toEqual([]);
  const answered = await arrange(await again(at.kipus), "answerNoShow", {
    ...{ referralId: at.kept, number: 1, answer: "KEEP_PLACE" },
  });
  expect(answered.__typename).toBe("Referral");
  expect(await onBoard(at.ous)).toEqual([at.missedNumber]);
});

it("asks nobody where the organisation has given another date meanwhile", async () => {
  const at = await aMissedAndAKept();
  await at.note(at.missed, false);
  const given = await arrange(
    at.team,
    "arrangeAppointment",
    another(at.missed, dateOf(at.api, 24 * 20), { insteadOf: 1 }),
  );
  expect(given.__typename).toBe("Referral");
  const mails = await at.mailsUntil(8);
  expect(mails.filter(({ to }) => to === at.ous.email)).toEqual([]);
});

it("tells the coordinator of what a partner suggests", async () => {
  const at = await aMissedAndAKept();
  const elsewhere = await at.partner.aService();
  const suggested = await at.team.ask<{ outcome: { __typename: string } }>(
    `mutation ($input: SuggestServiceInput!) { outcome: suggestService(input: $input) { __typename } }`,
    {
      input: {
        ...{ requestKey: aKey(), referralId: at.kept },
        ...{ serviceId: elsewhere.globalId, reason: "Lubi czytać." },
      },
    },
  );
  expect(suggested.data?.outcome.__typename).toBe("Referral");
  const mails = await at.mailsUntil(1);
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    [at.kipus.email, "Odpowiedzi na skierowania: 1"],
  ]);
  expect(mails[0]?.text).toContain(at.keptNumber);
});
