// Plays: English, chosen before and after signing in, on every device of one's own; the resident's slip stays in Polish.
import type { Page } from "playwright-core";

import { faultsOf } from "../support/axe.js";
import { choose, polishOn, speakAlone } from "../support/polish.js";
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
});
afterAll(() => town.close());

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();

async function signIn(page: Page, button: string, password: string) {
  await page.locator("[name=email]").fill("osl@jarzebinow.example");
  await page.locator("[name=password]").fill(password);
  await page.getByRole("button", { name: button }).click();
}

it("is what the browser asks for, turns on the sign-in page, and becomes the account's", async () => {
  const context = await town.aBrowser({ ...phone, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${town.url}/logowanie`);
  await heading(page, "Sign in");
  expect(await page.locator("html").getAttribute("lang")).toBe("en-GB");
  expect(await polishOn(page)).toEqual([]);
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole("button", { name: "Polski" }).click();
  await heading(page, "Zaloguj się");
  await signIn(page, "Zaloguj się", "nie-to-haslo");
  await page.getByText("E-mail lub hasło się nie zgadza.").waitFor();
  // it is remembered by the device, and by nothing else
  await page.reload();
  await heading(page, "Zaloguj się");

  await page.getByRole("button", { name: "English" }).click();
  await signIn(page, "Sign in", "not-this-one");
  await page.getByText("E-mail or password does not fit.").waitFor();
  await signIn(page, "Sign in", demoPassword);
  await page.getByRole("heading", { name: /^Hello, / }).waitFor();
  await context.close();

  // another device, whose browser asks for Polish
  const other = await town.visit("osl", "/");
  await other.getByRole("heading", { name: /^Hello, / }).waitFor();
  expect(await polishOn(other)).toEqual([]);
  // hours come in both languages, and are said in hers
  await other.goto(`${town.url}/szukaj?q=seniora`);
  await other.getByRole("button", { name: /^Klub Seniora/ }).click();
  await other.getByText("Monday–Friday 9:00–14:00").waitFor();
  await other.goto(`${town.url}/`);
  await other.getByRole("heading", { name: /^Hello, / }).waitFor();
  await other.locator("header summary").click();
  const polski = other.getByRole("button", { name: "Polski" });
  await polski.click();
  await other.getByRole("heading", { name: /^Dzień dobry, / }).waitFor();
  await isFocused(other.getByRole("button", { name: "English" }));
  await other.context().close();
}, 60_000);

it("turns on the account page, where nothing that was typed is lost", async () => {
  const page = await town.visit("kis", "/konto");
  await page.locator("[name=current]").fill("half-typed");
  await page.getByRole("main").getByRole("button", { name: "English" }).click();
  await heading(page, "Account");
  expect(await page.locator("[name=current]").inputValue()).toBe("half-typed");
  await isFocused(
    page.getByRole("main").getByRole("button", { name: "English" }),
  );
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
}, 60_000);

it("leaves the slip of a resident in Polish, unless it is chosen for it", async () => {
  await choose(town, "kipus", "en");
  const page = await town.visit("kipus", "/skierowania");
  await page.getByRole("link", { name: "Szkoła dla dorosłych" }).click();
  await page.getByRole("link", { name: "Print the slip" }).click();
  await heading(page, "Referral slip");
  const slip = page.getByRole("article");
  await slip.getByRole("heading", { name: "Co zrobić?" }).waitFor();
  expect(await slip.getAttribute("lang")).toBe("pl");
  const language = page.getByRole("group", { name: "Language of the slip" });
  await language.getByRole("button", { name: "English" }).click();
  await slip.getByRole("heading", { name: "What to do?" }).waitFor();
  expect(await slip.getAttribute("lang")).toBe("en-GB");
  expect(await polishOn(page)).toEqual([]);

  // the other way round: a Polish desk, an English slip
  await choose(town, "kipus", "pl");
  await speakAlone(page, "pl");
  await heading(page, "Karta skierowania");
  await slip.getByRole("heading", { name: "What to do?" }).waitFor();
  await page.context().close();
}, 60_000);

it("is complained of by nobody", () => {
  expect(town.complaints()).toEqual([]);
});
