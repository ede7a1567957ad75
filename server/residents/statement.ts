// The accessibility statement by the EU's model: structure and ids as the Polish technical conditions (2.0, 2024) want them, for the machines that look.
import type { PublicPage } from "../identity/index.js";
import type { OpenAnswer } from "../platform/open-room.js";
import { addressOf } from "./addresses.js";
import type { Host } from "./found.reads.js";
import { drawn, sayingOf, type Visit } from "./frame.js";
import { Html, html } from "./html.js";
import { phoneAddress, phoneWords } from "./telling.js";

const LAW = {
  pl: "ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych",
  en: "the Act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies",
} as const;

const day = (id: string, on: string) =>
  html`<time id="${id}" datetime="${on}">${on}</time>`;

/** What the centre has not said itself is what is known of its page anyway. */
function stated({ page, createdOn }: Host) {
  const since = page?.since ?? createdOn;
  const statedOn = page?.statedOn ?? since;
  return { since, statedOn, reviewedOn: page?.reviewedOn ?? statedOn };
}

export function statementPage(visit: Visit): OpenAnswer {
  const say = sayingOf(visit);
  const { host, language, publicUrl } = visit;
  const { since, statedOn, reviewedOn } = stated(host);
  const url = `${publicUrl.replace(/\/$/, "")}${addressOf(host.slug, "start", language)}`;
  const title = say({
    pl: "Deklaracja dostępności",
    en: "Accessibility statement",
  });
  return drawn(visit, {
    page: "statement",
    title,
    says: say({
      pl: `Jak dostępna jest strona usług: ${host.name}, i jak zgłosić, że coś na niej nie działa.`,
      en: `How accessible the services site of ${host.name} is, and how to report what does not work.`,
    }),
    main: html`<div class="wide">
      <article class="narrow text">
        <h1 id="a11y-deklaracja">${title}</h1>
        <p id="a11y-wstep">
          <span id="a11y-podmiot" lang="pl">${host.name}</span> ${say({
            pl: `zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ${LAW.pl}. Deklaracja dostępności dotyczy strony internetowej`,
            en: `undertakes to make its website accessible in accordance with ${LAW.en}. This statement applies to the website`,
          })} <a id="a11y-url" href="${url}">${url}</a>.
        </p>
        <ul>
          <li>
            ${say({ pl: "Data publikacji strony internetowej", en: "Website published on" })}:
            ${day("a11y-data-publikacja", since)}
          </li>
          <li>
            ${say({ pl: "Data ostatniej istotnej aktualizacji", en: "Last major update" })}:
            ${day("a11y-data-aktualizacja", reviewedOn)}
          </li>
        </ul>
        ${status(visit)}
        <h2>
          ${say({ pl: "Przygotowanie deklaracji", en: "Preparation of this statement" })}
        </h2>
        <ul>
          <li>
            ${say({ pl: "Deklarację sporządzono dnia", en: "Prepared on" })}:
            ${day("a11y-data-sporzadzenie", statedOn)}
          </li>
          <li>
            ${say({ pl: "Deklarację ostatnio przejrzano dnia", en: "Last reviewed on" })}:
            ${day("a11y-data-przeglad", reviewedOn)}
          </li>
        </ul>
        <p id="a11y-audytor">
          ${say({ pl: "Deklarację sporządzono na podstawie samooceny przeprowadzonej przez podmiot publiczny.", en: "It is based on a self-assessment by the public body." })}
        </p>
        <h2>${say({ pl: "Skróty klawiaturowe", en: "Keyboard shortcuts" })}</h2>
        <p>
          ${say({ pl: "Na stronie działają standardowe skróty klawiaturowe przeglądarki. Pierwszy klawisz Tab prowadzi do łącza „Przejdź do treści”.", en: "The usual shortcuts of the browser work. The first Tab leads to “Skip to content”." })}
        </p>
        ${contact(visit)}
        <h2>
          ${say({ pl: "Pozostałe informacje", en: "Further information" })}
        </h2>
        <h3>${say({ pl: "Aplikacje mobilne", en: "Mobile applications" })}</h3>
        <p id="a11y-aplikacje">
          ${say({ pl: "Podmiot nie udostępnia aplikacji mobilnej związanej z tą stroną.", en: "There is no mobile application to this site." })}
        </p>
        <h3>
          ${say({ pl: "Dostępność architektoniczna", en: "Access to the building" })}
        </h3>
        <p id="a11y-architektura" lang="pl">
          ${host.address !== null && `${host.address}. `}${host.page?.building ?? "Opisu dostępności budynku jeszcze tu nie ma. Zapytaj o nią przed przyjściem."}
        </p>
      </article>
    </div>`,
  });
}

function status(visit: Visit): Html {
  const say = sayingOf(visit);
  const isFull = visit.host.page?.conformity === "full";
  return html`<h2>
      ${say({ pl: "Status pod względem zgodności z ustawą", en: "Conformity" })}
    </h2>
    <p>
      ${say({ pl: "Strona internetowa jest", en: "The website is" })}
      <strong id="a11y-status"
        >${
          isFull
            ? say({ pl: "zgodna", en: "conformant" })
            : say({ pl: "częściowo zgodna", en: "partially conformant" })
        }</strong
      >
      ${say({ pl: `z ${LAW.pl}`, en: `with ${LAW.en}` })}${isFull ? "." : say({ pl: " z powodu niezgodności wymienionych poniżej.", en: ", for the reasons below." })}
    </p>
    ${
      !isFull &&
      html`<h3>
          ${say({ pl: "Treści niedostępne", en: "Content that is not accessible" })}
        </h3>
        <ul>
          <li>
            ${say({ pl: "Stronę sprawdzono automatycznie i klawiaturą; nie sprawdzili jej jeszcze ludzie z czytnikami ekranu.", en: "The site was checked by programs and by keyboard, not yet by people with screen readers." })}
          </li>
          <li>
            ${say({ pl: "Nazwy i opisy usług piszą organizacje; nie wszystkie są napisane prostym językiem. W wersji angielskiej są po polsku.", en: "Names and descriptions of services are written by organisations, not all in plain language, and are in Polish in the English version too." })}
          </li>
        </ul>`
    }`;
}

function contact(visit: Visit): Html {
  const say = sayingOf(visit);
  const { host } = visit;
  const page: PublicPage = host.page ?? {};
  const phone = page.phone ?? host.phone;
  const unknown = say({
    pl: "jeszcze nie podano",
    en: "not given yet",
  });
  return html`<h2 id="a11y-kontakt">
      ${say({ pl: "Informacje zwrotne i dane kontaktowe", en: "Feedback and contact" })}
    </h2>
    <ul>
      <li>
        ${say({ pl: "Za rozpatrywanie uwag i wniosków odpowiada", en: "Answers comments and requests" })}:
        <span id="a11y-osoba" lang="pl">${page.contact ?? host.name}</span>
      </li>
      <li>
        E-mail:
        <span id="a11y-email"
          >${page.email === undefined ? unknown : html`<a href="mailto:${page.email}">${page.email}</a>`}</span
        >
      </li>
      <li>
        ${say({ pl: "Telefon", en: "Telephone" })}:
        <span id="a11y-telefon"
          >${phone ? html`<a href="${phoneAddress(phone)}">${phoneWords(phone)}</a>` : unknown}</span
        >
      </li>
    </ul>
    <h2>
      ${say({ pl: "Obsługa wniosków i skarg związanych z dostępnością", en: "Requests and complaints" })}
    </h2>
    <div id="a11y-procedura" class="text">
      <p>
        ${say({
          pl: "Każdy ma prawo zgłosić, że strona lub jej część jest niedostępna, zażądać zapewnienia dostępności cyfrowej albo poprosić o tę samą informację w innej formie.",
          en: "Everybody may report that the site or a part of it is not accessible, demand that it be made so, or ask for the same information in another form.",
        })}
      </p>
      <p>
        ${say({
          pl: "Podaj swoje dane kontaktowe, adres strony, na czym polega trudność, i najwygodniejszą dla Ciebie formę informacji.",
          en: "Give your contact, the address of the page, what the difficulty is, and the form of information that suits you best.",
        })}
      </p>
      <p>
        ${say({
          pl: "Odpowiemy jak najszybciej, najpóźniej w ciągu 7 dni. Jeśli będziemy potrzebowali więcej czasu, powiemy Ci o tym i podamy nowy termin, nie dłuższy niż 2 miesiące. Jeśli nie możemy zapewnić dostępności, zaproponujemy inny sposób dostępu do informacji.",
          en: "We answer as soon as we can, within 7 days. If we need longer, we tell you and name a date within 2 months. If we cannot make it accessible, we offer another way to the information.",
        })}
      </p>
      <p>
        ${say({
          pl: "Jeśli nie zgadzasz się z naszą odpowiedzią, możesz złożyć do nas skargę. Potem możesz zwrócić się do Rzecznika Praw Obywatelskich:",
          en: "If you disagree, you may complain to us, and after that to the Commissioner for Human Rights:",
        })} <a href="https://www.rpo.gov.pl/">www.rpo.gov.pl</a>.
      </p>
    </div>`;
}
