// Plays: two want the same at once, and the slower one reads it kindly (ux 5.11); the slip and the own reference (domain 2.4).
import type { Page } from "playwright-core";

import { move, refer } from "../support/elsewhere.js";
import { isLive, openTown, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** Holds one operation of a page at the door until it is let go. */
async function held(page: Page, operation: string) {
  let letGo = () => {};
  const open = new Promise<void>((resolve) => (letGo = resolve));
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes(operation)) {
      arrive();
      await open;
    }
    await route.continue();
  });
  return { arrived, letGo };
}

it("two coordinators want the last place: the slower one is shown where else there is one", async () => {
  const service = "Staż w tartaku";
  const [quick, slow] = await Promise.all([
    town.visit("kipus", "/szukaj?q=tartaku"),
    town.visit("kipus2", "/szukaj?q=tartaku"),
  ]);
  for (const page of [quick, slow]) {
    await isLive(page);
    await page.getByRole("button", { name: `Skieruj: ${service}` }).click();
  }
  const late = await held(slow, "mutation SendReferral");
  await slow.getByLabel(/Twoja notatka/).fill("teczka 77/2026");
  await slow.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await late.arrived;
  await quick.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await quick.getByText("Zapisano i wysłano.").waitFor();
  late.letGo();

  await slow.getByRole("heading", { name: "Ktoś był szybszy" }).waitFor();
  await slow.getByText("wpisane dane zostały").waitFor();
  await photograph(slow, "quicker");
  expect(await slow.getByLabel(/Twoja notatka/).inputValue()).toBe(
    "teczka 77/2026",
  );
  await slow
    .getByRole("button", { name: /^Skieruj gdzie indziej: / })
    .first()
    .click();
  await slow.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await slow.getByText("Zapisano i wysłano.").waitFor();
}, 60_000);

it("a dialog that was opened while a typed search was still read stays, with what stands in it", async () => {
  const service = "Akademia Społeczna „Ja w społeczeństwie”";
  const page = await town.visit("kipus", "/szukaj?q=akademia");
  await isLive(page);
  const refer = page.getByRole("button", { name: `Skieruj: ${service}` });
  await refer.waitFor();
  const read = await held(page, "query Search");
  await page.getByRole("searchbox").fill("akademia spo");
  await read.arrived;
  await refer.click();
  const note = page.getByLabel(/Twoja notatka/);
  await note.fill("teczka 9/2026");
  const answered = page.waitForResponse((response) =>
    (response.request().postData() ?? "").includes("query Search"),
  );
  read.letGo();
  await answered;
  await page.locator("section[aria-busy='false']").waitFor();
  expect(await note.inputValue()).toBe("teczka 9/2026");
  await page.getByRole("button", { name: "Anuluj" }).click();
  await refer.waitFor();
}, 60_000);

it("an answer that comes too late tells what happened instead", async () => {
  const service = "Akademia Społeczna „Ja w społeczeństwie”";
  const withdrawn = await refer(town, "kipus", service);
  const answered = await refer(town, "kipus", service);
  const page = await town.visit("kis", "/skierowania");
  await isLive(page);

  await page.getByRole("link", { name: withdrawn.number }).click();
  const accept = page.getByRole("button", { name: "Przyjmij" });
  await accept.waitFor();
  await page.getByText("Osoba przyniesie kartę z tym kodem:").waitFor();
  await move(town, "kipus", "withdrawReferral", { referralId: withdrawn.id });
  await page.getByText("CUS wycofał to skierowanie:").waitFor();
  await accept.waitFor({ state: "detached" });
  // nobody comes any more, and nothing about anybody was ever shown
  expect(await page.getByText("Kto przyjdzie").count()).toBe(0);
  expect(await page.getByText("Dane osoby").count()).toBe(0);

  await page.getByRole("link", { name: answered.number }).click();
  const late = await held(page, "mutation AcceptReferral");
  await accept.click();
  await late.arrived;
  await move(town, "kis", "declineReferral", {
    referralId: answered.id,
    reason: "NO_CAPACITY",
  });
  late.letGo();
  await page.getByRole("heading", { name: "Ktoś był szybszy" }).waitFor();
  await page
    .getByText("To skierowanie ma już inny stan: Brak możliwości przyjęcia.")
    .waitFor();

  const sender = await town.visit(
    "kipus",
    `/skierowania/${answered.number.replaceAll("/", "-")}`,
  );
  const course = sender.getByRole("list", { name: "Przebieg" });
  await course.getByText(/nie mamy miejsca/i).waitFor();
  expect(await course.getByText("NO_CAPACITY").count()).toBe(0);

  // what was lacking is counted by one click, and the organiser sees it at once (K8, O9)
  const register = await town.visit("ous", "/potrzeby?grupa=REFUGEES");
  await isLive(register);
  await register.getByText("Nie ma takiej potrzeby").waitFor();
  await sender.getByLabel("Komu tego brakuje").selectOption("uchodźcom");
  await sender
    .getByRole("button", { name: "Zapisz jako niezaspokojoną potrzebę" })
    .click();
  await sender.getByText("Policzone w rejestrze potrzeb:").waitFor();
  const need = register
    .getByRole("listitem")
    .filter({ hasText: ", uchodźcy: za mało miejsc" });
  await need.getByText("mniej niż pięć").waitFor();
  await sender.getByRole("button", { name: "Cofnij" }).click();
  await need.waitFor({ state: "detached" });
}, 60_000);

it("the slip goes with the resident, the own reference with nobody", async () => {
  const kipus = await town.visit("kipus", "/szukaj?q=Klub%20ksi%C4%85%C5%BCki");
  await isLive(kipus);
  // on paper a service keeps its name
  await kipus.emulateMedia({ media: "print" });
  await kipus.getByText("Klub książki", { exact: true }).first().waitFor();
  await kipus.emulateMedia({ media: "screen" });
  await kipus.getByRole("button", { name: "Skieruj: Klub książki" }).click();
  const reference = kipus.getByLabel(/Twoja notatka/);
  await kipus.getByText("nie wpisuj tu nazwiska ani PESEL").waitFor();
  await reference.fill("44051401359");
  await kipus.getByText("To wygląda na numer PESEL.").waitFor();
  await kipus.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await kipus.getByText("Zapisano i wysłano.").waitFor({ state: "detached" });
  await reference.fill("A.K. 31/2026");
  await kipus.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await kipus.getByText("Zapisano i wysłano.").waitFor();
  await kipus.getByRole("link", { name: "Zobacz przebieg" }).click();
  await kipus.getByText("A.K. 31/2026").waitFor();
  const course = kipus.url();
  const number = decodeURIComponent(course)
    .slice(course.lastIndexOf("/") + 1)
    .replaceAll("-", "/");

  await kipus.getByRole("link", { name: "Drukuj kartę" }).click();
  await kipus.getByRole("heading", { name: "Karta skierowania" }).waitFor();
  await kipus.emulateMedia({ media: "print" });
  await kipus.getByText(number, { exact: true }).waitFor();
  await kipus
    .getByRole("img", { name: `Kod QR z numerem ${number}` })
    .waitFor();
  await kipus.getByRole("button", { name: "Drukuj kartę" }).waitFor({
    state: "hidden",
  });
  await photograph(kipus, "slip", { fullPage: true });
  expect(await kipus.getByText("A.K. 31/2026").count()).toBe(0);
  const paper = await kipus.pdf({ preferCSSPageSize: true });
  expect(pagesOf(paper)).toBe(1);

  // neither the partner nor another coordinator nor the hub reads what is hers alone
  const path = new URL(course).pathname;
  const partner = await town.visit("bib", path);
  await partner.getByRole("heading", { name: "Klub książki" }).waitFor();
  expect(await partner.getByText("A.K. 31/2026").count()).toBe(0);
  const colleague = await town.visit("kipus2", path);
  await colleague
    .getByText("A.K. 31/2026")
    .or(colleague.getByRole("heading", { level: 1 }))
    .waitFor();
  expect(await colleague.getByText("A.K. 31/2026").count()).toBe(0);
}, 60_000);

it("a partner's suggestion, made in two taps, becomes the coordinator's referral, and the partner learns only that it is decided", async () => {
  const service = "Akademia Społeczna „Ja w społeczeństwie”";
  const { id, number } = await refer(town, "kipus", service);
  await move(town, "kis", "acceptReferral", { referralId: id });
  const path = `/skierowania/${number.replaceAll("/", "-")}`;
  const partner = await town.visit("kis", path);
  await partner.setViewportSize({ width: 390, height: 844 });
  await isLive(partner);
  await partner.getByRole("button", { name: "Zaproponuj inną usługę" }).click();
  await partner.getByLabel(/Dlaczego warto/).fill("Lubi czytać i rozmawiać.");
  await partner.getByLabel("Szukaj po nazwie").fill("Klub książki");
  const choice = partner.getByRole("button", {
    name: "Zaproponuj: Klub książki",
  });
  await choice.waitFor();
  await photograph(partner, "suggest");
  await choice.click();
  await partner.getByText("czeka na decyzję").waitFor();

  const sender = await town.visit("kipus", path);
  await isLive(sender);
  const card = sender.locator("section").filter({
    has: sender.getByRole("heading", { name: /^Propozycje:/ }),
  });
  await card.getByText("Lubi czytać i rozmawiać.").waitFor();
  await photograph(sender, "suggested");
  await card.getByRole("button", { name: "Skieruj" }).click();
  // a unit of the municipality may be given an application
  await sender.getByLabel(/To przekazanie wniosku/).check();
  await photograph(sender, "application");
  await sender.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await sender.getByText("Zapisano i wysłano.").waitFor();
  await partner.getByText("zdecydowano", { exact: true }).waitFor();
  await photograph(partner, "suggestion-decided");

  await sender.keyboard.press("Escape");
  const sent = card.getByRole("link", { name: /^SK\// });
  const passedOn = ((await sent.textContent()) ?? "").replaceAll("/", "-");
  const library = await town.visit("bib", `/skierowania/${passedOn}`);
  await library.setViewportSize({ width: 390, height: 844 });
  await library.getByText("Wniosek przekazany z CUS.").waitFor();
  await photograph(library, "application-came", { fullPage: true });

  // sent by mistake: withdrawn, and sent again as a new one that names the old
  const course = await town.visit("kipus", `/skierowania/${passedOn}`);
  await course.getByRole("button", { name: "Wycofaj" }).click();
  await course
    .getByRole("dialog")
    .getByText("zobaczy, że CUS wycofał")
    .waitFor();
  await course
    .getByRole("dialog")
    .getByRole("button", { name: "Wycofaj" })
    .click();
  await course.getByRole("button", { name: /^Skieruj ponownie:/ }).click();
  await course.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await course.getByText("Zapisano i wysłano.").waitFor();
  await course.keyboard.press("Escape");
  const next = course.getByRole("link", { name: /^Dalszy ciąg:/ });
  await next.click();
  await course
    .getByRole("link", {
      name: `Poprzednie skierowanie: ${passedOn.replaceAll("-", "/")}`,
    })
    .waitFor();
  // the library has it on its list, and opens it not: it goes without a trace
  const [successor = ""] = /SK-[\d-]+$/.exec(course.url()) ?? [];
  const listed = library.getByRole("link", {
    name: successor.replaceAll("-", "/"),
  });
  await library.getByRole("link", { name: "Wszystkie skierowania" }).click();
  await listed.waitFor();
  await course.getByRole("button", { name: "Wycofaj" }).click();
  const asked = course.getByRole("dialog");
  await asked.getByText("Zniknie stamtąd bez śladu").waitFor();
  await photograph(course, "without-trace");
  await asked.getByRole("button", { name: "Wycofaj" }).click();
  await course.getByRole("button", { name: /^Skieruj ponownie:/ }).waitFor();
  await listed.waitFor({ state: "detached" });
  await library.getByRole("button", { name: "Pokaż zakończone" }).click();
  await library
    .getByRole("link", { name: passedOn.replaceAll("-", "/") })
    .waitFor();
  expect(await listed.count()).toBe(0);
}, 60_000);

function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
