// Plays: an organisation without an account keeps its places and answers referrals from its mails, on a phone (story P18).
import type { Page } from "playwright-core";

import { faultsOf } from "../support/axe.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { testKeys } from "../support/server.js";
import { openTown, phone, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** The page of a link as it stands in a mail to the contact person of an organisation. */
async function openLink(
  partner: string,
  { number, hours = 24 }: { number?: string; hours?: number } = {},
): Promise<Page> {
  const admin = await connectTo(adminUrlOf(town.database.name));
  const { rows } = await admin.query<{ id: string }>(
    `insert into action_link (centre_id, id, kind, partner_id, contact_person_id, referral_id, made_at, expires_at)
     select p.centre_id, gen_random_uuid(), $2, p.partner_id, p.id, r.id, now(), now() + make_interval(hours => $4)
     from contact_person p
     join partner o on o.centre_id = p.centre_id and o.id = p.partner_id and o.code = $1
     join centre c on c.id = p.centre_id and c.slug = 'jarzebinow'
     left join referral r on r.centre_id = p.centre_id and r.partner_id = p.partner_id and r.number = $3
     where p.is_primary and p.active limit 1 returning id`,
    [
      partner,
      number ? "ANSWER_REFERRAL" : "CONFIRM_PLACES",
      number ?? null,
      hours,
    ],
  );
  await admin.end();
  const [link] = rows;
  if (!link) throw new Error(`no contact person at ${partner}`);
  const browser = await town.aBrowser(phone);
  const page = await browser.newPage();
  await page.goto(`${town.url}/o/${testKeys.tokenOf("action-link", link.id)}`);
  return page;
}

/** A referral that waits somewhere. */
async function aWaiting(): Promise<{ number: string; partner: string }> {
  const admin = await connectTo(adminUrlOf(town.database.name));
  const { rows } = await admin.query<{ number: string; partner: string }>(
    `select r.number, o.code as partner from referral r
     join partner o on o.centre_id = r.centre_id and o.id = r.partner_id
     join centre c on c.id = r.centre_id and c.slug = 'jarzebinow'
     join contact_person p on p.centre_id = o.centre_id and p.partner_id = o.id and p.is_primary and p.active
     where r.status = 'SENT' and not r.vanished order by r.sent_at limit 1`,
  );
  await admin.end();
  const [first] = rows;
  if (!first) throw new Error("no referral waits");
  return first;
}

it("confirms all places with one tap after the link", async () => {
  const page = await openLink("TAR");
  await page
    .getByRole("heading", { name: "Czy te liczby są aktualne?" })
    .waitFor();
  await photograph(page, "link-confirm");
  expect(await faultsOf(page)).toEqual([]);
  await page
    .getByRole("button", { name: "Potwierdź wszystkie bez zmian" })
    .click();
  await page.getByText("Liczby wolnych miejsc są potwierdzone").waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Dziękujemy" }).waitFor();
  await photograph(page, "link-used");
}, 60_000);

it("corrects one number, and the coordinator sees it at once", async () => {
  const service = "Zatrudnienie subsydiowane";
  const kipus = await town.visit("kipus", "/szukaj?q=subsydiowane");
  await kipus.getByRole("button", { name: `Do kolejki: ${service}` }).waitFor();
  const page = await openLink("TAR");
  await page
    .getByRole("button", { name: `O jedno wolne więcej: ${service}` })
    .click();
  await page
    .getByRole("button", { name: "Zapisz 1 zmianę i potwierdź resztę" })
    .click();
  await page.getByRole("heading", { name: "Dziękujemy" }).waitFor();
  await kipus.getByRole("button", { name: `Skieruj: ${service}` }).waitFor();
}, 60_000);

it("answers a referral, which shows nobody's name, and its sender sees it", async () => {
  const { number, partner } = await aWaiting();
  const page = await openLink(partner, { number });
  await page.getByRole("heading", { name: `Skierowanie ${number}` }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await photograph(page, "link-answer");
  await page.getByRole("button", { name: "Brak możliwości przyjęcia" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Wyślij odpowiedź" }).click();
  await dialog.getByText("Wybierz powód.", { exact: true }).waitFor();
  await dialog.getByText("To nie jest nasza usługa").click();
  await dialog.getByRole("button", { name: "Wyślij odpowiedź" }).click();
  await page.getByText(`Odpowiedź na skierowanie ${number} wysłana`).waitFor();

  // another link to the same referral finds it answered
  const late = await openLink(partner, { number });
  await late
    .getByRole("heading", { name: "nie czeka już na odpowiedź" })
    .waitFor();
}, 60_000);

it("says kindly that a link has expired, sends another, and knows no other's", async () => {
  const page = await openLink("KIS", { hours: -1 });
  await page
    .getByRole("heading", { name: "Ten link stracił ważność" })
    .waitFor();
  await page.getByRole("button", { name: "Wyślij nowy link" }).click();
  await page.getByText("nowy link zaraz przyjdzie").waitFor();
  await page.goto(`${town.url}/o/${"A".repeat(43)}`);
  await page.getByRole("heading", { name: "Ten link nie działa" }).waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page
    .getByRole("heading", { name: "This link does not work" })
    .waitFor();
  expect(town.complaints()).toEqual([]);
}, 60_000);
