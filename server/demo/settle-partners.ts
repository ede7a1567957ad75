// The demo's organisations with their contact persons, the networks that they are in, and the accounts of all.
import {
  Account,
  Assignment,
  Centre,
  PARTNER_ROLES,
} from "../identity/index.js";
import { aimByType, ContactPerson, Partner } from "../partners/index.js";
import { Network, NetworkMembership } from "../partnership/index.js";
import type { DemoNetwork, DemoPartner, StaffMember } from "./municipality.js";
import type { DemoWorld } from "./world.js";

/** Numbers that nobody has: +48 00 000 00 xx. */
function phone(place: number): string {
  return `+480000000${String(place + 1).padStart(2, "0")}`;
}

export async function settlePartners(world: DemoWorld): Promise<void> {
  const { centreId, work, municipality } = world;
  const { manager, now } = work;
  await manager.getRepository(Partner).insert(
    municipality.partners.map((partner, place) => ({
      centreId,
      id: world.partnerId(partner.code),
      code: partner.code,
      name: partner.name,
      shortName: partner.shortName,
      kind: partner.kind,
      sector: partner.sector,
      statutoryProviderKind: partner.statutoryProviderKind,
      dataRole: partner.dataRole,
      nip: partner.nip,
      regon: partner.regon,
      krs: partner.krs,
      address: partner.address,
      terc: municipality.terc,
      areasServed: [municipality.terc],
      reintegrationAim:
        partner.stakeholderType && aimByType(partner.stakeholderType),
      ...(partner.kind === "CIS" && {
        cisDecision: "PS-IV.9451.7.2023",
        cisVoivode: "Wojewoda Próbny",
        cisValidUntil: world.day(400),
        cisAgreedPlaces: 30,
      }),
      website: null,
      phone: phone(place),
      status:
        partner.standing === "INVITED"
          ? ("INVITED" as const)
          : ("ACTIVE" as const),
      isDemo: true,
      importKey: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    })),
  );
  await manager.getRepository(Centre).update(
    { id: centreId },
    {
      hubPartnerId: world.partnerId(world.hub.code),
      publicPage: {
        hours: world.hub.reachable ?? "pon.–pt. 7:30–15:30",
        email: `uslugi@${municipality.mailDomain}`,
        contact: "Koordynatorka dostępności",
        building:
          "Wejście od rynku jest bez progu, w środku jest winda. Można wejść z psem asystującym. Nie ma pętli indukcyjnej.",
      },
    },
  );
  await settleContacts(world);
  for (const partner of municipality.partners)
    world.past(world.at(`${String(partner.joined - 1)}d 09:00`), null, {
      type: "PartnerRegistered",
      topic: "NETWORK",
      subjectId: world.partnerId(partner.code),
      partnerId: world.partnerId(partner.code),
      facts: { kind: partner.kind },
    });
}

/** Every third organisation has named nobody who stands in, every seventh has not said that its person is willing; one person is away. */
async function settleContacts(world: DemoWorld): Promise<void> {
  const { centreId, work, municipality } = world;
  const shared = { centreId, active: true, createdAt: work.now };
  await work.manager.getRepository(ContactPerson).insert(
    municipality.partners.flatMap((partner, place) => {
      const partnerId = world.partnerId(partner.code);
      const address = `${partner.code.toLowerCase()}@${municipality.mailDomain}`;
      const isWilling = place % 7 !== 4;
      const hasDeputy = place % 3 !== 2;
      const primary = {
        ...shared,
        id: world.id("contact", partner.code),
        partnerId,
        name: partner.contact,
        position: partner.position ?? null,
        workEmail: address,
        workPhone: phone(place),
        availability: partner.reachable ?? null,
        isPrimary: true,
        ...(isWilling && {
          willingConfirmedAt: world.at("-90d 10:00"),
          willingConfirmedBy: "HUB" as const,
          willingNote: "rozmowa na pierwszym spotkaniu",
        }),
        // the same one in each loading, and somebody stands in for her
        ...(place === 6 && { awayFrom: world.day(-1), awayTo: world.day(6) }),
      };
      const deputy = {
        ...shared,
        id: world.id("contact", partner.code, "deputy"),
        partnerId,
        name: deputies[place % deputies.length] ?? "",
        position: null,
        workEmail: `zastepstwo-${address}`,
        workPhone: null,
        isPrimary: false,
        isDeputy: true,
        createdAt: new Date(work.now.getTime() + 1),
      };
      return hasDeputy ? [primary, deputy] : [primary];
    }),
  );
}

const deputies = [
  "Alicja Brzoza",
  "Bogdan Klon",
  "Celina Wierzba",
  "Dominik Grab",
  "Elżbieta Olcha",
  "Filip Buk",
];

export async function settleNetworks(world: DemoWorld): Promise<void> {
  const { centreId, work, municipality } = world;
  const hubPartnerId = world.partnerId(world.hub.code);
  await work.manager.getRepository(Network).insert(
    municipality.networks.map((network) => ({
      centreId,
      id: world.id("network", network.key),
      kind: network.kind,
      name: network.name,
      purpose: network.purpose,
      step: network.step,
      hubPartnerId,
      status: network.status,
      goals: network.goals ?? [],
      cadenceDays: network.cadenceDays ?? null,
      startedOn:
        network.started === undefined ? null : world.day(network.started),
      createdAt: work.now,
    })),
  );
  const memberships = municipality.networks.flatMap((network) =>
    membershipsOf(world, network),
  );
  await work.manager.getRepository(NetworkMembership).insert(memberships);
  for (const { id, partnerId, role, joinedOn } of memberships)
    world.past(new Date(`${joinedOn}T09:30:00Z`), null, {
      type: "NetworkJoined",
      topic: "NETWORK",
      subjectId: id,
      partnerId,
      facts: { role },
    });
}

function membershipsOf(world: DemoWorld, network: DemoNetwork) {
  const isLocal = network.kind === "LSR";
  return [world.hub.code, ...network.members].map((code) => {
    const partner = world.municipality.partners.find(
      (one) => one.code === code,
    );
    if (!partner) throw new Error(`no partner ${code}`);
    const isHub = partner === world.hub;
    return {
      centreId: world.centreId,
      id: world.id("membership", network.key, code),
      networkId: world.id("network", network.key),
      partnerId: world.partnerId(code),
      role: isHub
        ? ("HUB" as const)
        : ((isLocal ? partner.standing : null) ?? ("MEMBER" as const)),
      stakeholderType: partner.stakeholderType,
      roleDescription: roleOf(partner),
      joinedOn: world.day(network.joined ?? partner.joined),
      leftOn: null,
    };
  });
}

/** What it does in a network is what it offers first. */
function roleOf({ services: [first] }: DemoPartner): string | null {
  return first ? `Prowadzi: ${first.name}` : null;
}

/** One password for all, so that it is hashed once. */
export async function openAccounts(
  world: DemoWorld,
  passwordHash: string,
): Promise<void> {
  const { centreId, work, municipality } = world;
  const people: (StaffMember & { partner: string })[] = [
    ...municipality.staff.map(({ login, name, roles }) => ({
      login,
      name,
      roles,
      partner: world.hub.code,
    })),
    ...municipality.partners.map(({ code, contact, accountName }) => ({
      login: code.toLowerCase(),
      name: accountName ?? contact,
      roles: [...PARTNER_ROLES],
      partner: code,
    })),
    ...(municipality.colleagues ?? []),
  ];
  await work.manager.getRepository(Account).insert(
    people.map(({ login, name }) => ({
      id: world.accountId(login),
      email: `${login}@${municipality.mailDomain}`,
      name,
      passwordHash,
      mustChangePassword: false,
      status: "ACTIVE" as const,
      language: "pl" as const,
      createdAt: work.now,
    })),
  );
  const assignments = [...people, ...municipality.furtherAssignments].map(
    ({ login, partner, roles }, place) => ({
      centreId,
      id: world.id("assignment", login, partner),
      accountId: world.accountId(login),
      partnerId: world.partnerId(partner),
      roles,
      // the first one is where somebody begins who was never here before
      startedAt: new Date(work.now.getTime() + place),
      endedAt: null,
    }),
  );
  await work.manager.getRepository(Assignment).insert(assignments);
  for (const { id, accountId, partnerId, roles } of assignments)
    for (const role of roles)
      world.past(world.at("-430d 08:00"), null, {
        type: "RoleGranted",
        topic: "RIGHTS",
        subjectId: id,
        partnerId,
        facts: { accountId, role },
      });
}
