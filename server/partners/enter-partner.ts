// An organisation becomes known to a centre.
import { randomUUID } from "node:crypto";

import type { Work } from "../events/index.js";
import { Partner } from "./partner.js";
import type { ReintegrationAim } from "./partner-entry.js";
import type {
  DataRole,
  PartnerKind,
  PartnerStatus,
  Sector,
} from "./partner-kind.js";

export interface NewPartner {
  id?: string;
  code?: string | null;
  name: string;
  shortName: string;
  kind: PartnerKind;
  sector: Sector;
  dataRole: DataRole;
  status?: PartnerStatus;
  nip?: string | null;
  regon?: string | null;
  krs?: string | null;
  reintegrationAim?: ReintegrationAim | null;
  address?: string | null;
  terc?: string | null;
  website?: string | null;
  phone?: string | null;
  importKey?: string | null;
}

export async function enterPartner(
  work: Work,
  given: NewPartner,
): Promise<Partner> {
  const partner = Object.assign(new Partner(), {
    centreId: work.centreId,
    id: given.id ?? randomUUID(),
    code: given.code ?? null,
    name: given.name,
    shortName: given.shortName,
    kind: given.kind,
    sector: given.sector,
    statutoryProviderKind: null,
    dataRole: given.dataRole,
    dataRoleReason: null,
    nip: given.nip ?? null,
    regon: given.regon ?? null,
    krs: given.krs ?? null,
    legalForm: null,
    registerEntry: null,
    areasServed: [],
    statutoryAims: null,
    reintegrationAim: given.reintegrationAim ?? null,
    accessibility: [],
    cisDecision: null,
    cisVoivode: null,
    cisValidUntil: null,
    cisAgreedPlaces: null,
    statusReason: null,
    address: given.address ?? null,
    terc: given.terc ?? null,
    website: given.website ?? null,
    phone: given.phone ?? null,
    status: given.status ?? "ACTIVE",
    isDemo: false,
    importKey: given.importKey ?? null,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  } satisfies Partial<Partner>);
  await work.manager.getRepository(Partner).insert(partner);
  work.record({
    type: "PartnerRegistered",
    topic: "NETWORK",
    subjectId: partner.id,
    partnerId: partner.id,
    facts: { kind: partner.kind },
  });
  return partner;
}
