// The organiser registers an organisation with its contact person: from here on it is in the centre's local network.
import { randomUUID } from "node:crypto";

import { createUnionType } from "type-graphql";
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import {
  isRequestKey,
  RequestKeyReused,
  takeRequestKey,
} from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import {
  cleanNumber,
  ContactPerson,
  enterPartner,
  isNip,
  isPhone,
  isRegon,
  Partner,
  partnerPolicy,
  phoneNumber,
  sectorOf,
} from "../partners/index.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { isEmail } from "../platform/mail-address.js";
import { joinNetwork } from "./join-network.js";
import { Network } from "./network.js";
import type { RegisterPartnerInput } from "./register-partner-input.js";
import { PartnerLooksKnown } from "./register-partner-input.js";

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
  if (
    given.regon &&
    (await partners.existsBy({ centreId, regon: given.regon }))
  )
    return unknownNoun(work.say, "regon", {
      pl: "Organizacja z tym numerem REGON już tu jest.",
      en: "An organisation with this REGON is here already.",
    });
  const alike = input.isAnother ? [] : await looksLike(work, given.name);
  if (alike.length > 0)
    return new PartnerLooksKnown(
      work.say({
        pl: "Podobna organizacja już tu jest. Sprawdź, czy to nie ta sama.",
        en: "An organisation like this is here already. See whether it is the same.",
      }),
      alike,
    );
  return settle(work, id, input, given);
}

interface Read {
  name: string;
  nip: string | null;
  regon: string | null;
  phone: string | null;
}

async function settle(
  work: Work,
  id: string,
  input: RegisterPartnerInput,
  { name, nip, regon, phone }: Read,
): Promise<Partner> {
  const { centreId } = work;
  const partner = await enterPartner(work, {
    id,
    name,
    shortName: name,
    kind: input.kind,
    sector: sectorOf(input.kind),
    dataRole: input.dataRole,
    nip,
    regon,
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
  const network = await work.manager
    .getRepository(Network)
    .findOneByOrFail({ centreId, kind: "LSR" });
  await joinNetwork(work, network.id, partner.id, input.stakeholderType);
  return partner;
}

function faults(
  work: Work,
  { requestKey, contact }: RegisterPartnerInput,
  { name, nip, regon, phone }: Read,
): InvalidInput | null {
  const person = contact.name.trim();
  return new InputCheck(work.say)
    .that(isRequestKey(requestKey), "requestKey", {
      pl: "Klucz ma mieć od 1 do 200 znaków.",
      en: "A key has from 1 to 200 characters.",
    })
    .that(name.length >= 3 && name.length <= 200, "name", {
      pl: "Nazwa ma mieć od 3 do 200 znaków.",
      en: "A name has from 3 to 200 characters.",
    })
    .that(nip === null || isNip(nip), "nip", {
      pl: "Ten NIP ma zły układ cyfr. Sprawdź 10 cyfr.",
      en: "This NIP is wrong. Check its 10 digits.",
    })
    .that(regon === null || isRegon(regon), "regon", {
      pl: "Ten REGON ma zły układ cyfr. Ma 9 albo 14 cyfr.",
      en: "This REGON is wrong. It has 9 or 14 digits.",
    })
    .that(person.length >= 2 && person.length <= 200, "contact.name", {
      pl: "Imię i nazwisko: od 2 do 200 znaków.",
      en: "A name has from 2 to 200 characters.",
    })
    .that(isEmail(contact.workEmail.trim()), "contact.workEmail", {
      pl: "To nie jest adres e-mail. Przykład: imie@organizacja.pl.",
      en: "This is no e-mail address. Example: name@organisation.pl.",
    })
    .that(phone === null || isPhone(phone), "contact.workPhone", {
      pl: "Podaj numer z 9 cyfr albo z kierunkowym kraju, np. +48…",
      en: "Give 9 digits, or a number with its country, e.g. +48…",
    }).problem;
}

/** By name, without case, diacritics and small slips; at most five. */
async function looksLike(work: Work, name: string): Promise<Partner[]> {
  const found = await work.rows<{ id: string }>(
    `select id from partner where centre_id = $1 and status <> 'FORMER'
       and similarity(folded(name), folded($2)) > 0.7
     order by similarity(folded(name), folded($2)) desc, id limit 5`,
    [work.centreId, name],
  );
  return work.manager
    .getRepository(Partner)
    .findBy({ centreId: work.centreId, id: In(found.map(({ id }) => id)) });
}
