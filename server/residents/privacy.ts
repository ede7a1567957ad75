// What the pages for residents know of who reads them: nothing that is kept.
import type { OpenAnswer } from "../platform/open-room.js";
import { drawn, sayingOf, type Visit } from "./frame.js";
import { html } from "./html.js";

export function privacyPage(visit: Visit): OpenAnswer {
  const say = sayingOf(visit);
  const { host } = visit;
  const title = say({ pl: "Ochrona danych", en: "Privacy" });
  return drawn(visit, {
    page: "privacy",
    title,
    says: say({
      pl: "Co wiemy o osobach, które czytają tę stronę: nic, co byśmy zachowali.",
      en: "What we know of who reads this site: nothing that we keep.",
    }),
    main: html`<div class="wide">
      <article class="narrow text">
        <h1>${title}</h1>
        <p>
          ${say({ pl: "Nie musisz się logować ani podawać żadnych danych.", en: "You need not sign in or give any data." })}
        </p>
        <p>
          ${say({ pl: "Ta strona nie zapisuje plików cookie, niczego nie śledzi i nie wczytuje niczego z innych miejsc.", en: "This site sets no cookies, follows nobody and loads nothing from elsewhere." })}
        </p>
        <p>
          ${say({ pl: "To, czego szukasz, stoi tylko w adresie w Twojej przeglądarce. Nie zapisujemy tego. Nie wpisuj nazwisk ani numerów.", en: "What you search for stands only in the address in your browser. We do not keep it. Type no names or numbers." })}
        </p>
        <p>
          ${say({ pl: "Strona nie mówi, kto korzysta z usług. Zamiast liczby miejsc podaje tylko, czy są.", en: "The site does not tell who uses a service. It tells whether there are places, not how many." })}
        </p>
        <p>
          ${say({ pl: "Gdy zadzwonisz albo przyjdziesz, Twoje dane przetwarza", en: "When you call or come, your data are processed by" })}
          <span lang="pl">${host.name}</span>.
          ${say({ pl: "Tam dowiesz się, po co i jak długo.", en: "There you are told what for and for how long." })}
        </p>
      </article>
    </div>`,
  });
}
