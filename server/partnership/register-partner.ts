// The organiser registers an organisation with its contact person: a member of the local network where it has signed so, else invited there.
import { randomUUID } from "node:crypto";

import { createUnionType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import {
  aimByType,
  canBeUnit,
  cleanNumber,
  ContactPerson,
  enterPartner,
  isKrs,
  isNip,
  isPhone,
  isRegon,
  lockNumbers,
  lookAlikes,
  looksKnown,
  numberTaken,
  Partner,
  PartnerLooksKnown,
  partnerPolicy,
  phoneNumber,
  type Sector,
  sectorOf,
  takenNumber,
} from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { isEmail, wordsForNoEmail } from "../platform/mail-address.js";
import { findLocalNetwork } from "./found-network.js";
import { enterNetwork } from "./join-network.js";
import { declaredLater } from "./network-words.js";
import type { RegisterPartnerInput } from "./register-partner-input.js";

export const RegisterPartnerPayload = createUnionType({
  name: "RegisterPartnerPayload",
  description: "Outcome of registering an organisation.",
  types: () =>
    [Partner, PartnerLooksKnown, RequestKeyReused, InvalidInput] as const,
});

export async function registerPartner(
  work: Work,
  input: RegisterPartnerInput,
): Promise<typeof RegisterPartnerPayload> {
  signedIn(work);
  const { centreId } = work;
  authorize(work, partnerPolicy.register, { centreId });
  const given = {
    name: input.name.trim(),
    nip: input.nip?.trim() ? cleanNumber(input.nip) : null,
    regon: input.regon?.trim() ? cleanNumber(input.regon) : null,
    krs: input.krs?.trim() ? cleanNumber(input.krs) : null,
    phone: phoneNumber(input.contact.workPhone),
  };
  const problem = faults(work, input, given);
  if (problem) return problem;
  const partners = work.manager.getRepository(Partner);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "registerPartner",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return partners.findOneByOrFail({ centreId, id: taken.repeats });
  await lockNumbers(work, given);
  const known = { id: null, ...given };
  const number = await takenNumber(work, known);
  if (number) return numberTaken(work, number);
  const alike = input.isAnother ? [] : await lookAlikes(work, known);
  if (alike.length > 0) return looksKnown(work, alike);
  const network = await findLocalNetwork(work);
  if (network instanceof InvalidInput) return network;
  const partner = await settle(work, id, input, given);
  const { stakeholderType, declaredOn = null } = input;
  await enterNetwork(work, network.id, id, declaredOn ? "MEMBER" : "INVITED", {
    stakeholderType,
    declaredOn,
  });
  return partner;
}

interface Read {
  name: string;
  nip: string | null;
  regon: string | null;
  krs: string | null;
  phone: string | null;
}

async function settle(
  work: Work,
  id: string,
  input: RegisterPartnerInput,
  { name, nip, regon, krs, phone }: Read,
): Promise<Partner> {
  const { centreId } = work;
  const partner = await enterPartner(work, {
    id,
    name,
    shortName: name,
    kind: input.kind,
    sector: sectorOfNew(input),
    status: input.declaredOn ? "ACTIVE" : "INVITED",
    dataRole: input.dataRole,
    nip,
    regon,
    krs,
    // what the organiser says of its aims is what the type stands for (domain 1.2)
    reintegrationAim: aimByType(input.stakeholderType),
    address: input.address?.trim() || null,
  });
  const { contact } = input;
  await work.manager.getRepository(ContactPerson).insert({
    centreId,
    id: randomUUID(),
    partnerId: partner.id,
    name: contact.name.trim(),
    position: contact.position?.trim() || null,
    workEmail: contact.workEmail.trim().toLowerCase(),
    workPhone: phone,
    isPrimary: true,
    active: true,
    createdAt: work.now,
  });
  return partner;
}

/** A unit of the centre is public, whatever others of its kind are. */
function sectorOfNew({ kind, dataRole }: RegisterPartnerInput): Sector {
  return dataRole === "SAME_CONTROLLER" ? "PUBLIC" : sectorOf(kind);
}

function faults(
  work: Work,
  input: RegisterPartnerInput,
  { name, nip, regon, krs, phone }: Read,
): InvalidInput | null {
  const { requestKey, address, contact, declaredOn, kind, dataRole } = input;
  const person = contact.name.trim();
  return new InputCheck(work.say)
    .key(requestKey)
    .that(name.length >= 3 && name.length <= 200, "name", {
      pl: "Nazwa ma mieć od 3 do 200 znaków.",
      en: "A name has from 3 to 200 characters.",
    })
    .that(!holdsPesel(name), "name", noPesel)
    .that(
      dataRole !== "SAME_CONTROLLER" ||
        canBeUnit({ kind, sector: sectorOfNew(input) }),
      "dataRole",
      {
        pl: "Ten sam administrator to tylko jednostki CUS. Wybierz inną rolę.",
        en: "Only units of the centre are the same controller. Choose another part.",
      },
    )
    .that(!holdsPesel(address ?? ""), "address", noPesel)
    .that(!holdsPesel(contact.name), "contact.name", noPesel)
    .that(!holdsPesel(contact.position ?? ""), "contact.position", noPesel)
    .that(nip === null || isNip(nip), "nip", {
      pl: "Ten NIP ma zły układ cyfr. Sprawdź 10 cyfr.",
      en: "This NIP is wrong. Check its 10 digits.",
    })
    .that(regon === null || isRegon(regon), "regon", {
      pl: "Ten REGON ma zły układ cyfr. Ma 9 albo 14 cyfr.",
      en: "This REGON is wrong. It has 9 or 14 digits.",
    })
    .that(krs === null || isKrs(krs), "krs", {
      pl: "KRS ma 10 cyfr, z zerami na początku.",
      en: "A KRS has 10 digits, with its leading zeros.",
    })
    .that(
      (declaredOn ?? "") <= localDate(work.now),
      "declaredOn",
      declaredLater,
    )
    .that(person.length >= 2 && person.length <= 200, "contact.name", {
      pl: "Imię i nazwisko: od 2 do 200 znaków.",
      en: "A name has from 2 to 200 characters.",
    })
    .that(
      isEmail(contact.workEmail.trim()),
      "contact.workEmail",
      wordsForNoEmail(contact.workEmail.trim()),
    )
    .that(phone === null || isPhone(phone), "contact.workPhone", {
      pl: "Podaj numer z 9 cyfr albo z kierunkowym kraju, np. +48…",
      en: "Give 9 digits, or a number with its country, e.g. +48…",
    }).problem;
}
