// Somebody at a browser: a page of the product, opened as one of the demo's people or as nobody yet.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import type { Browser, BrowserContext, Locator, Page } from "playwright-core";

import { loadDemo } from "../../server/demo/index.js";
import { entities } from "../../server/graph.js";
import { connectApplication } from "../../server/platform/database/connect.js";
import { openBrowser } from "./browser.js";
import {
  adminUrlOf,
  connectTo,
  demoDatabase,
  dropDatabase,
  type TestDatabase,
} from "./database.js";
import { MovedClock } from "./moved-clock.js";
import { hashCheaply } from "./people.js";
import { serveHere, settingsFor, testKeys } from "./server.js";

export const demoPassword = "jarzebinow";

interface Screen {
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
  /** What the browser asks for. */
  locale?: string;
  /** False: no program of a page runs. */
  javaScript?: boolean;
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
  /** By the product's own clock. */
  now(): Date;
  /** The clock of server, jobs and browsers goes on until then; a night later everybody signs in anew. */
  passUntil(moment: Date): Promise<void>;
  /** The server ends, and starts again at the same address. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

const patience = 10_000;
/** Longer than a session lies idle. */
const idleMs = 12 * 3_600_000;

async function withDemo(empty: TestDatabase): Promise<void> {
  const dataSource = await connectApplication(empty.applicationUrl, entities);
  await loadDemo(dataSource, testKeys, new Date());
  await dataSource.destroy();
  const admin = await connectTo(adminUrlOf(empty.name));
  await admin.query(
    "update account set password_hash = $1 where password_hash is not null",
    [await hashCheaply(demoPassword)],
  );
  await admin.end();
}

/** A server on a database of its own with the demo in it, and a browser; only a clock that is said to move can be moved. */
export async function openTown(
  given: Record<string, string> = {},
  { clockMoves = false } = {},
): Promise<Town> {
  const [database, browser] = await Promise.all([
    demoDatabase(withDemo),
    openBrowser(),
  ]);
  const settings = {
    ...settingsFor(database),
    DEMO: "on",
    // each learns the catalogue and plans every statement for itself
    DATABASE_CONNECTIONS: "6",
    ...given,
  };
  const clock = clockMoves ? await MovedClock.of(database) : null;
  let splot = await serveHere(settings, clock ?? undefined);
  const { url } = splot;
  const complaints: string[] = [];
  const sessions = new Map<string, Promise<string>>();
  const visits: { login: string; page: Page }[] = [];

  function sessionOf(login: string): Promise<string> {
    const email = login.includes("@") ? login : `${login}@jarzebinow.example`;
    const known = sessions.get(email) ?? signIn(url, email);
    sessions.set(email, known);
    return known;
  }

  async function aBrowser(screen: Screen = desk) {
    const context = await newContext(browser, screen);
    context.setDefaultTimeout(patience);
    await clock?.keep(context);
    context.on("page", (page) => {
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
    });
    return context;
  }

  /** As the server sets it. */
  async function letIn(login: string, context: BrowserContext) {
    const value = await sessionOf(login);
    const name = "splot_session";
    await context.addCookies([
      { name, value, url, httpOnly: true, sameSite: "Lax" },
    ]);
  }

  return {
    url,
    database,
    aBrowser,
    async visit(login, path, screen) {
      const context = await aBrowser(screen);
      await letIn(login, context);
      const page = await context.newPage();
      visits.push({ login, page });
      await page.goto(url + path);
      return page;
    },
    now: () => clock?.now() ?? new Date(),
    async passUntil(moment) {
      if (!clock) throw new Error("The clock of this town stands as it is.");
      const isNight = moment.getTime() - clock.now().getTime() > idleMs;
      await clock.passUntil(moment);
      if (!isNight) return;
      sessions.clear();
      for (const { login, page } of visits) {
        if (page.isClosed()) continue;
        await letIn(login, page.context());
        await page.reload();
      }
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
      splot = await serveHere({ ...settings, PORT: port }, clock ?? undefined);
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
    javaScript = true,
  } = screen;
  return browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    javaScriptEnabled: javaScript,
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
