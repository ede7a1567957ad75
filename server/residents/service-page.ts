// One service, in the order in which people ask: what, for whom, how much, how, where and when, whether there are places, who.
import { forWhomIn, type PublishedOffer } from "../interop/index.js";
import type { OpenAnswer } from "../platform/open-room.js";
import { drawn, sayingOf, talk, type Visit } from "./frame.js";
import { Html, html } from "./html.js";
import { serviceFacts } from "./json-ld.js";
import { bandTag, clockWords } from "./pieces.js";
import {
  costWords,
  dayWords,
  easeWords,
  entryWords,
  phoneAddress,
  phoneWords,
  placeOf,
  whenWords,
} from "./telling.js";

/** What a package says beyond our own words, in the standard's names. */
function saidOf({ said }: PublishedOffer, name: string): string | null {
  const value = said?.[name];
  return typeof value === "string" && value !== "" ? value : null;
}

export function servicePage(visit: Visit, service: PublishedOffer): OpenAnswer {
  const say = sayingOf(visit);
  const { language, host } = visit;
  const { organization } = service;
  const place = placeOf(service);
  const eases = easeWords(service, language);
  const forWhom =
    forWhomIn(service, language) ?? saidOf(service, "eligibility_description");
  const fact = (words: string, told: Html) =>
    html`<div>
      <dt>${words}</dt>
      <dd>${told}</dd>
    </div>`;
  const polish = (text: string) => html`<span lang="pl">${text}</span>`;
  return drawn(visit, {
    page: "service",
    further: service.id,
    title: service.name,
    says: (
      service.description ?? `${service.name}. ${organization.name}.`
    ).slice(0, 300),
    facts: serviceFacts(visit, service),
    main: html`<div class="wide columns">
      <article>
        <h1 lang="pl">${service.name}</h1>
        <p class="quiet" lang="pl">${organization.name}</p>
        <dl class="facts">
          ${service.description !== null && fact(say({ pl: "Co to jest", en: "What it is" }), polish(service.description))}
          ${fact(
            say({ pl: "Dla kogo", en: "For whom" }),
            forWhom === null
              ? html`${say({ pl: `Dla mieszkańców: ${host.shortName}.`, en: `For residents: ${host.shortName}.` })}`
              : polish(forWhom),
          )}
          ${fact(say({ pl: "Ile kosztuje", en: "What it costs" }), html`${costWords(service, language)}`)}
          ${fact(say({ pl: "Jak skorzystać", en: "How to get in" }), html`${entryWords(service, language)}`)}
          ${fact(
            say({ pl: "Gdzie i kiedy", en: "Where and when" }),
            html`${place === null ? say({ pl: "Zapytaj o miejsce.", en: "Ask for the place." }) : polish(place)}${service.eventOn !== null && html`<br />${dayWords(service.eventOn, language)}`}${whenWords(service, language).map((line) => html`<br />${line}`)}`,
          )}
          ${eases !== null && fact(say({ pl: "Co ułatwia przyjście", en: "What makes it easier to come" }), html`${eases}`)}
          ${fact(say({ pl: "Czy są miejsca", en: "Are there places" }), html`${bandTag(visit, service)} <span class="small quiet">${clockWords(visit)}</span>`)}
          ${fact(
            say({ pl: "Kto prowadzi", en: "Who runs it" }),
            html`${polish(organization.name)}${organization.phone !== null && html`<br />${say({ pl: "Telefon", en: "Telephone" })}: <a href="${phoneAddress(organization.phone)}">${phoneWords(organization.phone)}</a>`}${organization.website !== null && /^https?:\/\//.test(organization.website) && html`<br /><a href="${organization.website}" rel="noreferrer">${organization.website}</a>`}`,
          )}
        </dl>
      </article>
      ${talk(visit)}
    </div>`,
  });
}
