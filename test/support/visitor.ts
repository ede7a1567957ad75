// Somebody at a browser: a page of the product, opened as one of the demo's people or as nobody yet.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import type { Browser, BrowserContext, Page } from "playwright-core";

import { openBrowser } from "./browser.js";
import { dropDatabase, freshDatabase, type TestDatabase } from "./database.js";
import { type RunningSplot, settingsFor, startSplot } from "./server.js";

export const demoPassword = "jarzebinow";

interface Screen {
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
}

/** Wide enough for the menu at the side. */
export const desk: Screen = { width: 1280, height: 900 };
export const phone: Screen = { width: 390, height: 844 };

export interface Town {
  url: string;
  splot: RunningSplot;
  database: TestDatabase;
  /** A browser of its own that nobody is signed in to. */
  aBrowser(screen?: Screen): Promise<BrowserContext>;
  /** A page of somebody of the demo, signed in before: `kipus`, or whole `kipus@olchowo.example`. */
  visit(login: string, path: string, screen?: Screen): Promise<Page>;
  /** What a page complained of in its console, and faults of the server. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/** A server on a database of its own with the demo in it, and a browser. */
export async function openTown(): Promise<Town> {
  const [database, browser] = await Promise.all([
    freshDatabase(),
    openBrowser(),
  ]);
  const splot = await startSplot(
    { ...settingsFor(database), DEMO: "on" },
    { withClient: true },
  );
  const complaints: string[] = [];
  const sessions = new Map<string, Promise<string>>();

  async function aBrowser(screen: Screen = desk) {
    const context = await newContext(browser, screen);
    context.on("page", (page) => {
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
    });
    return context;
  }

  return {
    url: splot.url,
    splot,
    database,
    aBrowser,
    async visit(login, path, screen) {
      const email = login.includes("@") ? login : `${login}@jarzebinow.example`;
      const known = sessions.get(email) ?? signIn(splot.url, email);
      sessions.set(email, known);
      const context = await aBrowser(screen);
      await context.addCookies([
        { name: "splot_session", value: await known, url: splot.url },
      ]);
      const page = await context.newPage();
      await page.goto(splot.url + path);
      return page;
    },
    complaints: () => complaints,
    async close() {
      await browser.close();
      await splot.stop();
      await dropDatabase(database);
    },
  };
}

function newContext(browser: Browser, screen: Screen) {
  const { width = 1280, height = 900, colorScheme = "light" } = screen;
  return browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: "pl-PL",
    timezoneId: "Europe/Warsaw",
    reducedMotion: "reduce",
  });
}

/** The session of the cookie, got as a program gets it. */
export async function signIn(
  url: string,
  email: string,
  password = demoPassword,
): Promise<string> {
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { input: { email, password } } }),
  });
  const cookie = answer.headers.get("set-cookie") ?? "";
  const [, token] = /splot_session=([^;]+)/.exec(cookie) ?? [];
  if (!token) throw new Error(`${email} was not signed in.`);
  return token;
}

/** Resolves when the tab's title says so; a title is in no tree of roles. */
export async function titled(page: Page, words: RegExp): Promise<void> {
  await page
    .locator("title", { hasText: words })
    .waitFor({ state: "attached" });
}

const pictures = process.env["SPLOT_PICTURES"] ?? "test/output/pictures";

/** Kept out of the repository unless SPLOT_PICTURES names its folder. */
export async function photograph(
  page: Page,
  name: string,
  options: { fullPage?: boolean } = {},
): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), ...options });
}
