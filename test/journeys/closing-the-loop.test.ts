// Plays P17 (issue 5, done when 1): a referral that closes: an appointment with the answer, a no-show that the coordinator decides, a second date, the person comes.
import type { Page } from "playwright-core";

import { faultsOf } from "../support/axe.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { refer } from "../support/elsewhere.js";
import {
  isLive,
  openTown,
  phone,
  photograph,
  type Town,
} from "../support/visitor.js";

const SERVICE = "Klub książki";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** Days pass in the system's name: what was for tomorrow is for today. */
async function aDayPasses(number: string): Promise<void> {
  const admin = await connectTo(adminUrlOf(town.database.name));
  await admin.query("set splot.kind = 'system'");
  await admin.query(
    `update appointment a set at = a.at - interval '1 day' from referral r
     where r.number = $1 and a.referral_id = r.id and a.state = 'PLANNED'`,
    [number],
  );
  await admin.end();
}

function dayFromNow(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Warsaw",
  }).format(at);
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

async function look(page: Page, name: string): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  await photograph(page, name, { fullPage: true });
}

async function awaited(page: Page, moment: string): Promise<void> {
  await page
    .getByRole("region", { name: "Pierwszy termin" })
    .getByText(moment, { exact: true })
    .waitFor();
}

async function giveDate(page: Page, days: number): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Dzień").fill(dayFromNow(days));
  await dialog.getByLabel("Godzina").fill("10:30");
}

it("goes from the answer with a date over a no-show to the beginning", async () => {
  const { number } = await refer(town, "kipus", SERVICE);
  const path = `/skierowania/${number.replaceAll("/", "-")}`;
  const kipus = await town.visit("kipus", path);
  await isLive(kipus);
  const partner = await town.visit("bib", path, phone);
  await isLive(partner);

  await press(partner, "Przyjmij");
  await partner.getByText("Nie ma jeszcze terminu.").waitFor();
  await look(partner, "appoint-none-phone");
  await kipus.getByText("Usługodawca nie podał jeszcze terminu.").waitFor();
  await press(partner, "Podaj termin");
  const form = partner.getByRole("dialog");
  await form.getByLabel("Co wziąć ze sobą").fill("kartę z numerem");
  await giveDate(partner, 1);
  await look(partner, "appoint-form-phone");
  await press(partner, "Zapisz termin");
  await awaited(partner, "jutro, 10:30");
  await look(partner, "appoint-planned-phone");
  // the coordinator sees it live, and it goes on the sheet for the person
  await awaited(kipus, "jutro, 10:30");
  await look(kipus, "appoint-course");
  await kipus.getByRole("link", { name: "Drukuj kartę" }).click();
  const slip = kipus.getByRole("article");
  await slip.getByText("Przyjdź w tym dniu i o tej godzinie.").waitFor();
  await slip.getByText("kartę z numerem").waitFor();
  await kipus.emulateMedia({ media: "print" });
  await photograph(kipus, "appoint-slip", { fullPage: true });
  const paper = await kipus.pdf({ preferCSSPageSize: true });
  expect(paper.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  await kipus.emulateMedia({ media: "screen" });
  await kipus.getByRole("link", { name: "Wróć do przebiegu" }).click();

  await press(kipus, "Poproś o inny termin");
  const wish = kipus.getByRole("dialog");
  await wish.getByLabel("Jaki dzień by pasował").fill(dayFromNow(1));
  await wish.getByLabel("Godzina").fill("12:00");
  await photograph(kipus, "appoint-wish");
  await press(kipus, "Poproś");
  await partner.getByText("Koordynatorka prosi o inny termin.").waitFor();
  await look(partner, "appoint-asked-phone");
  await press(partner, "Potwierdź ten termin");
  await awaited(kipus, "jutro, 12:00");

  await aDayPasses(number);
  await partner.reload();
  await awaited(partner, "dziś, 12:00");
  await press(partner, "Osoba nie przyszła");
  await partner.getByText("Zapisane: osoba nie przyszła.").waitFor();
  await press(partner, "Cofnij");
  await press(partner, "Osoba nie przyszła");
  await partner.getByText("Koordynatorka zdecyduje, co dalej.").waitFor();
  await look(partner, "appoint-missed-phone");
  await kipus.getByText("Ta osoba nie przyszła. Co dalej?").waitFor();
  await look(kipus, "appoint-decide");
  await press(kipus, "Poproś o nowy termin");
  await press(kipus, "Poproś");
  await kipus.getByText("Prosisz o nowy termin.").waitFor();
  await partner.getByText("Koordynatorka prosi o nowy termin.").waitFor();
  await press(partner, "Podaj inny");
  await giveDate(partner, 1);
  await press(partner, "Zapisz termin");
  await awaited(kipus, "jutro, 10:30");

  await aDayPasses(number);
  await partner.reload();
  await press(partner, "Osoba przyszła");
  await partner.getByText("Zapisane: osoba przyszła.").waitFor();
  await look(partner, "appoint-came-phone");
  await press(partner, "Rozpocznij");
  await partner.getByText("Zaczęte.").waitFor();
  await kipus.getByText("Usługa trwa.").waitFor();

  // the group list of the day, one tap each; corrected
  await partner
    .getByRole("article")
    .getByRole("link", { name: "Lista obecności" })
    .click();
  await partner.getByRole("heading", { name: "Obecność", level: 1 }).waitFor();
  const row = partner.getByRole("group", { name: number });
  await row.getByRole("button", { name: "Nie ma" }).click();
  await row.getByRole("button", { name: "Nie ma", pressed: true }).waitFor();
  await row.getByRole("button", { name: "Jest" }).click();
  await row.getByRole("button", { name: "Jest", pressed: true }).waitFor();
  await look(partner, "attendance-phone");
  await kipus.getByText("Razem 1 obecność.").waitFor();
  await kipus.getByText("poprawione, było: Nieobecność").waitFor();
  await look(kipus, "attendance-course");

  await row.page().getByRole("link", { name: number }).first().click();
  await press(partner, "Zakończ");
  const end = partner.getByRole("dialog", { name: "Zakończyć usługę?" });
  await end.getByText("Tyle wychodzi z list obecności.").waitFor();
  await end.getByLabel("Wynik w jednym zdaniu").fill("Wraca na spotkania.");
  await look(partner, "complete-phone");
  await end.getByRole("button", { name: "Zakończ" }).click();
  await partner.getByText("Zakończone. Dziękujemy.").waitFor();
  await kipus.getByText("Usługa się zakończyła.").waitFor();
  await kipus.getByText("Wynik: Wraca na spotkania.").waitFor();
  await look(kipus, "completed-course");
  expect(town.complaints()).toEqual([]);
}, 60_000);
