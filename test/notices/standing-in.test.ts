// While the contact person is away her letters reach who stands in, with links of her own; where nobody is left the organisers hear of it.
import { lookAfterContacts } from "../../server/notices/tell-of-missing-contacts.js";
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import { send } from "../referrals/referring.js";
import { sendDueLetters, untilLettersAreDue } from "../support/letters.js";
import type { Person } from "../support/people.js";
import { aKey } from "../support/world.js";
import type { MailWorld } from "./by-link.js";
import { aLinkedReferring, opened, openMailWorld, tokenOf } from "./by-link.js";

let world: MailWorld;
beforeEach(async () => {
  world = await openMailWorld();
});
afterEach(() => world.close());

const mailsTo = (address: string) =>
  world.mailbox.mails.filter(({ to }) => to === address);

async function away(
  by: Person,
  id: string,
  ifVersion: number,
  [from, to]: [string, string],
) {
  const { data } = await by.ask<{ told: { __typename: string } }>(
    `mutation ($input: SetContactAbsenceInput!) { told: setContactAbsence(input: $input) { __typename } }`,
    {
      input: {
        contactPersonId: toGlobalId("ContactPerson", id),
        ifVersion,
        from,
        to,
      },
    },
  );
  expect(data?.told.__typename).toBe("ContactPerson");
}

it("reaches the deputy from the first day of the absence to its last, also with what was written before", async () => {
  const at = await aLinkedReferring(world, { service: { total: 9 } });
  const { api } = world;
  const ous = await at.centre.aPerson("OUS");
  const deputy = `${aKey()}@splot.example`;
  await ous.ask(
    `mutation ($input: AddContactPersonInput!) { addContactPerson(input: $input) { __typename } }`,
    {
      input: {
        requestKey: aKey(),
        partnerId: at.partner.globalId,
        person: {
          name: "Ktoś w zastępstwie",
          workEmail: deputy,
          duties: [],
          deputy: true,
        },
      },
    },
  );
  // written on Tuesday, gathered for a quarter of an hour; she is away from that very day
  await at.sent();
  await away(ous, at.contactId, 1, ["2026-11-24", "2026-11-26"]);
  api.clock.pass({ minutes: 15 });
  await sendDueLetters(api, at.centre);
  expect(mailsTo(at.address)).toEqual([]);
  const [mail] = mailsTo(deputy);
  if (!mail) throw new Error("the deputy has no mail");
  expect(mail.subject).toMatch(/^Nowe skierowanie SK/);
  expect((await opened(api, tokenOf(mail)))?.referral?.answerable).toBe(true);

  await at.sent({ priority: "EMERGENCY" });
  await sendDueLetters(api, at.centre);
  expect(mailsTo(deputy)).toHaveLength(2);
  // Friday: she is back
  api.clock.pass({ days: 3 });
  const kipus = await at.centre.aPerson("KIPUS");
  await send(kipus, at.service, { priority: "EMERGENCY" });
  await sendDueLetters(api, at.centre);
  expect(mailsTo(at.address)).toHaveLength(1);
  expect(mailsTo(deputy)).toHaveLength(2);
});

it("tells the organisers at once where nobody is left, once a week of those who lack somebody, and not where she is back", async () => {
  const at = await aLinkedReferring(world);
  const { api } = world;
  const ous = await at.centre.aPerson("OUS");
  const told = () => mailsTo(ous.email).map(({ subject }) => subject);
  await away(ous, at.contactId, 1, ["2026-11-24", "2026-12-01"]);
  await sendDueLetters(api, at.centre);
  expect(told()).toEqual([expect.stringMatching(/^Nikogo teraz nie ma: /)]);
  // the mail of a referral is not lost: it waits for her
  await at.sent({ priority: "EMERGENCY" });
  await sendDueLetters(api, at.centre);
  expect(mailsTo(at.address)).toHaveLength(1);

  await at.centre.asSystem(lookAfterContacts);
  await at.centre.asSystem(lookAfterContacts);
  await untilLettersAreDue(api, at.centre);
  await sendDueLetters(api, at.centre);
  expect(told().slice(1)).toEqual(["Partnerzy bez osoby do kontaktu"]);
  api.clock.pass({ days: 14 });
  await at.centre.asSystem((work) =>
    work.rows(
      `update contact_person set willing_confirmed_at = $2, willing_confirmed_by = 'HUB' where centre_id = $1`,
      [work.centreId, work.now],
    ),
  );
  await at.centre.asSystem(lookAfterContacts);
  await untilLettersAreDue(api, at.centre, { andLater: true });
  await sendDueLetters(api, at.centre);
  expect(told()).toHaveLength(2);
});

it("tries again on the next day, and not before, what was given up and has told nobody", async () => {
  const at = await aLinkedReferring(world);
  const ous = await at.centre.aPerson("OUS");
  await away(ous, at.contactId, 1, ["2026-11-24", "2026-12-01"]);
  const written = (change = "written_at = written_at") =>
    at.centre.asSystem(async (work) => {
      const letters = await work.rows<{ subject_id: string | null }>(
        `with changed as (update letter set ${change} where centre_id = $1 and subject_id is not null
           and kind = 'contact-missing' returning id) select from changed`,
        [work.centreId],
      );
      return letters.length;
    });
  expect(await written("dropped_at = written_at, key = null")).toBe(1);
  await at.centre.asSystem(lookAfterContacts);
  expect(await written()).toBe(1);
  world.api.clock.pass({ hours: 21 });
  await at.centre.asSystem(lookAfterContacts);
  expect(await written()).toBe(2);
});
