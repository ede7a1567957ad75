// Somebody at a browser: a page of the product, opened as one of the demo's people or as nobody yet.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import type { Browser, BrowserContext, Locator, Page } from "playwright-core";

import { loadDemo } from "../../server/demo/index.js";
import { entities } from "../../server/graph.js";
import { connectApplication } from "../../server/platform/database/connect.js";
import { openBrowser } from "./browser.js";
import { demoDatabase, dropDatabase, type TestDatabase } from "./database.js";
import { serveHere, settingsFor, testKeys } from "./server.js";

export const demoPassword = "jarzebinow";

interface Screen {
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
  /** What the browser asks for. */
  locale?: string;
}

/** Wide enough for the menu at the side. */
export const desk: Screen = { width: 1280, height: 900 };
export const phone: Screen = { width: 390, height: 844 };

export interface Town {
  url: string;
  database: TestDatabase;
  /** A browser of its own that nobody is signed in to. */
  aBrowser(screen?: Screen): Promise<BrowserContext>;
  /** A page of somebody of the demo, signed in before: `kipus`, or whole `kipus@olchowo.example`. */
  visit(login: string, path: string, screen?: Screen): Promise<Page>;
  /** The graph's answer to somebody of the demo, without a browser. */
  ask<Data>(login: string, query: string, variables?: object): Promise<Data>;
  /** What a page complained of in its console, and faults of the server. */
  complaints(): readonly string[];
  /** The server ends, and starts again at the same address. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

const patience = 10_000;

async function withDemo(empty: TestDatabase): Promise<void> {
  const dataSource = await connectApplication(empty.applicationUrl, entities);
  await loadDemo(dataSource, testKeys, new Date());
  await dataSource.destroy();
}

/** A server on a database of its own with the demo in it, and a browser. */
export async function openTown(
  given: Record<string, string> = {},
): Promise<Town> {
  const [database, browser] = await Promise.all([
    demoDatabase(withDemo),
    openBrowser(),
  ]);
  const settings = { ...settingsFor(database), DEMO: "on", ...given };
  let splot = await serveHere(settings);
  const { url } = splot;
  const complaints: string[] = [];
  const sessions = new Map<string, Promise<string>>();

  function sessionOf(login: string): Promise<string> {
    const email = login.includes("@") ? login : `${login}@jarzebinow.example`;
    const known = sessions.get(email) ?? signIn(url, email);
    sessions.set(email, known);
    return known;
  }

  async function aBrowser(screen: Screen = desk) {
    const context = await newContext(browser, screen);
    context.setDefaultTimeout(patience);
    context.on("page", (page) => {
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
    });
    return context;
  }

  return {
    url,
    database,
    aBrowser,
    async visit(login, path, screen) {
      const context = await aBrowser(screen);
      const value = await sessionOf(login);
      // as the server sets it
      await context.addCookies([
        {
          name: "splot_session",
          value,
          url,
          httpOnly: true,
          sameSite: "Lax",
        },
      ]);
      const page = await context.newPage();
      await page.goto(url + path);
      return page;
    },
    async ask<Data>(login: string, query: string, variables = {}) {
      const { data, errors } = await post<Data>(
        url,
        { query, variables },
        await sessionOf(login),
      );
      if (errors || data === undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
    complaints: () => complaints,
    async goAway() {
      await splot.stop();
    },
    async comeBack() {
      const { port } = new URL(url);
      splot = await serveHere({ ...settings, PORT: port });
    },
    async close() {
      await browser.close();
      await splot.stop();
      await dropDatabase(database);
    },
  };
}

function newContext(browser: Browser, screen: Screen) {
  const {
    width = 1280,
    height = 900,
    colorScheme = "light",
    locale = "pl-PL",
  } = screen;
  return browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    timezoneId: "Europe/Warsaw",
    reducedMotion: "reduce",
  });
}

interface Answer<Data> {
  data?: Data;
  errors?: unknown;
  cookie: string | null;
}

async function post<Data>(
  url: string,
  body: { query: string; variables: object },
  token?: string,
): Promise<Answer<Data>> {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  const cookie = answer.headers.get("set-cookie");
  // what comes back is what the query of the test selects
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return { ...((await answer.json()) as Answer<Data>), cookie };
}

const SignIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;

/** The session of the browser's cookie, without a browser. */
export async function signIn(url: string, email: string): Promise<string> {
  const input = { email, password: demoPassword };
  const { cookie } = await post(url, { query: SignIn, variables: { input } });
  const [, token] = /splot_session=([^;]+)/.exec(cookie ?? "") ?? [];
  if (!token) throw new Error(`${email} was not signed in.`);
  return token;
}

/** Resolves when the tab's title begins so; a title stands in no tree of roles. */
export async function titled(page: Page, words: string): Promise<void> {
  // the page's own rules allow no eval, so Playwright's waiting for a function cannot be used
  await page.evaluate(`new Promise((resolve, reject) => {
    const look = () => document.title.startsWith(${JSON.stringify(words)}) && resolve();
    new MutationObserver(look).observe(document.head, { subtree: true, childList: true, characterData: true });
    setTimeout(() => reject(new Error("The tab says: " + document.title)), ${String(patience)});
    look();
  })`);
}

/** Resolves when the page follows the log of its centre. */
export async function isLive(page: Page): Promise<void> {
  await page.getByText("Na żywo", { exact: true }).waitFor();
}

/** Resolves when the keyboard stands there. */
export async function isFocused(place: Locator): Promise<void> {
  await place.and(place.page().locator(":focus")).waitFor();
}

const pictures = process.env["SPLOT_PICTURES"];

/** Taken only when SPLOT_PICTURES names a folder for them. */
export async function photograph(
  page: Page,
  name: string,
  options: { fullPage?: boolean } = {},
): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), ...options });
}
