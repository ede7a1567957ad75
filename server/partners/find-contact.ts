// The contact person that a verb is about: found, hers to change, locked, and as she was seen.
import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InvalidInput,
  Refusal,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { ContactMoved } from "./contact-input.js";
import { ContactPerson } from "./contact-person.js";
import { contactPersonPolicy } from "./partners.policy.js";

interface Wanted {
  contactPersonId: string;
  /** Undefined where what was seen does not matter. */
  ifVersion?: number;
}

/** @param ability of the policy that is asked */
export async function findContact(
  work: Work,
  { contactPersonId, ifVersion }: Wanted,
  ability: "keep" | "speak",
): Promise<ContactPerson | ContactMoved | InvalidInput> {
  signedIn(work);
  const where = {
    centreId: work.centreId,
    id: fromGlobalId("ContactPerson", contactPersonId),
    active: true,
  };
  const people = work.manager.getRepository(ContactPerson);
  const known = await people.findOneBy(where);
  if (!known) return noSuchContact(work, "contactPersonId");
  authorize(work, contactPersonPolicy[ability], {
    centreId: known.centreId,
    partnerId: known.partnerId,
    isHerself: await isHerself(work, known),
  });
  // all of an organisation's at once, so that two verbs about it follow each other
  await work.rows(
    `select id from contact_person where centre_id = $1 and partner_id = $2 and active order by id for update`,
    [work.centreId, known.partnerId],
  );
  const person = await people.findOneBy(where);
  if (!person) return noSuchContact(work, "contactPersonId");
  if (ifVersion !== undefined && person.version !== ifVersion)
    return new ContactMoved(
      work.say({
        pl: "Ktoś w tym czasie zmienił dane tej osoby. Sprawdź je i spróbuj jeszcze raz.",
        en: "Somebody has changed this person meanwhile. Look at her again and try once more.",
      }),
      person,
    );
  return person;
}

/** The account at the keyboard has the address that the organisation gave for her. */
export async function isHerself(
  work: Work,
  { partnerId, workEmail }: ContactPerson,
): Promise<boolean> {
  const { actor } = work;
  if (actor.kind !== "member" || actor.partnerId !== partnerId || !workEmail)
    return false;
  const [found] = await work.rows(
    `select from account where id = $1 and email = lower($2)`,
    [actor.accountId, workEmail],
  );
  return found !== undefined;
}

/** Another active person of the same organisation. */
export async function colleagueOf(
  work: Work,
  person: ContactPerson,
  globalId: string,
  path: string,
): Promise<ContactPerson | InvalidInput> {
  const colleague = await work.manager.getRepository(ContactPerson).findOneBy({
    centreId: work.centreId,
    partnerId: person.partnerId,
    id: fromGlobalId("ContactPerson", globalId),
    active: true,
  });
  return colleague && colleague.id !== person.id
    ? colleague
    : unknownNoun(work.say, path, {
        pl: "Wybierz inną osobę tej samej organizacji.",
        en: "Choose another person of the same organisation.",
      });
}

function noSuchContact(work: Work, path: string): InvalidInput {
  return unknownNoun(work.say, path, {
    pl: "Nie ma takiej osoby do kontaktu.",
    en: "There is no such contact person.",
  });
}

/** Saved with the next version, and in the log without a word of who she is. */
export async function saveContact(
  work: Work,
  person: ContactPerson,
  type: string,
  change: Partial<ContactPerson>,
  facts: Record<string, string | boolean | null> = {},
): Promise<ContactPerson> {
  const { centreId } = work;
  const { id, version } = person;
  const saved = Object.assign(person, change, { version: version + 1 });
  const { affected } = await work.manager
    .getRepository(ContactPerson)
    .update({ centreId, id, version }, { ...change, version: saved.version });
  // a row that the second wall hides is changed by nobody
  if (affected !== 1)
    throw new Refusal("FORBIDDEN", "This person is not yours to change.");
  work.record({
    type,
    topic: "NETWORK",
    subjectId: person.id,
    partnerId: person.partnerId,
    facts: { ...facts, version: saved.version },
  });
  return saved;
}
