// What search engines are told, in the words of schema.org; nothing that the page itself does not say.
import type { PublishedOffer } from "../interop/index.js";
import { addressOf, type PageName } from "./addresses.js";
import type { Visit } from "./frame.js";
import { placeOf } from "./telling.js";

const CONTEXT = { "@context": "https://schema.org" } as const;

function at(visit: Visit, page: PageName, further = ""): string {
  const { host, language, publicUrl } = visit;
  return `${publicUrl.replace(/\/$/, "")}${addressOf(host.slug, page, language, further)}`;
}

/** Without what is not known. */
function known(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  );
}

export function centreFacts(visit: Visit): object {
  const { host, language } = visit;
  return {
    ...CONTEXT,
    "@graph": [
      known({
        "@type": "GovernmentOrganization",
        name: host.name,
        url: at(visit, "start"),
        address: host.address,
        telephone: host.page?.phone ?? host.phone,
        email: host.page?.email,
        areaServed: host.shortName,
      }),
      {
        "@type": "WebSite",
        name: host.name,
        url: at(visit, "start"),
        inLanguage: language,
        potentialAction: {
          "@type": "SearchAction",
          target: `${at(visit, "list")}?q={search_term_string}`,
          "query-input": "required name=search_term_string",
        },
      },
    ],
  };
}

export function serviceFacts(visit: Visit, service: PublishedOffer): object {
  const { organization } = service;
  const place = placeOf(service);
  return {
    ...CONTEXT,
    ...known({
      "@type": "Service",
      "@id": at(visit, "service", service.id),
      url: at(visit, "service", service.id),
      name: service.name,
      description: service.description,
      areaServed: visit.host.shortName,
      provider: known({
        "@type": "Organization",
        name: organization.name,
        address: organization.address,
        telephone: organization.phone,
        url: organization.website,
      }),
      availableChannel: known({
        "@type": "ServiceChannel",
        serviceUrl: at(visit, "service", service.id),
        serviceLocation: place && { "@type": "Place", address: place },
      }),
      // what a package does not say of fees is not said to be free
      offers:
        service.feeGrosze === 0 && service.said
          ? null
          : {
              "@type": "Offer",
              price: (service.feeGrosze / 100).toFixed(2),
              priceCurrency: "PLN",
            },
    }),
  };
}

export function listFacts(
  visit: Visit,
  services: readonly PublishedOffer[],
): object {
  return {
    ...CONTEXT,
    "@type": "ItemList",
    itemListElement: services.map(({ id, name }, place) => ({
      "@type": "ListItem",
      position: place + 1,
      name,
      url: at(visit, "service", id),
    })),
  };
}
