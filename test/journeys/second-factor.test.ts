// Plays: a coordinator sets a second factor up on her phone's screen, and signs in with its code and with one from paper.
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";

import { adminUrlOf, connectTo } from "../support/database.js";
import { lookAt } from "../support/look-at.js";
import {
  demoPassword,
  isFocused,
  openTown,
  phone,
  type Town,
} from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
  // as a real centre, where it is not hers to choose
  const database = await connectTo(adminUrlOf(town.database.name));
  await database.query(
    "update centre set is_demo = false where slug = 'jarzebinow'",
  );
  await database.end();
});
afterAll(() => town.close());

const email = "kipus@jarzebinow.example";

it("a second factor is set up before anything else, and asked for from then on", async () => {
  const context = await town.aBrowser(phone);
  const page = await context.newPage();
  await page.goto(`${town.url}/skierowania`);
  await fillIn(page);

  await page.getByRole("heading", { name: "Logowanie z kodem" }).waitFor();
  await page.getByRole("button", { name: "Zaczynamy" }).click();
  await page.getByRole("img", { name: /^Obrazek do zeskanowania/ }).waitFor();
  const key = await page.getByRole("code").innerText();
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  expect(await lookAt(page, "drugi-skladnik")).toEqual([]);
  const code = page.getByLabel("Kod z aplikacji w telefonie");
  await code.fill("000000");
  await page.getByRole("button", { name: "Włącz" }).click();
  await page.getByText("Ten kod nie pasuje albo był już użyty.").waitFor();
  await isFocused(code);
  await code.fill(app.generate());
  await page.getByRole("button", { name: "Włącz" }).click();

  const papers = page.getByRole("list", { name: "Kody zapasowe" });
  await papers.waitFor();
  const codes = await papers.getByRole("listitem").allInnerTexts();
  expect(codes).toHaveLength(10);
  expect(await lookAt(page, "kody-zapasowe")).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Zapisz plik" }).click();
  expect((await saving).suggestedFilename()).toBe("splot-kody-zapasowe.txt");
  await page.getByRole("button", { name: "Mam kody, dalej" }).click();
  await page.getByRole("heading", { name: "Skierowania", level: 1 }).waitFor();

  await signOut(page);
  await fillIn(page);
  await page.getByRole("heading", { name: "Wpisz kod" }).waitFor();
  await isFocused(code);
  expect(await lookAt(page, "kod")).toEqual([]);
  // the phone may be half a minute ahead, and the code of this half is used
  await code.fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await page.getByRole("button", { name: "Zaloguj się" }).click();
  await page.getByRole("heading", { name: "Szukaj usługi" }).waitFor();

  await signOut(page);
  await fillIn(page);
  await page.getByRole("button", { name: "Nie mam telefonu" }).click();
  await page.getByLabel("Kod zapasowy").fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Zaloguj się" }).click();
  await page.getByRole("heading", { name: "Szukaj usługi" }).waitFor();
  await page.goto(`${town.url}/konto`);
  await page.getByText("Zostało 9 kodów zapasowych.").waitFor();
  await page.getByText("Twoja rola wymaga logowania z kodem").waitFor();
  expect(await lookAt(page, "konto-z-kodem")).toEqual([]);
  // signing out leaves the page with what it was still asking for
  const complaints = town
    .complaints()
    .filter((one) => !one.startsWith("AbortError"));
  expect(complaints).toEqual([]);
}, 90_000);

async function fillIn(page: Page) {
  await page.getByLabel("Służbowy e-mail").fill(email);
  await page.getByLabel("Hasło", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
}

async function signOut(page: Page) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator("summary").first().click();
  await page.getByRole("button", { name: "Wyloguj się" }).click();
  await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
}
