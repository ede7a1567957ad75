// The addresses of the client, one line a page, and the menu that leads to them.
import { Outlet, type RouteObject } from "react-router";

import { FirstPassword } from "./account/FirstPassword.js";
import { SignInPage } from "./account/SignInPage.js";
import { Session } from "./app/session/Session.js";
import { byRole } from "./app/shell/by-role.js";
import type { MenuEntry } from "./app/shell/navigation.js";
import { NotFoundPage } from "./app/shell/NotFoundPage.js";
import { Shell } from "./app/shell/Shell.js";
import { StartPage } from "./app/shell/StartPage.js";
import { OfferDesk } from "./offer/OfferDesk.js";
import {
  inboxRoles,
  useAwaitingAtStart,
  useAwaitingReferrals,
} from "./referrals/inbox.js";
import { InboxWatch } from "./referrals/InboxWatch.js";

const menu: readonly MenuEntry[] = [
  {
    path: "/skierowania",
    label: "referrals",
    icon: "inbox",
    roles: inboxRoles,
    useAwaiting: useAwaitingReferrals,
  },
  {
    path: "/oferta",
    label: "offer",
    icon: "grid",
    hasShortLabel: true,
    roles: [
      "PARTNER_VIEWER",
      "PARTNER_EDITOR",
      "PARTNER_REFERRALS",
      "PARTNER_ADMIN",
    ],
  },
];

function Inside() {
  return (
    <Session passwordFirst={<FirstPassword />}>
      <InboxWatch />
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
    path: "/",
    Component: Inside,
    HydrateFallback: () => null,
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
          Component: (await import("./offer/OfferPage.js")).OfferPage,
        }),
      },
      {
        path: "skierowania/:number?",
        lazy: async () => ({
          Component: byRole([
            inboxRoles,
            (await import("./referrals/InboxPage.js")).InboxPage,
          ]),
        }),
      },
      { path: "*", Component: NotFoundPage },
    ],
  },
];
