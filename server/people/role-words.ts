// Roles as a mail names them.
import type { Role } from "../identity/index.js";
import type { Words } from "../platform/graphql/words.js";

export const roleWords: Record<Role, Words> = {
  PARTNER_VIEWER: { pl: "podgląd", en: "viewer" },
  PARTNER_EDITOR: { pl: "oferta i wolne miejsca", en: "offer and places" },
  PARTNER_REFERRALS: { pl: "skierowania", en: "referrals" },
  PARTNER_ADMIN: {
    pl: "administrator organizacji",
    en: "administrator of the organisation",
  },
  OUS: {
    pl: "organizator usług społecznych",
    en: "organiser of social services",
  },
  KIPUS: {
    pl: "koordynator indywidualnych planów usług społecznych",
    en: "coordinator of individual plans",
  },
  OSL: {
    pl: "organizator społeczności lokalnej",
    en: "organiser of the local community",
  },
  DIRECTOR: { pl: "dyrektor", en: "director" },
  RESIDENT_REP: { pl: "rzecznik mieszkańców", en: "residents' representative" },
  AUTHORITY: { pl: "władze gminy", en: "authorities of the municipality" },
  IOD: { pl: "inspektor ochrony danych", en: "data protection officer" },
  SYSADMIN: { pl: "administrator techniczny", en: "technical administrator" },
};
