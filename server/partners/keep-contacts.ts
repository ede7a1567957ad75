// The people of an organisation whom others turn to: one more, one changed, another first, one who leaves.
import { randomUUID } from "node:crypto";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import type {
  AddContactPersonInput,
  AddContactPersonPayload,
  ChangeContactPersonInput,
  ChangeContactPersonPayload,
  MakePrimaryContactInput,
  RemoveContactPersonInput,
} from "./contact-input.js";
import { ContactPerson } from "./contact-person.js";
import { faultsOfContact, readContactWords } from "./contact-words.js";
import { colleagueOf, findContact, saveContact } from "./find-contact.js";
import { Partner } from "./partner.js";
import { contactPersonPolicy } from "./partners.policy.js";

/** Of an organisation that has nobody yet the first one named is the one to turn to first. */
export async function addContactPerson(
  work: Work,
  input: AddContactPersonInput,
): Promise<typeof AddContactPersonPayload> {
  signedIn(work);
  const { centreId } = work;
  const partnerId = fromGlobalId("Partner", input.partnerId);
  const partner = await work.manager
    .getRepository(Partner)
    .findOneBy({ centreId, id: partnerId });
  if (!partner)
    return unknownNoun(work.say, "partnerId", {
      pl: "Nie ma takiej organizacji.",
      en: "There is no such organisation.",
    });
  authorize(work, contactPersonPolicy.keep, { centreId, partnerId });
  const people = work.manager.getRepository(ContactPerson);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "addContactPerson",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return people.findOneByOrFail({ centreId, id: taken.repeats });
  await work.alone(`contacts ${partnerId}`);
  const isPrimary = !(await people.existsBy({
    centreId,
    partnerId,
    active: true,
    isPrimary: true,
  }));
  const words = readContactWords(input.person);
  const problem =
    new InputCheck(work.say).key(input.requestKey).problem ??
    faultsOfContact(work.say, words, isPrimary);
  if (problem) return problem;
  if (words.isDeputy) await endDeputy(work, partnerId);
  const person = Object.assign(new ContactPerson(), {
    centreId,
    id,
    partnerId,
    ...words,
    isPrimary,
    willingConfirmedAt: null,
    willingConfirmedBy: null,
    willingNote: null,
    awayFrom: null,
    awayTo: null,
    substituteId: null,
    active: true,
    version: 1,
    createdAt: work.now,
  } satisfies Partial<ContactPerson>);
  await people.insert(person);
  work.record({
    type: "ContactPersonNamed",
    topic: "NETWORK",
    subjectId: id,
    partnerId,
    facts: { primary: isPrimary, deputy: words.isDeputy },
  });
  return person;
}

/**
 * Another name is another person: she has still to say that she is willing; so has who said it herself at another address.
 * The links that went to the old address are dead from here on.
 */
export async function changeContactPerson(
  work: Work,
  input: ChangeContactPersonInput,
): Promise<typeof ChangeContactPersonPayload> {
  const person = await findContact(work, input, "keep");
  if (!(person instanceof ContactPerson)) return person;
  const words = readContactWords(input.person);
  const problem = faultsOfContact(work.say, words, person.isPrimary);
  if (problem) return problem;
  if (words.isDeputy && !person.isDeputy)
    await endDeputy(work, person.partnerId);
  const isRenamed = words.name !== person.name;
  const isElsewhere =
    words.workEmail !== (person.workEmail?.toLowerCase() ?? null);
  const asksAnew =
    isRenamed || (isElsewhere && person.willingConfirmedBy === "HERSELF");
  return saveContact(
    work,
    person,
    "ContactPersonChanged",
    {
      ...words,
      ...(asksAnew && {
        willingConfirmedAt: null,
        willingConfirmedBy: null,
        willingNote: null,
      }),
    },
    { another: isRenamed || isElsewhere },
  );
}

export async function makePrimaryContact(
  work: Work,
  input: MakePrimaryContactInput,
): Promise<typeof ChangeContactPersonPayload> {
  const person = await findContact(work, input, "keep");
  if (!(person instanceof ContactPerson) || person.isPrimary) return person;
  return becomePrimary(work, person, "contactPersonId");
}

/** Who was first leaves only with a successor named in the same step (domain 2.3). */
export async function removeContactPerson(
  work: Work,
  input: RemoveContactPersonInput,
): Promise<typeof ChangeContactPersonPayload> {
  const person = await findContact(work, input, "keep");
  if (!(person instanceof ContactPerson)) return person;
  if (person.isPrimary && !input.successorId)
    return unknownNoun(work.say, "successorId", {
      pl: "To główny kontakt. Wskaż, kto przejmuje tę rolę.",
      en: "She is the first contact. Say who takes over.",
    });
  const successor = input.successorId
    ? await colleagueOf(work, person, input.successorId, "successorId")
    : null;
  if (successor instanceof InvalidInput) return successor;
  const { isPrimary } = person;
  await work.rows(
    `update contact_person set substitute_id = null, version = version + 1
     where centre_id = $1 and partner_id = $2 and substitute_id = $3`,
    [work.centreId, person.partnerId, person.id],
  );
  const left = await saveContact(work, person, "ContactPersonRemoved", {
    active: false,
    isPrimary: false,
    isDeputy: false,
  });
  if (!successor || !isPrimary) return left;
  const fresh = await work.manager
    .getRepository(ContactPerson)
    .findOneByOrFail({ centreId: work.centreId, id: successor.id });
  return becomePrimary(work, fresh, "successorId");
}

/** The two change places; who was first stands in from here on, unless somebody else does already. */
async function becomePrimary(
  work: Work,
  person: ContactPerson,
  path: string,
): Promise<ContactPerson | InvalidInput> {
  if (!person.workEmail)
    return unknownNoun(work.say, path, {
      pl: "Ta osoba nie ma adresu e-mail. Dopisz go: tam idą listy o skierowaniach.",
      en: "This person has no e-mail address. Add it: letters about referrals go there.",
    });
  const { centreId, partnerId, id } = person;
  const of = { centreId, partnerId, active: true };
  const people = work.manager.getRepository(ContactPerson);
  await work.alone(`contacts ${partnerId}`);
  const isDeputyFree =
    person.isDeputy || !(await people.existsBy({ ...of, isDeputy: true }));
  // she keeps her version until she is saved below
  if (person.isDeputy) await people.update({ ...of, id }, { isDeputy: false });
  await work.rows(
    `update contact_person set is_primary = false, is_deputy = is_deputy or $3, version = version + 1
     where centre_id = $1 and partner_id = $2 and is_primary and active`,
    [centreId, partnerId, isDeputyFree],
  );
  return saveContact(work, person, "ContactPersonMadePrimary", {
    isPrimary: true,
    isDeputy: false,
  });
}

async function endDeputy(work: Work, partnerId: string): Promise<void> {
  await work.rows(
    `update contact_person set is_deputy = false, version = version + 1
     where centre_id = $1 and partner_id = $2 and is_deputy and active`,
    [work.centreId, partnerId],
  );
}
