// The public pages of a centre: drawn here and whole, for residents, in Polish under /uslugi/<centre> and in English under /services/<centre>.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Asked, Publication } from "../interop/index.js";
import type { Language } from "../platform/graphql/words.js";
import type { OpenAnswer, OpenRoom } from "../platform/open-room.js";
import { pageNamed } from "./addresses.js";
import { centresPage, notHerePage, nowherePage } from "./centres-page.js";
import { findHost, findHosts, findOffer } from "./found.reads.js";
import type { Visit } from "./frame.js";
import { leafletPage } from "./leaflet.js";
import { FIELDS, listPage } from "./list-page.js";
import { privacyPage } from "./privacy.js";
import { sitemapOf } from "./search-engines.js";
import { servicePage } from "./service-page.js";
import { situationOf, situations } from "./situations.js";
import { startPage } from "./start-page.js";
import { statementPage } from "./statement.js";

interface Parts {
  publication: Publication;
  publicUrl: string;
  now: () => Date;
}

type Ask = <Result>(
  question: (asked: Asked) => Promise<Result>,
) => Promise<Result>;

const MOST_EMERGENCIES = 3;
const PLACES_AT_START = 6;
const MOST_ON_LEAFLET = 200;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function residentsRoom(parts: Parts, language: Language): OpenRoom {
  return async ({ path: [slug = "", part = "", further, ...rest], query }) => {
    const { publication, publicUrl, now } = parts;
    if (slug === "")
      return centresPage(await publication.everywhere(findHosts), language);
    const font = FONTS.get(slug);
    if (font) return { body: font(), type: "font/woff2", keep: WEEK };
    const centre = await publication.centre(slug);
    const page = pageNamed(part, language);
    if (!centre) return nowherePage(language);
    const ask: Ask = (question) => publication.ask(centre.id, question);
    if (part === "sitemap.xml" && further === undefined)
      return sitemapOf(ask, publicUrl);
    return ask(async (asked) => {
      const host = await findHost(asked);
      if (!host) return nowherePage(language);
      const { services } = await findOffer(
        asked,
        { emergency: true, isOpen: true },
        { first: MOST_EMERGENCIES },
      );
      const visit: Visit = {
        host,
        language,
        publicUrl,
        now: now(),
        emergencies: services,
      };
      if (page === "service" && further !== undefined && rest.length === 0)
        return aService(asked, visit, further);
      if (page === null || further !== undefined) return notHerePage(visit);
      switch (page) {
        case "start":
          return start(asked, visit);
        case "list":
          return listPage(visit, query, asked);
        case "leaflet":
          return leaflet(asked, visit, query);
        case "statement":
          return statementPage(visit);
        case "privacy":
          return privacyPage(visit);
        case "service":
          return notHerePage(visit);
      }
    });
  };
}

async function start(asked: Asked, visit: Visit): Promise<OpenAnswer> {
  const all = await findOffer(asked, {}, { first: 1 });
  const places = await findOffer(
    asked,
    { takesNow: true },
    { first: PLACES_AT_START },
  );
  return startPage(visit, all.total, places);
}

async function aService(
  asked: Asked,
  visit: Visit,
  id: string,
): Promise<OpenAnswer> {
  if (!UUID.test(id)) return notHerePage(visit);
  const found = await findOffer(asked, { id: id.toLowerCase() }, { first: 1 });
  const [service] = found.services;
  return service ? servicePage(visit, service) : notHerePage(visit);
}

async function leaflet(
  asked: Asked,
  visit: Visit,
  query: URLSearchParams,
): Promise<OpenAnswer> {
  const { language } = visit;
  const chosen = situationOf(query.get(FIELDS.about[language]), language);
  const sections = [];
  for (const situation of chosen ? [chosen] : situations) {
    const found = await findOffer(
      asked,
      { situation },
      { first: MOST_ON_LEAFLET },
    );
    sections.push({ situation, ...found });
  }
  return leafletPage(visit, chosen, sections);
}

/** The face of the product, read when somebody first asks. */
const FONTS = new Map(
  ["latin", "latin-ext"].map((subset) => {
    let read: Buffer | null = null;
    const file = () =>
      (read ??= readFileSync(
        createRequire(import.meta.url).resolve(
          `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-wght-normal.woff2`,
        ),
      ));
    return [`pismo.${subset}.woff2`, file];
  }),
);
const WEEK = 7 * 24 * 3600;
