// The leaflet: what there is for one situation, or for all, as one takes it along on paper.
import type { PublishedOffer } from "../interop/index.js";
import type { OpenAnswer } from "../platform/open-room.js";
import { addressOf } from "./addresses.js";
import { drawn, sayingOf, talk, type Visit } from "./frame.js";
import { Html, html } from "./html.js";
import { FIELDS } from "./list-page.js";
import { clockWords } from "./pieces.js";
import { type Situation, situations } from "./situations.js";
import {
  bandWords,
  costWords,
  entryWords,
  phoneWords,
  placeOf,
} from "./telling.js";

export interface Section {
  situation: Situation;
  services: readonly PublishedOffer[];
  total: number;
}

export function leafletPage(
  visit: Visit,
  chosen: Situation | null,
  sections: readonly Section[],
): OpenAnswer {
  const say = sayingOf(visit);
  const { host, language } = visit;
  const own = addressOf(host.slug, "leaflet", language);
  const title = chosen
    ? `${say({ pl: "Ulotka", en: "Leaflet" })}: ${chosen.title[language]}`
    : say({
        pl: "Ulotka: usługi w gminie",
        en: "Leaflet: services of the municipality",
      });
  return drawn(visit, {
    page: "leaflet",
    title,
    says: say({
      pl: "Usługi dla mieszkańców do wydrukowania: co, gdzie, za ile, jak skorzystać.",
      en: "Services for residents to print: what, where, what it costs, how to get in.",
    }),
    isPassing: chosen !== null,
    main: html`<div class="wide leaflet">
      <h1>${title}</h1>
      <p class="quiet">
        ${clockWords(visit)}.
        ${say({ pl: "Zanim pójdziesz, zadzwoń.", en: "Call before you go." })}
      </p>
      <nav
        class="print-not filters"
        aria-label="${say({ pl: "Która ulotka", en: "Which leaflet" })}"
      >
        <span
          >${say({ pl: "Żeby wydrukować, naciśnij Ctrl+P albo wybierz „Drukuj” w przeglądarce. Inne ulotki:", en: "To print, press Ctrl+P or choose “Print” in the browser. Other leaflets:" })}</span
        >
        <a href="${own}">${say({ pl: "wszystkie", en: "all" })}</a>
        ${situations.map(({ slug, title: name }) => html`<a href="${own}?${FIELDS.about[language]}=${slug[language]}">${name[language]}</a> `)}
      </nav>
      <p>
        <strong
          >${say({ pl: "Ktoś jest w niebezpieczeństwie? Dzwoń: 112.", en: "Is somebody in danger? Call 112." })}</strong
        >
        ${visit.emergencies.map(({ name, organization }) => html`<br /><span lang="pl">${name}</span>${organization.phone !== null && `: ${phoneWords(organization.phone)}`}`)}
      </p>
      ${sections.map(
        ({ situation, services, total }) =>
          services.length > 0 &&
          html`<section>
            <h2${chosen !== null && html` class="hidden"`}>${situation.title[language]}</h2>
            <ul class="services">
              ${services.map((one) => line(visit, one))}
            </ul>
            ${total > services.length && html`<p class="quiet">${say({ pl: `Pokazujemy ${String(services.length)} z ${String(total)}. Reszta jest na stronie.`, en: `${String(services.length)} of ${String(total)} are shown. The rest is on the site.` })}</p>`}
          </section>`,
      )}
      ${talk(visit)}
    </div>`,
  });
}

function line(visit: Visit, service: PublishedOffer): Html {
  const { language } = visit;
  const { phone, name } = service.organization;
  const place = placeOf(service);
  return html`<li>
    <h3 lang="pl">${service.name}</h3>
    <p class="small">
      <span lang="pl">${name}${place !== null && `, ${place}`}</span
      >${phone !== null && `, tel. ${phoneWords(phone)}`}<br />
      ${entryWords(service, language)} ${costWords(service, language)}
      ${bandWords(service, language)}.
    </p>
  </li>`;
}
