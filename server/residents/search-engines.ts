// What search engines are led by: where they may go, and every page with its other language.
import type { Asked, Publication } from "../interop/index.js";
import type { OpenAnswer, OpenRoom } from "../platform/open-room.js";
import { addressOf, type PageName } from "./addresses.js";
import { findHost, findHosts, findIds, type Listed } from "./found.reads.js";

const XML = "application/xml; charset=utf-8";
const BATCH = 1_000;
/** A map may name so many addresses; each service has two. */
const MOST_OF_A_MAP = 24_000;

export function robotsRoom(publicUrl: string): OpenRoom {
  const base = publicUrl.replace(/\/$/, "");
  // the client's pages hold nothing for who is not signed in
  const lines = [
    "User-agent: *",
    "Allow: /uslugi",
    "Allow: /services",
    "Allow: /otwarte-dane",
    "Disallow: /",
    `Sitemap: ${base}/sitemap.xml`,
    "",
  ];
  return () =>
    Promise.resolve({
      body: lines.join("\n"),
      type: "text/plain; charset=utf-8",
    });
}

/** The maps of all centres that are to be found. */
export function sitemapRoom(
  publication: Publication,
  publicUrl: string,
): OpenRoom {
  const base = publicUrl.replace(/\/$/, "");
  return async () => {
    const hosts = await publication.everywhere(findHosts);
    const maps = hosts
      .filter(({ isForShow }) => !isForShow)
      .map(
        ({ slug }) =>
          `<sitemap><loc>${base}${addressOf(slug, "start", "pl")}/sitemap.xml</loc></sitemap>`,
      );
    return {
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join("\n")}</sitemapindex>\n`,
      type: XML,
    };
  };
}

export async function sitemapOf(
  ask: <Result>(question: (asked: Asked) => Promise<Result>) => Promise<Result>,
  publicUrl: string,
): Promise<OpenAnswer> {
  const host = await ask(findHost);
  const base = publicUrl.replace(/\/$/, "");
  const entry = (page: PageName, further = "", changedOn = "") => {
    const [pl, en] = (["pl", "en"] as const).map(
      (language) =>
        `${base}${addressOf(host?.slug ?? "", page, language, further)}`,
    );
    const links = `<xhtml:link rel="alternate" hreflang="pl" href="${pl ?? ""}"/><xhtml:link rel="alternate" hreflang="en" href="${en ?? ""}"/>`;
    const changed = changedOn && `<lastmod>${changedOn}</lastmod>`;
    return [pl, en].map(
      (address) => `<url><loc>${address ?? ""}</loc>${changed}${links}</url>`,
    );
  };
  async function* lines() {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">`;
    if (host && !host.isForShow) {
      for (const page of ["start", "list", "leaflet", "statement"] as const)
        yield entry(page).join("\n");
      let after: string | null = null;
      for (let told = 0; told < MOST_OF_A_MAP; told += BATCH) {
        const from: string | null = after;
        const batch: Listed[] = await ask((asked) =>
          findIds(asked, from, BATCH),
        );
        for (const { id, changedOn } of batch)
          yield entry("service", id, changedOn).join("\n");
        after = batch.at(-1)?.id ?? null;
        if (batch.length < BATCH) break;
      }
    }
    yield "</urlset>";
  }
  return { lines: lines(), type: XML };
}
