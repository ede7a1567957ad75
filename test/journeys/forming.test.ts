// Plays O4, O14: a partnership is formed in a browser, from the first step to the sixth; each says what is missing and where to do it.
import type { Page } from "playwright-core";

import { faultsOf } from "../support/axe.js";
import { openTown, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const NAME = "Partnerstwo sąsiedzkie";
const PATH = "/siec/partnerstwo-sasiedzkie";
const LIBRARY = "Biblioteka Publiczna Miasta i Gminy";

async function inDialog(
  page: Page,
  opens: string,
  fill: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>,
  verb: string,
) {
  await page.getByRole("button", { name: opens, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await fill(dialog);
  await dialog.getByRole("button", { name: verb }).click();
  await dialog.waitFor({ state: "detached" });
}

async function current(page: Page, step: string) {
  await page
    .locator("[aria-current=step]")
    .getByRole("heading", { name: step })
    .waitFor();
}

const invite = (page: Page) =>
  inDialog(
    page,
    "Zaproś organizację",
    async (dialog) => {
      await dialog.getByLabel("Organizacja").selectOption({ label: LIBRARY });
      await dialog.getByLabel("Co robi w tej sieci").fill("Nosi książki");
    },
    "Zaproś do sieci",
  );

const complete = (page: Page) =>
  page.getByRole("button", { name: "Zakończ ten krok" }).click();

it("goes from a problem to working meetings", async () => {
  const page = await town.visit("ous", "/siec");
  await page.getByRole("link", { name: "Nowa sieć" }).click();
  await page.getByLabel("Nazwa").fill(NAME);
  await page.getByLabel("Po co jest ta sieć").fill("Sąsiedzi pomagają");
  await page.getByRole("button", { name: "Utwórz sieć" }).click();
  await page.getByRole("heading", { name: `Kto co robi: ${NAME}` }).waitFor();

  // 1: the problem; what is missing is told, and the step stays
  await page.getByRole("link", { name: "Kroki", exact: true }).click();
  await current(page, "1. Problem");
  await complete(page);
  await page.getByRole("alert").getByText("Czegoś jeszcze brakuje").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await photograph(page, "steps-missing");
  await inDialog(
    page,
    "Zapisz potrzebę",
    async (dialog) => {
      await dialog.getByLabel("Czego brakuje").fill("Zakupy dla samotnych");
    },
    "Zapisz potrzebę",
  );
  await page.getByText("Zakupy dla samotnych").waitFor();
  await complete(page);
  await current(page, "2. Cele i osoby do kontaktu");

  // 2: goals, who is asked in, the first meeting and who was there
  await page.getByRole("link", { name: "Zapisz cele" }).click();
  await inDialog(
    page,
    "Zmień opis sieci",
    async (dialog) => {
      await dialog.getByLabel("Cele").fill("Nikt nie zostaje sam");
    },
    "Zapisz",
  );
  await invite(page);
  await page.getByText("czeka na odpowiedź").waitFor();
  await page.getByRole("link", { name: "Kroki", exact: true }).click();
  const yesterday = new Date(Date.now() - 86_400_000)
    .toISOString()
    .slice(0, 10);
  await inDialog(
    page,
    "Zaplanuj spotkanie",
    async (dialog) => {
      await dialog.getByLabel("Temat").fill("Poznajmy się");
      await dialog.getByLabel("Dzień").fill(yesterday);
      await dialog.getByLabel("Od", { exact: true }).fill("10:00");
      await dialog.getByLabel("Do", { exact: true }).fill("12:00");
    },
    "Zapisz spotkanie",
  );
  await inDialog(
    page,
    "Odbyło się: Poznajmy się",
    async (dialog) => {
      await dialog.getByRole("checkbox", { name: LIBRARY }).check();
    },
    "Zapisz, kto był",
  );
  await page.getByText("Było 1 z 2 organizacji.").waitFor();
  await complete(page);
  await current(page, "3. Analiza problemów i zasobów");

  // 3: what each has, and what helps and hinders
  await inDialog(
    page,
    "Napisz analizę",
    async (dialog) => {
      for (const part of [
        "Mocne strony",
        "Słabe strony",
        "Szanse",
        "Zagrożenia",
      ])
        await dialog.getByLabel(part).fill(`${part}: jest kilka`);
    },
    "Zapisz",
  );
  await page.getByText("Szanse: jest kilka").waitFor();
  await complete(page);
  await current(page, "4. Budowa partnerstwa");

  // 4: the library says no by itself, is asked once more and says yes, and who does what is agreed
  const library = await town.visit("bib", `${PATH}/kto-co-robi`);
  await inDialog(
    library,
    `Nie dołączamy: ${LIBRARY}`,
    async (dialog) => {
      await dialog.getByText("CUS zobaczy, że nie dołączacie.").waitFor();
      expect(await faultsOf(library)).toEqual([]);
      await photograph(library, "invitation-declined");
    },
    "Nie dołączamy",
  );
  await page.getByRole("link", { name: "Kto co robi", exact: true }).click();
  await invite(page);
  await library
    .getByRole("button", { name: `Przyjmij zaproszenie: ${LIBRARY}` })
    .click();
  await library.getByText("czeka na odpowiedź").waitFor({ state: "detached" });
  await inDialog(
    page,
    "Dodaj działanie",
    async (dialog) => {
      await dialog.getByLabel("Co robimy razem").fill("Zakupy z książką");
      await dialog.getByLabel(LIBRARY).selectOption({ label: "odpowiada" });
    },
    "Zapisz działanie",
  );
  await page.getByRole("row", { name: /Zakupy z książką/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await photograph(page, "who-does-what");
  await page.getByRole("link", { name: "Kroki", exact: true }).click();
  await complete(page);
  await current(page, "5. Umowa");

  // 5: an agreement of the members
  await page.getByRole("link", { name: "Przygotuj umowę" }).waitFor();
  const { partners } = (
    await town.ask<{
      viewer: {
        centre: { partners: { nodes: { id: string; name: string }[] } };
      };
    }>(
      "ous",
      `{ viewer { centre { partners(first: 100) { nodes { id name } } } } }`,
    )
  ).viewer.centre;
  await town.ask(
    "ous",
    `mutation ($input: RecordSignedAgreementInput!) { recordSignedAgreement(input: $input) { __typename } }`,
    {
      input: {
        requestKey: crypto.randomUUID(),
        partnerId: partners.nodes.find(({ name }) => name === LIBRARY)?.id,
        number: "P/1/2026",
        kind: "COOPERATION",
        dataRole: "NO_PERSONAL_DATA",
        signedOn: yesterday,
        validFrom: yesterday,
      },
    },
  );
  await complete(page);
  await current(page, "6. Spotkania robocze");

  // 6: for good, with a date for the next meeting
  await page.getByRole("link", { name: "Ustal, jak często" }).click();
  await inDialog(
    page,
    "Zmień opis sieci",
    async (dialog) => {
      await dialog.getByLabel("Co ile dni").fill("60");
    },
    "Zapisz",
  );
  await page.getByText("co 60 dni").waitFor();
  await page.getByRole("link", { name: "Kroki", exact: true }).click();
  const soon = new Date(Date.now() + 30 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  await inDialog(
    page,
    "Zaplanuj spotkanie",
    async (dialog) => {
      await dialog.getByLabel("Temat").fill("Co nowego");
      await dialog.getByLabel("Dzień").fill(soon);
      await dialog.getByLabel("Od", { exact: true }).fill("10:00");
      await dialog.getByLabel("Do", { exact: true }).fill("12:00");
    },
    "Zapisz spotkanie",
  );
  await page
    .locator("[aria-current=step]")
    .getByText("brakuje")
    .waitFor({ state: "detached" });
  await photograph(page, "steps-done");

  // going back asks why, and stays in the history
  await inDialog(
    page,
    "Wróć do tego kroku: Budowa partnerstwa",
    async (dialog) => {
      await dialog.getByLabel("Dlaczego wracacie").fill("Dochodzi szkoła");
    },
    "Wróć do tego kroku",
  );
  await current(page, "4. Budowa partnerstwa");
  await page.getByText("Dochodzi szkoła").waitFor();

  // it rests, says so, and goes on where it was; closed it is only to be read
  const rests = page.getByText("Praca tej sieci jest zawieszona od");
  await inDialog(
    page,
    "Odwołaj: Co nowego",
    async (dialog) => {
      await dialog.getByLabel("Dlaczego").fill("Kończymy");
    },
    "Odwołaj",
  );
  await page.getByText("Kończymy").waitFor();
  await page.getByRole("link", { name: "Kto co robi", exact: true }).click();
  await inDialog(
    page,
    "Zawieś pracę sieci",
    async (dialog) => {
      await dialog.getByLabel("Dlaczego").fill("Wakacje szkolne");
    },
    "Zawieś pracę sieci",
  );
  await rests.waitFor();
  await photograph(page, "network-rests");
  await inDialog(
    page,
    "Wznów pracę sieci",
    () => Promise.resolve(),
    "Wznów pracę sieci",
  );
  await rests.waitFor({ state: "detached" });
  await inDialog(
    page,
    "Zamknij sieć",
    async (dialog) => {
      await dialog.getByText("Tego nie można cofnąć.").waitFor();
      await dialog.getByLabel("Dlaczego").fill("Sąsiedzi radzą sobie sami");
    },
    "Zamknij na zawsze",
  );
  await page.getByText("Ta sieć jest zamknięta od").waitFor();
  await page.getByRole("row", { name: /Zakupy z książką/ }).waitFor();
  await page
    .getByRole("button", { name: "Zamknij sieć" })
    .waitFor({ state: "detached" });
  expect(await faultsOf(page)).toEqual([]);
  await photograph(page, "network-closed");
  expect(town.complaints()).toEqual([]);
}, 120_000);

it("the demo shows networks at different steps, and what is missing", async () => {
  const page = await town.visit(
    "kse",
    "/siec/partnerstwo-opieka-blisko-domu/kroki",
  );
  await current(page, "3. Analiza problemów i zasobów");
  await page.getByText("Analiza jeszcze nie powstała.").waitFor();
  await photograph(page, "steps-demo");
  await page.goto(`${town.url}/siec/lsr-jarzebinow/kroki`);
  await current(page, "6. Spotkania robocze");
  await page.getByText("Spotkajcie się, nawet gdy nie ma problemu.").waitFor();
}, 60_000);
