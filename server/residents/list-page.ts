// The list of services: by words, by situation, free of charge, with places now; a form that a browser sends without any program.
import type { Asked } from "../interop/index.js";
import type { OpenAnswer } from "../platform/open-room.js";
import { addressOf } from "./addresses.js";
import { findOffer, type Found, type Sought } from "./found.reads.js";
import { drawn, icon, sayingOf, SEARCH, talk, type Visit } from "./frame.js";
import { Html, html } from "./html.js";
import { listFacts } from "./json-ld.js";
import { situationsSaid } from "./lay-words.js";
import { serviceList, situationTiles } from "./pieces.js";
import { type Situation, situationOf, situations } from "./situations.js";

/** What the address asks, in the words of each language. */
export const FIELDS = {
  about: { pl: "sprawa", en: "about" },
  free: { pl: "bezplatne", en: "free" },
  places: { pl: "miejsca", en: "places" },
  page: { pl: "strona", en: "page" },
} as const;
const PAGE_SIZE = 20;
const LAST_PAGE = 5_000;
const LONGEST = 200;

interface Chosen extends Sought {
  text: string;
  page: number;
}

function chosenIn(query: URLSearchParams, { language }: Visit): Chosen {
  const given = (field: keyof typeof FIELDS) =>
    query.get(FIELDS[field][language]);
  const page = Number(given("page") ?? "1");
  return {
    // what a database would not take, nobody means
    text: (query.get("q") ?? "").replaceAll("\0", "").slice(0, LONGEST).trim(),
    situation: situationOf(given("about"), language),
    isFree: given("free") === "1",
    takesNow: given("places") === "1",
    page: Number.isInteger(page) && page > 0 ? Math.min(page, LAST_PAGE) : 1,
  };
}

export async function listPage(
  visit: Visit,
  query: URLSearchParams,
  asked: Asked,
): Promise<OpenAnswer> {
  const chosen = chosenIn(query, visit);
  const found = await findOffer(asked, chosen, {
    first: PAGE_SIZE,
    skip: (chosen.page - 1) * PAGE_SIZE,
  });
  const say = sayingOf(visit);
  const { language } = visit;
  const told = await toldBy(asked, chosen);
  const isNothing = found.total === 0 && told.length === 0;
  // what her situation shows already does not stand twice
  const shown = new Set(
    told.flatMap(({ services }) => services.map(({ id }) => id)),
  );
  const others = found.services.filter(({ id }) => !shown.has(id));
  const heading = chosen.text
    ? say({
        pl: `Szukasz: ${chosen.text}`,
        en: `You search for: ${chosen.text}`,
      })
    : (chosen.situation?.title[language] ??
      say({ pl: "Wszystkie usługi", en: "All services" }));
  return drawn(visit, {
    page: "list",
    title: heading,
    says: say({
      pl: "Usługi dla mieszkańców: co, gdzie, dla kogo, za ile i czy są miejsca.",
      en: "Services for residents: what, where, for whom, what it costs and whether there are places.",
    }),
    facts: listFacts(visit, found.services),
    isPassing: [...query.keys()].length > 0,
    ...((isNothing || told.length > 0) && {
      emergencies: visit.emergencies.length,
    }),
    main: html`<div class="wide">
      <h1>${heading}</h1>
      ${filters(visit, chosen)}
      <div class="columns">
        <div>
          ${told.map((one) => situationPart(visit, one))}
          ${isNothing && nothing(visit, chosen)}
          ${
            (others.length > 0 || found.total > PAGE_SIZE) &&
            html`<section aria-labelledby="found">
              <h2 id="found">
                ${told.length > 0 ? say({ pl: "Pasuje też", en: "This fits as well" }) : say({ pl: `Znalezione usługi: ${String(found.total)}`, en: `Services found: ${String(found.total)}` })}
              </h2>
              ${found.readAs.length > 0 && html`<p>${say({ pl: "Szukamy też:", en: "We also look for:" })} <strong lang="pl">${found.readAs.join(", ")}</strong></p>`}
              ${serviceList(visit, others)} ${pager(visit, chosen, found)}
            </section>`
          }
        </div>
        ${talk(visit)}
      </div>
    </div>`,
  });
}

function filters(visit: Visit, chosen: Chosen): Html {
  const say = sayingOf(visit);
  const { host, language } = visit;
  const tick = (field: "free" | "places", isOn: boolean, words: string) =>
    html`<label
      ><input
        type="checkbox"
        name="${FIELDS[field][language]}"
        value="1"
        ${isOn && html` checked`}
      />
      ${words}</label
    >`;
  return html`<form
    role="search"
    method="get"
    action="${addressOf(host.slug, "list", language)}"
  >
    <div class="search">
      <label class="hidden" for="q"
        >${say({ pl: "Czego szukasz?", en: "What are you looking for?" })}</label
      >
      <input
        id="q"
        name="q"
        type="search"
        maxlength="${LONGEST}"
        value="${chosen.text}"
      />
      <button class="button strong">
        ${icon(SEARCH)} ${say({ pl: "Szukaj", en: "Search" })}
      </button>
    </div>
    <div class="filters">
      <label
        >${say({ pl: "Sprawa", en: "About" })}
        <select name="${FIELDS.about[language]}">
          <option value="">
            ${say({ pl: "wszystkie", en: "everything" })}
          </option>
          ${situations.map(
            ({ slug, title }) =>
              html`<option
                value="${slug[language]}"
                ${chosen.situation?.slug === slug && html` selected`}
              >
                ${title[language]}
              </option>`,
          )}
        </select></label
      >
      ${tick("free", chosen.isFree ?? false, say({ pl: "Bezpłatne", en: "Free" }))}
      ${tick("places", chosen.takesNow ?? false, say({ pl: "Są miejsca", en: "With places" }))}
    </div>
  </form>`;
}

interface Told extends Found {
  situation: Situation;
}

const MOST_TOLD = 6;

/** What somebody in need says in her own words leads to her situation, on the first page. */
async function toldBy(asked: Asked, chosen: Chosen): Promise<Told[]> {
  if (chosen.situation || chosen.page > 1) return [];
  const { isFree = false, takesNow = false } = chosen;
  const told: Told[] = [];
  for (const situation of situationsSaid(chosen.text)) {
    const sought = { situation, isFree, takesNow };
    const found = await findOffer(asked, sought, { first: MOST_TOLD });
    if (found.total > 0) told.push({ situation, ...found });
  }
  return told;
}

function situationPart(visit: Visit, told: Told): Html {
  const { host, language } = visit;
  const say = sayingOf(visit);
  const { slug, title } = told.situation;
  const id = `told-${slug[language]}`;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title[language]}</h2>
    ${serviceList(visit, told.services)}
    ${
      told.total > told.services.length &&
      html`<p class="row pages">
        <a
          class="button"
          href="${addressOf(host.slug, "list", language)}?${FIELDS.about[language]}=${slug[language]}"
          >${say({ pl: `Zobacz wszystkie (${String(told.total)}): ${title.pl}`, en: `See all (${String(told.total)}): ${title.en}` })}</a
        >
      </p>`
    }
  </section>`;
}

function nothing(visit: Visit, { text }: Chosen): Html {
  const say = sayingOf(visit);
  return html`<section aria-labelledby="found">
    <h2 id="found">
      ${text ? say({ pl: "Tak nie nazywa się żadna usługa", en: "No service is called so" }) : say({ pl: "Nie ma teraz takiej usługi", en: "There is no such service now" })}
    </h2>
    <p>
      ${say({
        pl: "Wybierz, czego dotyczy sprawa, albo zadzwoń: koordynatorka wysłucha i poszuka dalej.",
        en: "Choose what it is about, or call: a coordinator listens and looks further.",
      })}
    </p>
    ${situationTiles(visit)}
  </section>`;
}

function pager(visit: Visit, chosen: Chosen, { total }: Found): Html | null {
  if (total <= PAGE_SIZE) return null;
  const say = sayingOf(visit);
  const { host, language } = visit;
  const pages = Math.ceil(total / PAGE_SIZE);
  const link = (page: number, words: string, rel: string) => {
    const query = new URLSearchParams({
      ...(chosen.text && { q: chosen.text }),
      ...(chosen.situation && {
        [FIELDS.about[language]]: chosen.situation.slug[language],
      }),
      ...(chosen.isFree && { [FIELDS.free[language]]: "1" }),
      ...(chosen.takesNow && { [FIELDS.places[language]]: "1" }),
      [FIELDS.page[language]]: String(page),
    });
    return html`<a
      class="button"
      rel="${rel}"
      href="${addressOf(host.slug, "list", language)}?${query.toString()}"
      >${words}</a
    >`;
  };
  const at = Math.min(chosen.page, pages);
  return html`<nav
    class="row pages"
    aria-label="${say({ pl: "Strony listy", en: "Pages of the list" })}"
  >
    ${at > 1 && link(at - 1, say({ pl: "Poprzednia strona", en: "Previous page" }), "prev")}
    <span
      >${say({ pl: `Strona ${String(at)} z ${String(pages)}`, en: `Page ${String(at)} of ${String(pages)}` })}</span
    >
    ${at < pages && link(at + 1, say({ pl: "Następna strona", en: "Next page" }), "next")}
  </nav>`;
}
