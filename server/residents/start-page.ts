// The first page of a centre: search, emergencies, life situations, where there are places, whom to ask.
import type { OpenAnswer } from "../platform/open-room.js";
import { addressOf } from "./addresses.js";
import type { Found } from "./found.reads.js";
import {
  drawn,
  emergency,
  sayingOf,
  searchBox,
  talk,
  type Visit,
} from "./frame.js";
import { html } from "./html.js";
import { centreFacts } from "./json-ld.js";
import { clockWords, serviceList, situationTiles } from "./pieces.js";

export function startPage(
  visit: Visit,
  total: number,
  places: Found,
): OpenAnswer {
  const say = sayingOf(visit);
  const { host, language } = visit;
  const list = addressOf(host.slug, "list", language);
  const title = say({
    pl: `Usługi społeczne – ${host.shortName}`,
    en: `Social services – ${host.shortName}`,
  });
  return drawn(visit, {
    page: "start",
    title,
    says: say({
      pl: `Gdzie znaleźć pomoc: opieka, zdrowie, praca, dach nad głową, porady. Usługi dla mieszkańców w jednym miejscu (${host.shortName}).`,
      en: `Where to find help: care, health, work, housing, advice. Services for residents in one place (${host.shortName}).`,
    }),
    facts: centreFacts(visit),
    main: html`<section class="hero">
        <div class="wide">
          <h1>
            ${say({ pl: "W czym możemy pomóc?", en: "How can we help?" })}
          </h1>
          <p>
            ${say({ pl: `Usługi w gminie w jednym miejscu: ${String(total)}. Nie musisz się logować.`, en: `Services of the municipality in one place: ${String(total)}. You need not sign in.` })}
          </p>
          ${searchBox(visit)}
        </div>
      </section>
      <div class="wide">
        ${emergency(visit, visit.emergencies.length)}
        <h2>
          ${say({ pl: "Wybierz, czego dotyczy sprawa", en: "Choose what it is about" })}
        </h2>
        ${situationTiles(visit)}
        <div class="columns">
          <section aria-labelledby="places">
            <div class="row">
              <h2 id="places">
                ${say({ pl: "Gdzie są miejsca", en: "Where there are places" })}
              </h2>
              <p class="small quiet">${clockWords(visit)}</p>
            </div>
            ${
              places.services.length > 0
                ? serviceList(visit, places.services)
                : html`<p>
                    ${say({ pl: "Teraz nikt nie zgłasza wolnych miejsc. Zadzwoń, a koordynatorka poszuka.", en: "Nobody reports a free place now. Call, and a coordinator will look." })}
                  </p>`
            }
            <p class="row pages">
              <a class="button" href="${list}"
                >${say({ pl: "Zobacz wszystkie usługi", en: "See all services" })}</a
              >
              <a href="${addressOf(host.slug, "leaflet", language)}"
                >${say({ pl: "Ulotka do druku", en: "Leaflet to print" })}</a
              >
            </p>
          </section>
          ${talk(visit)}
        </div>
      </div>`,
  });
}
