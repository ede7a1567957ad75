// Parts that several pages for residents are made of.
import { DateTime } from "luxon";

import type { PublishedOffer } from "../interop/index.js";
import { ZONE } from "../platform/calendar.js";
import { addressOf } from "./addresses.js";
import { icon, sayingOf, type Visit } from "./frame.js";
import { Html, html } from "./html.js";
import { situations } from "./situations.js";
import { bandOf, bandWords, dayWords, entryWords } from "./telling.js";

export function bandTag(visit: Visit, service: PublishedOffer): Html {
  const { tone, icon: path } = bandOf(service);
  return html`<span class="tag ${tone}"
    >${icon(path, 16)}${bandWords(service, visit.language)}</span
  >`;
}

export function serviceList(
  visit: Visit,
  services: readonly PublishedOffer[],
): Html {
  const { host, language } = visit;
  return html`<ul class="services">
    ${services.map(
      (service) =>
        html` <li>
          <div>
            <h3 lang="pl">
              <a href="${addressOf(host.slug, "service", language, service.id)}"
                >${service.name}</a
              >
            </h3>
            <p class="small quiet">
              <span lang="pl">${sentence(service.organization.name)}</span>
              ${entryWords(service, language)}
            </p>
          </div>
          ${bandTag(visit, service)}
        </li>`,
    )}
  </ul>`;
}

/** What it may be about, each with its own list. */
export function situationTiles(visit: Visit): Html {
  const { host, language } = visit;
  const list = addressOf(host.slug, "list", language);
  const about = sayingOf(visit)({ pl: "sprawa", en: "about" });
  return html`<ul class="situations">
    ${situations.map(
      ({ slug, title, says, icon: path }) =>
        html` <li>
          <a href="${list}?${about}=${slug[language]}"
            >${icon(path, 28)}<span
              ><strong>${title[language]}</strong
              ><span class="small quiet">${says[language]}</span></span
            ></a
          >
        </li>`,
    )}
  </ul>`;
}

/** Of when a page tells: numbers without an age are no news. */
export function clockWords(visit: Visit): string {
  const now = DateTime.fromJSDate(visit.now, { zone: ZONE });
  const day = dayWords(now.toFormat("yyyy-MM-dd"), visit.language);
  return sayingOf(visit)({
    pl: `Stan na ${day}, ${now.toFormat("H:mm")}`,
    en: `As of ${day}, ${now.toFormat("H:mm")}`,
  });
}

/** An abbreviation at its end brings its own full stop. */
const sentence = (name: string) => (name.endsWith(".") ? name : `${name}.`);
