// Which centres have a page, for who comes without knowing its address; and what is not there.
import { type Language, speaking } from "../platform/graphql/words.js";
import type { OpenAnswer } from "../platform/open-room.js";
import { addressOf } from "./addresses.js";
import type { Host } from "./found.reads.js";
import { bare, drawn, sayingOf, type Visit } from "./frame.js";
import { html } from "./html.js";

export function centresPage(
  hosts: readonly Host[],
  language: Language,
): OpenAnswer {
  const say = speaking(language);
  const title = say({
    pl: "Usługi dla mieszkańców",
    en: "Services for residents",
  });
  return bare(
    language,
    200,
    title,
    html`<h1>${title}</h1>
      <p>
        ${say({ pl: "Wybierz swoją gminę.", en: "Choose your municipality." })}
      </p>
      <ul class="services">
        ${hosts.map(
          ({ slug, name, shortName }) =>
            html`<li>
              <div>
                <h2>
                  <a href="${addressOf(slug, "start", language)}"
                    >${shortName}</a
                  >
                </h2>
                <p class="quiet" lang="pl">${name}</p>
              </div>
            </li>`,
        )}
      </ul>`,
  );
}

/** Of a centre that there is. */
export function notHerePage(visit: Visit): OpenAnswer {
  const say = sayingOf(visit);
  const title = say({
    pl: "Nie ma takiej strony",
    en: "There is no such page",
  });
  return drawn(visit, {
    page: "privacy",
    status: 404,
    title,
    says: title,
    main: html`<div class="wide narrow text">
      <h1>${title}</h1>
      <p>
        ${say({ pl: "Może usługa się skończyła. Poszukaj innej albo zadzwoń do centrum.", en: "The service may have ended. Look for another, or call the centre." })}
      </p>
      <p>
        <a href="${addressOf(visit.host.slug, "list", visit.language)}"
          >${say({ pl: "Wszystkie usługi", en: "All services" })}</a
        >
      </p>
    </div>`,
  });
}

export function nowherePage(language: Language): OpenAnswer {
  const say = speaking(language);
  const title = say({
    pl: "Nie ma takiej strony",
    en: "There is no such page",
  });
  return bare(
    language,
    404,
    title,
    html`<h1>${title}</h1>
      <p>
        <a href="${say({ pl: "/uslugi", en: "/services" })}"
          >${say({ pl: "Wybierz gminę", en: "Choose a municipality" })}</a
        >
      </p>`,
  );
}
