// What stands around every page for residents: head, search, emergencies, whom to ask, foot; nothing in it is a program.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import type { PublishedOffer } from "../interop/index.js";
import type { Language, Say } from "../platform/graphql/words.js";
import { speaking } from "../platform/graphql/words.js";
import type { OpenAnswer } from "../platform/open-room.js";
import { addressOf, type PageName } from "./addresses.js";
import type { Host } from "./found.reads.js";
import { Html, html } from "./html.js";
import { phoneAddress, phoneWords } from "./telling.js";

/** What a page is made for. */
export interface Visit {
  readonly host: Host;
  readonly language: Language;
  readonly publicUrl: string;
  readonly now: Date;
  /** What to do where it is pressing. */
  readonly emergencies: readonly PublishedOffer[];
}

export interface Drawn {
  readonly page: PageName;
  /** The id of a service, in its address. */
  readonly further?: string;
  readonly title: string;
  readonly says: string;
  readonly main: Html;
  /** For search engines, as schema.org has it. */
  readonly facts?: object;
  /** What a search engine should not keep: one search among endless ones. */
  readonly isPassing?: boolean;
  readonly status?: number;
  /** How many ways out of danger stand above it, where it is more than one. */
  readonly emergencies?: number;
}

const STYLE = readFileSync(new URL("./page.css", import.meta.url), "utf8");
const hashed = (text: string) =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const STYLE_HASH = hashed(STYLE);
// whole: a space more inside, and the hash is another
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/** Nothing runs, nothing comes from elsewhere; the facts are named, though they are no program. */
function policyOf(facts: string | null): string {
  return [
    "default-src 'none'",
    `script-src ${facts === null ? "'none'" : hashed(facts)}`,
    `style-src ${STYLE_HASH}`,
    "font-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** A word of a visitor's language. */
export const sayingOf = ({ language }: Visit): Say => speaking(language);

export function icon(path: string, size = 20): Html {
  return html`<svg
    class="icon"
    viewBox="0 0 20 20"
    width="${size}"
    height="${size}"
    aria-hidden="true"
  >
    <path d="${path}" />
  </svg>`;
}
const PHONE =
  "M4 3h3l1.5 4-2 1.5a10 10 0 005 5l1.5-2 4 1.5v3c0 1-.8 1.7-1.7 1.6C8.9 17 3 11 2.4 4.7 2.3 3.8 3 3 4 3z";
export const SEARCH =
  "M9 3.5a5.5 5.5 0 110 11a5.5 5.5 0 110-11M13.2 13.2L17.5 17.5";

export function callButton(phone: string, say: Say): Html {
  return html`<a class="button danger" href="${phoneAddress(phone)}"
    >${say({ pl: "Zadzwoń", en: "Call" })}: ${phoneWords(phone)}</a
  >`;
}

export function emergency(visit: Visit, most: number): Html {
  const say = sayingOf(visit);
  return html`<section
    class="sos"
    aria-label="${say({ pl: "Pomoc w nagłej sytuacji", en: "Help in an emergency" })}"
  >
    <p>
      ${icon(PHONE)}
      <strong
        >${say({ pl: "Ktoś jest w niebezpieczeństwie?", en: "Is somebody in danger?" })}</strong
      >
      <a class="button danger" href="tel:112"
        >${say({ pl: "Zadzwoń: 112", en: "Call 112" })}</a
      >
    </p>
    ${visit.emergencies
      .slice(0, most)
      .map(
        ({ id, name, organization }) =>
          html`<p>
            <a
              href="${addressOf(visit.host.slug, "service", visit.language, id)}"
              lang="pl"
              >${name}</a
            >${organization.phone !== null && html` ${callButton(organization.phone, say)}`}
          </p>`,
      )}
  </section>`;
}

export function searchBox(visit: Visit, text = ""): Html {
  const say = sayingOf(visit);
  const { host, language } = visit;
  return html`<form
    class="search"
    role="search"
    method="get"
    action="${addressOf(host.slug, "list", language)}"
  >
    <label class="hidden" for="q"
      >${say({ pl: "Czego szukasz?", en: "What are you looking for?" })}</label
    >
    <input
      id="q"
      name="q"
      type="search"
      maxlength="200"
      value="${text}"
      placeholder="${say({ pl: "np. opieka nad mamą, długi, kurs", en: "in Polish, e.g. opieka, kurs" })}"
    />
    <button class="button strong">
      ${icon(SEARCH)} ${say({ pl: "Szukaj", en: "Search" })}
    </button>
  </form>`;
}

/** Where one may ask instead of searching. */
export function talk(visit: Visit): Html {
  const say = sayingOf(visit);
  const { host } = visit;
  const phone = host.page?.phone ?? host.phone;
  return html`<aside class="talk" aria-labelledby="talk">
    <h2 id="talk">
      ${say({ pl: "Wolisz porozmawiać?", en: "Would you rather talk?" })}
    </h2>
    <p>
      ${say({
        pl: "Koordynatorka wysłucha, znajdzie usługę i umówi termin za Ciebie. Nie musisz dzwonić wszędzie.",
        en: "A coordinator listens, finds a service and makes the appointment for you. You need not call everywhere.",
      })}
    </p>
    <p lang="pl">
      <strong>${host.name}</strong
      >${host.address !== null && html`<br />${host.address}`}${host.page?.hours !== undefined && html`<br />${host.page.hours}`}
    </p>
    ${phone !== null && html`<p><a class="big" href="${phoneAddress(phone)}">${phoneWords(phone)}</a></p>`}
    ${host.page?.email !== undefined && html`<p><a href="mailto:${host.page.email}">${host.page.email}</a></p>`}
  </aside>`;
}

/** Pages that bring the box themselves, or go on paper. */
const ownBox: readonly PageName[] = ["start", "list", "leaflet"];

export function drawn(visit: Visit, page: Drawn): OpenAnswer {
  const { host, language, publicUrl } = visit;
  const say = sayingOf(visit);
  const at = (to: Language) =>
    addressOf(host.slug, page.page, to, page.further ?? "");
  const to = (name: PageName) => addressOf(host.slug, name, language);
  const base = publicUrl.replace(/\/$/, "");
  const other = language === "pl" ? "en" : "pl";
  // a closing tag inside would end it
  const facts = page.facts
    ? JSON.stringify(page.facts).replaceAll("<", "\\u003c")
    : null;
  const found = page.status === undefined;
  const isKept = found && !page.isPassing && !host.isForShow;
  const whole = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} – ${host.name}</title>
        <meta name="description" content="${page.says}" />
        ${!isKept && html`<meta name="robots" content="noindex" />`}
        ${
          found &&
          html`<link rel="canonical" href="${base}${at(language)}" />
            <link rel="alternate" hreflang="pl" href="${base}${at("pl")}" />
            <link rel="alternate" hreflang="en" href="${base}${at("en")}" />`
        }
        ${STYLE_ELEMENT}
        ${facts !== null && new Html(`<script type="application/ld+json">${facts}</script>`)}
      </head>
      <body>
        <a class="skip" href="#main"
          >${say({ pl: "Przejdź do treści", en: "Skip to content" })}</a
        >
        <header>
          <div class="wide row">
            <a class="brand" href="${to("start")}"
              ><span>Splot</span>
              <span class="quiet"
                >${say({ pl: `Usługi społeczne – ${host.shortName}`, en: `Social services – ${host.shortName}` })}</span
              ></a
            >
            <nav aria-label="${say({ pl: "Język", en: "Language" })}">
              <a
                href="${found ? at(other) : addressOf(host.slug, "start", other)}"
                lang="${other}"
                hreflang="${other}"
                >${other === "en" ? "English" : "Polski"}</a
              >
            </nav>
          </div>
        </header>
        <main id="main" tabindex="-1">
          ${!ownBox.includes(page.page) && html`<div class="wide top">${searchBox(visit)}</div>`}
          ${page.page !== "leaflet" && page.page !== "start" && html`<div class="wide">${emergency(visit, page.emergencies ?? 1)}</div>`}
          ${page.main}
        </main>
        <footer>
          <div class="wide row">
            <p lang="pl">${host.name}${host.isForShow && " – dane pokazowe"}</p>
            <nav
              aria-label="${say({ pl: "O stronie", en: "About this site" })}"
            >
              <ul class="row">
                <li>
                  <a href="${to("list")}"
                    >${say({ pl: "Wszystkie usługi", en: "All services" })}</a
                  >
                </li>
                <li>
                  <a href="${to("leaflet")}"
                    >${say({ pl: "Ulotka do druku", en: "Leaflet to print" })}</a
                  >
                </li>
                <li>
                  <a href="${to("statement")}"
                    >${say({ pl: "Deklaracja dostępności", en: "Accessibility statement" })}</a
                  >
                </li>
                <li>
                  <a href="${to("privacy")}"
                    >${say({ pl: "Ochrona danych", en: "Privacy" })}</a
                  >
                </li>
              </ul>
            </nav>
          </div>
        </footer>
      </body>
    </html> `;
  return {
    body: whole.text,
    type: "text/html; charset=utf-8",
    policy: policyOf(facts),
    status: page.status ?? 200,
  };
}

/** Where a centre is chosen. */
const everywhere = { pl: "/uslugi", en: "/services" } as const;

/** A page that is no centre's. */
export function bare(
  language: Language,
  status: number,
  title: string,
  main: Html,
): OpenAnswer {
  const say = speaking(language);
  const other = language === "pl" ? "en" : "pl";
  return {
    body: html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${title} – Splot</title>
          ${STYLE_ELEMENT}
        </head>
        <body>
          <a class="skip" href="#main"
            >${say({ pl: "Przejdź do treści", en: "Skip to content" })}</a
          >
          <header>
            <div class="wide row">
              <a class="brand" href="${everywhere[language]}"
                ><span>Splot</span>
                <span class="quiet"
                  >${say({ pl: "Usługi społeczne", en: "Social services" })}</span
                ></a
              >
              <nav aria-label="${say({ pl: "Język", en: "Language" })}">
                <a
                  href="${everywhere[other]}"
                  lang="${other}"
                  hreflang="${other}"
                  >${other === "en" ? "English" : "Polski"}</a
                >
              </nav>
            </div>
          </header>
          <main id="main" class="wide text top" tabindex="-1">${main}</main>
        </body>
      </html> `.text,
    type: "text/html; charset=utf-8",
    policy: policyOf(null),
    status,
  };
}
