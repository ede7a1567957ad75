// The addresses of the client, one line a page, and the menu that leads to them.
import { lazy, Suspense } from "react";
import { Outlet, type RouteObject } from "react-router";

import { FirstPassword } from "./account/FirstPassword.js";
import { SignInPage } from "./account/SignInPage.js";
import { Session } from "./app/session/Session.js";
import { agreementRoles, registerRoles } from "./app/session/viewer.js";
import { byRole, byRoleOr, ToStart } from "./app/shell/by-role.js";
import type { MenuEntry } from "./app/shell/navigation.js";
import { NotFoundPage } from "./app/shell/NotFoundPage.js";
import { Shell } from "./app/shell/Shell.js";
import { StartPage } from "./app/shell/StartPage.js";
import { Loading } from "./design/Loading.js";
import type { Role } from "./graphql/generated/graphql.js";
import { OfferDesk } from "./offer/OfferDesk.js";
import {
  inboxRoles,
  useAwaitingAtStart,
  useAwaitingReferrals,
} from "./referrals/inbox.js";
import { InboxWatch } from "./referrals/InboxWatch.js";
import { senderRoles } from "./referring/sent-list.js";
import { SentWatch } from "./referring/SentWatch.js";
import { useAwaitingHer } from "./referring/use-awaits-her.js";
import { AgreementsWatch } from "./start/AgreementsWatch.js";
import { useAwaitingAgreements } from "./start/awaiting-agreements.js";

/** Seen once in an account's life. */
const SecondFactorFirst = lazy(async () => ({
  default: (await import("./account/SecondFactorFirst.js")).SecondFactorFirst,
}));

const partnerRoles = [
  "PARTNER_VIEWER",
  "PARTNER_EDITOR",
  "PARTNER_REFERRALS",
  "PARTNER_ADMIN",
] as const satisfies readonly Role[];

const boardRoles = ["OUS", "DIRECTOR"] as const satisfies readonly Role[];

const searchRoles = ["KIPUS", "OSL"] as const satisfies readonly Role[];

const logRoles = [
  "IOD",
  "DIRECTOR",
  "SYSADMIN",
] as const satisfies readonly Role[];

/** Roles that have no screen of their own yet. */
const startRoles = [
  "OSL",
  "RESIDENT_REP",
  "AUTHORITY",
  "IOD",
  "SYSADMIN",
] as const satisfies readonly Role[];

/** Who sees the people of an organisation; who may change them is told by the organisation. */
const peopleRoles = [
  "PARTNER_ADMIN",
  "OUS",
  "DIRECTOR",
  "IOD",
  "SYSADMIN",
] as const satisfies readonly Role[];

/** Who reads the referrals of the organisation. */
const contributionRoles = [
  "PARTNER_REFERRALS",
  "PARTNER_ADMIN",
] as const satisfies readonly Role[];

/** Who sees the money of an agreement; of a partner its own. */
const accountsRoles = [
  "PARTNER_ADMIN",
  "OUS",
  "DIRECTOR",
  "AUTHORITY",
] as const satisfies readonly Role[];

/** Who reads programmes; a partner's are those that it takes part in. */
const programmeRoles = [
  ...partnerRoles,
  ...boardRoles,
  "KIPUS",
  "OSL",
  "RESIDENT_REP",
  "AUTHORITY",
  "IOD",
] as const satisfies readonly Role[];

/** Who holds, comments on or approves standards of quality. */
const standardRoles = [
  ...partnerRoles,
  ...boardRoles,
  "KIPUS",
  "OSL",
  "RESIDENT_REP",
  "AUTHORITY",
] as const satisfies readonly Role[];

/** Who works in the network and reads the inventory. */
const resourceRoles = [
  ...partnerRoles,
  ...boardRoles,
  "KIPUS",
  "OSL",
  "RESIDENT_REP",
] as const satisfies readonly Role[];

const menu: readonly MenuEntry[] = [
  {
    path: "/start",
    label: "start",
    icon: "home",
    roles: startRoles,
  },
  {
    path: "/szukaj",
    label: "search",
    icon: "search",
    hasShortLabel: true,
    roles: searchRoles,
  },
  {
    path: "/nagle",
    label: "emergency",
    icon: "phone",
    roles: senderRoles,
  },
  {
    path: "/skierowania",
    hotkey: "s",
    label: "referrals",
    icon: "inbox",
    roles: senderRoles,
    useAwaiting: useAwaitingHer,
  },
  {
    path: "/sprawy",
    label: "cases",
    icon: "people",
    roles: senderRoles,
  },
  {
    path: "/skierowania",
    hotkey: "s",
    label: "referrals",
    icon: "inbox",
    roles: inboxRoles,
    evenLeft: true,
    useAwaiting: useAwaitingReferrals,
  },
  {
    path: "/oferta",
    hotkey: "o",
    label: "offer",
    icon: "grid",
    hasShortLabel: true,
    isFirstOnPhone: true,
    ofHub: false,
    roles: partnerRoles,
  },
  {
    path: "/oferta",
    hotkey: "o",
    label: "offerOfHub",
    icon: "grid",
    hasShortLabel: true,
    isFirstOnPhone: true,
    ofHub: true,
    roles: ["PARTNER_EDITOR", "PARTNER_ADMIN", "OSL"],
  },
  {
    path: "/oferta-teraz",
    hotkey: "o",
    label: "board",
    icon: "board",
    hasShortLabel: true,
    roles: boardRoles,
  },
  {
    path: "/ochrona-danych",
    label: "protection",
    icon: "lock",
    roles: ["IOD"],
  },
  {
    path: "/dziennik",
    label: "accessLog",
    icon: "list",
    roles: logRoles,
  },
  {
    path: "/partnerzy",
    label: "partners",
    icon: "partners",
    roles: ["OUS", "PARTNER_ADMIN"],
  },
  {
    path: "/umowy",
    hotkey: "u",
    label: "agreements",
    icon: "document",
    roles: agreementRoles,
    evenLeft: true,
    useAwaiting: useAwaitingAgreements,
  },
  {
    path: "/siec",
    hotkey: "n",
    label: "network",
    icon: "network",
    roles: [...partnerRoles, "KIPUS", ...boardRoles, ...startRoles],
  },
  {
    path: "/potrzeby",
    label: "needs",
    icon: "bell",
    roles: ["KIPUS", "OSL", "OUS"],
  },
  {
    path: "/standardy",
    label: "standards",
    icon: "seal",
    roles: standardRoles,
  },
  {
    path: "/nasz-wklad",
    label: "contribution",
    icon: "gift",
    hasShortLabel: true,
    ofHub: false,
    roles: contributionRoles,
  },
  {
    path: "/programy",
    label: "programmes",
    icon: "book",
    roles: programmeRoles,
  },
  {
    path: "/zasoby",
    label: "resources",
    icon: "key",
    roles: resourceRoles,
  },
  {
    path: "/ludzie",
    label: "people",
    icon: "people",
    roles: peopleRoles,
  },
];

function Inside() {
  return (
    <Session
      passwordFirst={<FirstPassword />}
      factorFirst={
        <Suspense fallback={<Loading />}>
          <SecondFactorFirst />
        </Suspense>
      }
    >
      <InboxWatch />
      <SentWatch />
      <AgreementsWatch />
      <OfferDesk>
        <Shell menu={menu}>
          <Outlet />
        </Shell>
      </OfferDesk>
    </Session>
  );
}

export const routes: RouteObject[] = [
  { path: "/logowanie", Component: SignInPage },
  {
    path: "/logowanie/link",
    HydrateFallback: Loading,
    lazy: async () => ({
      Component: (await import("./account/ForgottenPage.js")).ForgottenPage,
    }),
  },
  {
    path: "/logowanie/link/:token",
    HydrateFallback: Loading,
    lazy: async () => ({
      Component: (await import("./account/NewPasswordPage.js")).NewPasswordPage,
    }),
  },
  {
    path: "/zaproszenie/:token",
    HydrateFallback: Loading,
    lazy: async () => ({
      Component: (await import("./account/InvitationPage.js")).InvitationPage,
    }),
  },
  {
    path: "/skrzynka",
    HydrateFallback: Loading,
    lazy: async () => ({
      Component: (await import("./mailbox/MailboxPage.js")).MailboxPage,
    }),
  },
  {
    path: "/o/:token",
    HydrateFallback: Loading,
    lazy: async () => ({
      Component: (await import("./by-link/LinkPage.js")).LinkPage,
    }),
  },
  {
    path: "/",
    Component: Inside,
    HydrateFallback: Loading,
    children: [
      { index: true, element: <StartPage useAwaiting={useAwaitingAtStart} /> },
      {
        path: "konto",
        lazy: async () => ({
          Component: (await import("./account/AccountPage.js")).AccountPage,
        }),
      },
      {
        path: "oferta",
        lazy: async () => ({
          Component: byRoleOr(ToStart, [
            [...partnerRoles, "OSL"],
            (await import("./offer/OfferPage.js")).OfferPage,
          ]),
        }),
      },
      {
        path: "oferta/centra",
        lazy: async () => ({
          Component: byRole([
            partnerRoles,
            (await import("./offer/QuotasPage.js")).QuotasPage,
          ]),
        }),
      },
      {
        path: "skierowania/:number?",
        lazy: async () => ({
          Component: byRole(
            [inboxRoles, (await import("./referrals/InboxPage.js")).InboxPage],
            [
              senderRoles,
              (await import("./referring/SenderPage.js")).SenderPage,
            ],
          ),
        }),
      },
      {
        path: "obecnosc",
        lazy: async () => ({
          Component: byRole([
            ["PARTNER_REFERRALS"],
            (await import("./attendance/AttendancePage.js")).AttendancePage,
          ]),
        }),
      },
      {
        path: "drzwi",
        lazy: async () => ({
          Component: byRole([
            ["PARTNER_REFERRALS"],
            (await import("./door/DoorPage.js")).DoorPage,
          ]),
        }),
      },
      {
        path: "skierowania/:number/karta",
        lazy: async () => ({
          Component: byRole([
            senderRoles,
            (await import("./referring/SlipPage.js")).SlipPage,
          ]),
        }),
      },
      {
        path: "sprawy",
        lazy: async () => ({
          Component: byRole([
            senderRoles,
            (await import("./cases/CasesPage.js")).CasesPage,
          ]),
        }),
      },
      {
        path: "sprawy/nowa",
        lazy: async () => ({
          Component: byRole([
            senderRoles,
            (await import("./cases/NewCasePage.js")).NewCasePage,
          ]),
        }),
      },
      {
        path: "sprawy/z-listy",
        lazy: async () => ({
          Component: byRole([
            senderRoles,
            (await import("./cases/FromListPage.js")).FromListPage,
          ]),
        }),
      },
      {
        path: "sprawy/:id",
        lazy: async () => ({
          Component: byRole([
            senderRoles,
            (await import("./cases/CasePage.js")).CasePage,
          ]),
        }),
      },
      {
        path: "sprawy/:id/wydruki",
        lazy: async () => ({
          Component: byRole([
            senderRoles,
            (await import("./cases/CasePapersPage.js")).CasePapersPage,
          ]),
        }),
      },
      {
        path: "sprawy/:id/podstawa",
        lazy: async () => ({
          Component: byRole([
            senderRoles,
            (await import("./bases/BasisPage.js")).BasisPage,
          ]),
        }),
      },
      {
        path: "skierowania-bez-koordynatora",
        lazy: async () => ({
          Component: byRole([
            ["OUS"],
            (await import("./referring/LeftBehindPage.js")).LeftBehindPage,
          ]),
        }),
      },
      {
        path: "szukaj",
        lazy: async () => ({
          Component: byRole([
            searchRoles,
            (await import("./search/SearchPage.js")).SearchPage,
          ]),
        }),
      },
      {
        path: "potrzeby",
        lazy: async () => ({
          Component: byRole([
            standardRoles,
            (await import("./needs/NeedsPage.js")).NeedsPage,
          ]),
        }),
      },
      {
        path: "nagle",
        lazy: async () => ({
          Component: byRole([
            senderRoles,
            (await import("./emergency/EmergencyPage.js")).EmergencyPage,
          ]),
        }),
      },
      {
        path: "oferta-teraz",
        lazy: async () => ({
          Component: byRole([
            boardRoles,
            (await import("./board/BoardPage.js")).BoardPage,
          ]),
        }),
      },
      {
        path: "ludzie/:partner?",
        lazy: async () => ({
          Component: byRole([
            peopleRoles,
            (await import("./people/PeoplePage.js")).PeoplePage,
          ]),
        }),
      },
      {
        path: "partnerzy",
        lazy: async () => ({
          Component: byRole([
            registerRoles,
            (await import("./partners/PartnersPage.js")).PartnersPage,
          ]),
        }),
      },
      {
        path: "nasz-wklad",
        lazy: async () => ({
          Component: byRole([
            contributionRoles,
            (await import("./contribution/ContributionPage.js"))
              .ContributionPage,
          ]),
        }),
      },
      {
        path: "partnerzy/:id",
        lazy: async () => ({
          Component: byRole([
            registerRoles,
            (await import("./partners/PartnerPage.js")).PartnerPage,
          ]),
        }),
      },
      {
        path: "umowy/:id/rozliczenie",
        lazy: async () => ({
          Component: byRole([
            accountsRoles,
            (await import("./fulfilment/SettlementPage.js")).SettlementPage,
          ]),
        }),
      },
      {
        path: "partnerzy/:partner/wklad",
        lazy: async () => ({
          Component: byRole([
            boardRoles,
            (await import("./contribution/ContributionPage.js"))
              .ContributionPage,
          ]),
        }),
      },
      {
        path: "umowy",
        lazy: async () => ({
          Component: byRole([
            agreementRoles,
            (await import("./agreements/AgreementsPage.js")).AgreementsPage,
          ]),
        }),
      },
      {
        path: "umowy/nowa",
        lazy: async () => ({
          Component: byRole([
            ["OUS"],
            (await import("./agreements/NewAgreementPage.js")).NewAgreementPage,
          ]),
        }),
      },
      {
        path: "umowy/:id",
        lazy: async () => ({
          Component: byRole([
            [...agreementRoles, ...searchRoles, "AUTHORITY"],
            (await import("./agreements/AgreementPage.js")).AgreementPage,
          ]),
        }),
      },
      {
        path: "umowy/:id/zmiana",
        lazy: async () => ({
          Component: byRole([
            ["OUS"],
            (await import("./agreements/ChangeAgreementPage.js"))
              .ChangeAgreementPage,
          ]),
        }),
      },
      {
        path: "organizacje/nowa",
        lazy: async () => ({
          Component: byRole([
            ["OUS"],
            (await import("./partners/RegisterPage.js")).RegisterPage,
          ]),
        }),
      },
      {
        path: "ochrona-danych",
        lazy: async () => ({
          Component: byRole([
            ["IOD", "DIRECTOR"],
            (await import("./protection/DeskPage.js")).DeskPage,
          ]),
        }),
      },
      {
        path: "dziennik",
        lazy: async () => ({
          Component: byRole([
            logRoles,
            (await import("./access-log/AccessLogPage.js")).AccessLogPage,
          ]),
        }),
      },
      {
        path: "sieci/nowa",
        lazy: async () => ({
          Component: byRole([
            ["OUS"],
            (await import("./partnership/FormNetworkPage.js")).FormNetworkPage,
          ]),
        }),
      },
      {
        path: "siec/:net/zasady",
        lazy: async () => ({
          Component: byRole([
            [
              ...partnerRoles,
              "OUS",
              "KIPUS",
              "OSL",
              "DIRECTOR",
              "RESIDENT_REP",
            ],
            (await import("./partnership/RulesPage.js")).RulesPage,
          ]),
        }),
      },
      {
        path: "siec/:net/kroki",
        lazy: async () => ({
          Component: byRole([
            [
              ...partnerRoles,
              "OUS",
              "KIPUS",
              "OSL",
              "DIRECTOR",
              "RESIDENT_REP",
            ],
            (await import("./partnership/StepsPage.js")).StepsPage,
          ]),
        }),
      },
      {
        path: "siec/:net/kto-co-robi",
        lazy: async () => ({
          Component: (await import("./partnership/AgreedPage.js")).AgreedPage,
        }),
      },
      {
        path: "siec/:net?",
        lazy: async () => ({
          Component: (await import("./picture/NetworkPage.js")).NetworkPage,
        }),
      },
      {
        path: "programy",
        lazy: async () => ({
          Component: byRole([
            programmeRoles,
            (await import("./programmes/ProgrammesPage.js")).ProgrammesPage,
          ]),
        }),
      },
      {
        path: "programy/:id",
        lazy: async () => ({
          Component: byRole([
            programmeRoles,
            (await import("./programmes/ProgrammePage.js")).ProgrammePage,
          ]),
        }),
      },
      {
        path: "standardy",
        lazy: async () => ({
          Component: (await import("./standards/StandardsPage.js"))
            .StandardsPage,
        }),
      },
      {
        path: "standardy/:id",
        lazy: async () => ({
          Component: (await import("./standards/StandardPage.js")).StandardPage,
        }),
      },
      {
        path: "zasoby",
        lazy: async () => ({
          Component: byRole([
            resourceRoles,
            (await import("./resources/ResourcesPage.js")).ResourcesPage,
          ]),
        }),
      },
      {
        path: "start",
        lazy: async () => ({
          Component: (await import("./start/RoleStartPage.js")).RoleStartPage,
        }),
      },
      { path: "*", Component: NotFoundPage },
    ],
  },
];
