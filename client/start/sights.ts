// What each role finds on its screens today; a path where a screen of its own shows it.
import type { Role } from "../graphql/generated/graphql.js";

interface Sight {
  name: string;
  roles: readonly Role[];
  path?: string;
}

const partner = [
  "PARTNER_VIEWER",
  "PARTNER_EDITOR",
  "PARTNER_REFERRALS",
  "PARTNER_ADMIN",
] as const satisfies readonly Role[];

const staff = [
  "OUS",
  "KIPUS",
  "OSL",
  "DIRECTOR",
] as const satisfies readonly Role[];

export const sights: readonly Sight[] = [
  { name: "board", roles: ["OUS", "DIRECTOR"], path: "/oferta-teraz" },
  { name: "search", roles: ["KIPUS", "OSL"], path: "/szukaj" },
  { name: "offer", roles: partner, path: "/oferta" },
  {
    name: "network",
    roles: [
      ...partner,
      ...staff,
      "RESIDENT_REP",
      "AUTHORITY",
      "IOD",
      "SYSADMIN",
    ],
    path: "/siec",
  },
  {
    name: "catalogue",
    roles: ["RESIDENT_REP", "AUTHORITY", "IOD", "SYSADMIN"],
  },
  {
    name: "numbers",
    roles: [...partner, ...staff, "RESIDENT_REP", "AUTHORITY"],
  },
  {
    name: "programmes",
    roles: [...partner, ...staff, "RESIDENT_REP", "AUTHORITY", "IOD"],
  },
  {
    name: "standards",
    roles: [...partner, ...staff, "RESIDENT_REP", "AUTHORITY"],
  },
  { name: "agreements", roles: [...staff, "RESIDENT_REP", "AUTHORITY", "IOD"] },
  {
    name: "accessLog",
    roles: ["DIRECTOR", "IOD", "SYSADMIN"],
    path: "/dziennik",
  },
  {
    name: "protection",
    roles: ["DIRECTOR", "IOD"],
    path: "/ochrona-danych",
  },
  { name: "hearing", roles: ["RESIDENT_REP"] },
  { name: "contacts", roles: [...partner, ...staff, "IOD"] },
  { name: "contactNames", roles: ["RESIDENT_REP"] },
];
