// Plays O6 and P6 (issue 4, done when 1): an agreement from draft over two signatures to its end, what may be sent at each point, and where that is told.
import { readFileSync } from "node:fs";

import type { Locator, Page } from "playwright-core";

import { aPdf } from "../agreements/papers.js";
import { readPdf } from "../agreements/read-pdf.js";
import { faultsOf } from "../support/axe.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { refer } from "../support/elsewhere.js";
import {
  isFocused,
  isLive,
  openTown,
  phone,
  photograph,
  type Town,
} from "../support/visitor.js";

const TITLE = "Staże dla uczestników";
const MAR = "Market „Blisko”";
const SERVICE = "Praktyka zawodowa – handel";
const REFER = { name: `Skieruj: ${SERVICE}` };

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** The coordinator is told why, and nothing is sent past the screen either. */
async function cannotSend(kipus: Page, why: RegExp): Promise<void> {
  await kipus.reload();
  await kipus.getByText(why).waitFor();
  expect(await kipus.getByRole("button", REFER).count()).toBe(0);
  await expect(refer(town, "kipus", SERVICE)).rejects.toThrow(why);
}

async function send(kipus: Page): Promise<void> {
  await kipus.reload();
  await kipus.getByRole("button", REFER).click();
  const dialog = kipus.getByRole("dialog");
  await dialog.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await dialog.getByText("Zapisano i wysłano.").waitFor();
}

async function passLastDay(column: "title" | "number", value: string) {
  const admin = await connectTo(adminUrlOf(town.database.name));
  // nobody ends an agreement in the past; days pass in the system's name
  await admin.query("set splot.kind = 'system'");
  await admin.query(
    `update agreement set valid_to = current_date - 1 where ${column} = $1`,
    [value],
  );
  await admin.end();
}

async function press(page: Page | Locator, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

async function sign(page: Page, kind: string, name: string): Promise<void> {
  await press(page, "Podpisz");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Jak podpisano").selectOption({ label: kind });
  await dialog.getByLabel("Kto podpisuje").fill(name);
  await dialog.getByLabel("Na jakiej podstawie").fill("z mocy statutu");
  await dialog.getByLabel("Data podpisu").fill("2026-01-05");
  await dialog.getByRole("button", { name: "Podpisz" }).click();
  await dialog.waitFor({ state: "hidden" });
}

async function look(page: Page, name: string): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  await photograph(page, name);
}

it("goes from draft over two signatures into force, and ends by its date", async () => {
  const kipus = await town.visit("kipus", "/szukaj?q=handel");
  const unsigned = (number: string) =>
    new RegExp(
      `Umowa ${number} z tym partnerem jeszcze nie obowiązuje: nie podpisali jej wszyscy\\. Poproś organizatorkę usług\\.`,
    );
  await cannotSend(kipus, unsigned("A28/MAR"));
  const ous = await town.visit("ous", "/umowy");
  // what the demo says of its agreements (domain 5.4)
  const waiting = ous.getByRole("region", { name: "Wymagają ruchu" });
  for (const number of ["A02", "A16", "A27", "A28/MAR", "A34", "A36"])
    await waiting
      .getByRole("link", { name: new RegExp(`^${number} ·`) })
      .waitFor();
  await look(ous, "umowy");
  await ous.getByRole("link", { name: "Przygotuj umowę" }).click();
  await ous.getByLabel("Zawęź, pisząc nazwę").fill("blisko");
  await ous.getByText("Pasuje 1 nazwa.").waitFor();
  await ous.getByRole("checkbox", { name: MAR, exact: true }).check();
  await ous.getByLabel("Tytuł").fill(TITLE);
  // a mistaken way back loses nothing
  await ous.goBack();
  await waiting.waitFor();
  await ous.goForward();
  await ous.getByText("Jest tu to, co było wpisane").waitFor();
  expect(await ous.getByLabel("Tytuł").inputValue()).toBe(TITLE);
  await ous.getByText(`Wybrane: ${MAR}`).waitFor();
  await ous.getByLabel("Obowiązuje od").fill("2026-01-05");
  await ous.getByLabel("Obowiązuje do").fill("2099-12-31");
  await press(ous, "Dodaj zadanie");
  await ous.getByLabel("Zadanie 1", { exact: true }).fill("Prowadzi staże");
  await ous.getByLabel("Kto, zadanie 1").selectOption({ label: MAR });
  // whom the partner turns to, and what it carries out
  await ous.getByRole("heading", { name: "Osoby do kontaktu" }).click();
  await ous
    .getByRole("combobox", { name: MAR, exact: true })
    .selectOption({ index: 1 });
  await ous
    .getByLabel("Program, który wykonuje ta umowa")
    .selectOption({ label: "Samodzielni 2026–2028" });
  await look(ous, "umowa-nowa");
  await press(ous, "Zapisz szkic");
  const heading = ous.getByRole("heading", { level: 1 });
  await heading.getByText(TITLE).waitFor();
  const [number = ""] = (await heading.textContent())?.split(" · ") ?? [];
  await cannotSend(kipus, unsigned(number));
  // what it does not say is told before the parties see it
  await ous.getByText("Zwykle umowa mówi też: cel.").waitFor();
  await look(ous, "umowa-szkic");
  await press(ous, "Przedstaw stronom");
  const unsaid = { name: "Przedstawić umowę bez tego?" };
  await ous.getByRole("dialog", unsaid).getByText("cel.").waitFor();
  await press(ous, "Przedstaw mimo to");
  await ous.getByText(`Czeka na: ${MAR}.`).waitFor();
  const rules = { name: "Zasady staży.pdf", mimeType: "application/pdf" };
  await ous
    .getByLabel("Plik załącznika")
    .setInputFiles({ ...rules, buffer: aPdf() });
  await press(ous, "Dodaj załącznik");
  await ous
    .getByRole("button", { name: `Usuń załącznik: ${rules.name}` })
    .waitFor();
  await look(ous, "umowa-uzgadniana");
  // nobody's yes is given by one click of somebody else
  await press(ous, `Zapisz zgodę: ${MAR}`);
  const consent = ous.getByRole("dialog", { name: `Zgoda w imieniu: ${MAR}` });
  await consent.getByLabel("Powód").waitFor();
  await look(ous, "umowa-zgoda-w-imieniu");
  await press(ous, "Anuluj");

  // the partner reads what it promises, on a phone, says what it thinks, and agrees
  const mar = await town.visit("mar", "/umowy", phone);
  await mar.getByRole("link", { name: new RegExp(TITLE) }).click();
  await mar.getByText("Prowadzi staże").waitFor();
  await mar
    .getByRole("listitem")
    .filter({ hasText: MAR })
    .getByText("Kontakt w tej umowie: ")
    .waitFor();
  await mar.getByRole("link", { name: "Samodzielni 2026–2028" }).waitFor();
  const coming = mar.waitForEvent("download");
  await mar.getByRole("link", { name: "Zasady staży.pdf" }).click();
  const came = await coming;
  expect(came.suggestedFilename()).toBe("Zasady staży.pdf");
  expect(readFileSync(await came.path())).toEqual(aPdf());
  await mar.getByLabel("Twoja uwaga").fill("Od stycznia pasuje.");
  await press(mar, "Wyślij uwagę");
  // the other side has the agreement open and sees what happens, without reading it anew
  await ous.getByText("Od stycznia pasuje.").waitFor();
  await mar
    .getByRole("listitem")
    .filter({ hasText: "Od stycznia pasuje." })
    .waitFor();
  // beside two of the demo, behind the last tab of a phone
  const counted = mar.getByRole("navigation", { name: "Menu" });
  await counted.getByText("czekają na Ciebie 3 sprawy").first().waitFor();
  await press(mar, "Zgadzam się na tę treść");
  await mar.getByText("Czas na podpisy").waitFor();
  await look(mar, "umowa-partner");
  await ous.getByText("Czas na podpisy").waitFor();
  await sign(mar, "profil zaufany", "Jan Wspólnik");
  await counted.getByText("czekają na Ciebie 2 sprawy").first().waitFor();
  await ous.getByText("Jan Wspólnik").first().waitFor();
  // one signature is not enough
  await cannotSend(kipus, unsigned(number));
  await ous.getByRole("button", { name: /^Zapisz podpis: CUS/ }).click();
  const kinds = ous
    .getByRole("dialog", { name: /^Zapisz podpis: CUS/ })
    .getByLabel("Jak podpisano")
    .getByRole("option");
  expect(await kinds.count()).toBe(3);
  await look(ous, "umowa-podpis-cus");
  await press(ous, "Anuluj");
  // new terms would annul it: that is said, and asked, before it happens
  await ous.getByRole("link", { name: "Popraw treść" }).click();
  await ous.getByText(`Umowę podpisali już: ${MAR}.`).waitFor();
  await press(ous, "Zapisz treść");
  await ous.getByRole("dialog").getByText(MAR).waitFor();
  await look(ous, "umowa-podpisana-zmiana");
  await press(ous, "Zostaw");
  await ous.goBack();
  await ous.getByText("Jan Wspólnik").first().waitFor();

  const director = await town.visit("dyrektor", "/umowy");
  await director.getByRole("link", { name: new RegExp(TITLE) }).click();
  await sign(director, "podpis kwalifikowany", "Ewa Rosa");
  await director
    .getByText("Dziś można na jej podstawie kierować mieszkańców.")
    .waitFor();
  for (const page of [ous, mar])
    await page.getByText("Ewa Rosa").first().waitFor();
  await director.getByRole("heading", { name: "Historia" }).waitFor();
  await look(director, "umowa-obowiazuje");

  // on paper it says the same, who has signed included
  const [file] = await Promise.all([
    director.waitForEvent("download"),
    director.getByRole("link", { name: "Pobierz PDF" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^umowa-[A-Za-z0-9-]+\.pdf$/);
  const paper = readPdf(readFileSync(await file.path())).pages.join(" ");
  for (const words of [TITLE, "Jan Wspólnik, z mocy statutu", "profil zaufany"])
    expect(paper).toContain(words);
  // what was signed beside stays
  await ous.reload();
  await ous.getByRole("link", { name: "Zasady staży.pdf" }).waitFor();
  expect(
    await ous.getByRole("button", { name: /^Usuń załącznik/ }).count(),
  ).toBe(0);
  // who keeps it sees what runs under it, without reading it anew
  const under = ous.getByRole("region", { name: "Otwarte skierowania" });
  await under.getByText("0", { exact: true }).waitFor();
  await send(kipus);
  await under.getByText("od 1 do 4").first().waitFor();

  await passLastDay("title", TITLE);
  await director.reload();
  await director
    .getByText("Wygasła: nie można na jej podstawie kierować.")
    .waitFor();
  await kipus.goto(`${town.url}/szukaj?q=handel`);
  await cannotSend(
    kipus,
    new RegExp(
      `Umowa ${number} z tym partnerem wygasła .+\\. Poproś organizatorkę usług\\.`,
    ),
  );
  await look(kipus, "umowa-wygasla-wysylanie");
  expect(town.complaints()).toEqual([]);
});

it("is told on the partner's page before it ends and after", async () => {
  const ous = await town.visit("ous", "/partnerzy?q=OWES");
  await ous.getByRole("link", { name: "Ośrodek Wsparcia" }).click();
  await ous.getByText("Nie można teraz kierować do").waitFor();
  await ous
    .getByText(/^Nie można.* Umowa A34 z tym partnerem wygasła/)
    .waitFor();
  await look(ous, "partner-umowa-wygasla");

  await ous.goto(`${town.url}/partnerzy?q=Nowy Start`);
  await ous.getByRole("link", { name: "„Nowy Start”" }).click();
  await ous.getByText(/^Umowa A02 kończy się .*za 45 dni/).waitFor();
  await ous.getByText("Potem nie będzie można kierować do 5 usług.").waitFor();
  const agreements = ous.getByRole("region", { name: "Umowy" });
  await agreements
    .getByRole("row", { name: /powierzenie zadania.*A02.*nagłe: 24 godziny/ })
    .getByText("kończy się za 45 dni")
    .waitFor();
  await look(ous, "partner-umowy");
  await ous.setViewportSize({ width: 390, height: 844 });
  await look(ous, "partner-umowy-phone");
  await ous.setViewportSize({ width: 1280, height: 900 });
  await agreements.getByRole("link", { name: "Historia umów" }).click();
  await ous.getByRole("link", { name: /^A02 ·/ }).waitFor();
  expect(await ous.getByRole("link", { name: /^A16 ·/ }).count()).toBe(0);

  // what still runs under it needs a plan, and somebody owes it
  await ous.goto(`${town.url}/partnerzy?q=UOP`);
  await ous.getByRole("link", { name: "„Dobre Ręce”" }).click();
  await ous
    .getByText(
      /Otwarte skierowania trwają dalej: od 1 do 4\. Plan „co dalej” podają jeszcze: Dorota Świerk\./,
    )
    .waitFor();
  await ous
    .getByRole("link", { name: "Co dokładnie się stanie? Umowa A16" })
    .click();
  await isFocused(ous.getByRole("heading", { name: "Co ta umowa uruchamia" }));
  await ous
    .getByText("Plan „co dalej” podają jeszcze: Dorota Świerk.")
    .waitFor();
  await look(ous, "umowa-konczy-sie");
  await ous.getByRole("link", { name: "Rozliczenie", exact: true }).click();
  await ous.getByRole("heading", { name: "Rozliczenie umowy A16" }).waitFor();

  expect(town.complaints()).toEqual([]);
});

it("is told to who is about to refer somebody when its last day passes", async () => {
  const service = "Reintegracja zawodowa – warsztat ogólnobudowlany";
  const kipus = await town.visit("kipus", "/szukaj?q=ogólnobudowlany");
  await isLive(kipus);
  await kipus
    .getByRole("button", {
      name: new RegExp(`(Skieruj|Do kolejki): ${service}`),
    })
    .click();
  const dialog = kipus.getByRole("dialog");
  const send = dialog.getByRole("button", {
    name: /Wyślij skierowanie|Stań w kolejce/,
  });
  await send.waitFor();
  await passLastDay("number", "A02");
  const found = await town.ask<{
    viewer: {
      partner: {
        services: { id: string; name: string; capacity: { total: number } }[];
      };
    };
  }>(
    "cis",
    "{ viewer { partner { services { id name capacity { total } } } } }",
  );
  const workshop = found.viewer.partner.services.find(
    ({ name }) => name === service,
  );
  await town.ask(
    "cis",
    `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
    {
      input: {
        serviceId: workshop?.id,
        total: (workshop?.capacity.total ?? 0) + 1,
      },
    },
  );
  const why = /^Umowa A02 z tym partnerem wygasła .* Poproś organizatorkę/;
  await dialog.getByText(why).waitFor();
  await send.waitFor({ state: "hidden" });
  await look(kipus, "skieruj-nie-mozna");
  await press(kipus, "Anuluj");
  await kipus.getByRole("listitem").getByText(why).waitFor();
  expect(town.complaints()).toEqual([]);
});

it("begins the next agreement with the words of the one that is over, or nearly so", async () => {
  const page = await town.visit("ous", "/umowy");
  await page.getByRole("link", { name: /^A16/ }).click();
  await page.getByText("Potem nikogo nowego nie można").waitFor();
  await page.getByRole("link", { name: "Przygotuj następną umowę" }).waitFor();
  await look(page, "umowa-konczy-sie-ruchy");
  await press(page, "Wypowiedz");
  await look(page, "umowa-wypowiedz");
  await press(page, "Anuluj");
  await page.goto(`${town.url}/umowy`);
  await page.getByRole("link", { name: /^A34/ }).click();
  await page.getByRole("link", { name: "Przygotuj następną umowę" }).click();
  await page.getByText("Po umowie A34:").waitFor();
  expect(await page.getByLabel("Tytuł").inputValue()).not.toBe("");
  expect(await page.getByLabel("Obowiązuje do").inputValue()).toBe("");
  await page.close();
});

it("lets a party of several go, and shows the public ones to the whole network", async () => {
  const page = await town.visit("ous", "/umowy?jawne");
  await page.getByRole("heading", { name: /^Jawne umowy \(/ }).waitFor();
  await page.getByRole("link", { name: /^A01 ·/ }).click();
  await press(page, "Zapisz wyjście strony");
  const dialog = page.getByRole("dialog");
  const leaver = "Hufiec Harcerski Jarzębinów";
  await dialog.getByLabel("Która strona wychodzi").selectOption(leaver);
  await dialog.getByLabel("za zgodą stron").check();
  await dialog.getByLabel("Powód").fill("inne plany");
  await look(page, "umowa-wyjscie-strony");
  await press(dialog, "Zapisz wyjście strony");
  await page
    .getByRole("listitem")
    .filter({ hasText: leaver })
    .getByText("poza umową od")
    .waitFor();
  await page.getByText("Powód wyjścia: inne plany").waitFor();
  await page.close();

  const mar = await town.visit("mar", "/umowy", phone);
  await mar.getByLabel("Które").selectOption("jawne w całej sieci");
  await look(mar, "umowy-jawne-phone");
  await mar.getByRole("link", { name: /^A20 ·/ }).click();
  await mar.getByText("Miejski Dom Kultury").waitFor();
  await look(mar, "umowa-jawna-phone");
  expect(town.complaints()).toEqual([]);
});
