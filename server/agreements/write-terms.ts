// Terms are written to an agreement, and read from it: its columns, its services, who does what, and the money apart.
import { randomUUID } from "node:crypto";

import type { Work } from "../events/index.js";
import { Agreement } from "./agreement.js";
import { AgreementFinance } from "./agreement-finance.js";
import { AgreementParty } from "./agreement-party.js";
import { AgreementTask } from "./agreement-task.js";
import { ServiceInScope } from "./service-in-scope.js";
import type { Money, Terms } from "./terms.js";
import { columnsOf, termsOf } from "./terms.js";

/** Replaces what was written before. */
export async function writeTerms(
  work: Work,
  agreement: Agreement,
  terms: Terms,
): Promise<void> {
  const { centreId, id } = agreement;
  const { manager } = work;
  Object.assign(agreement, columnsOf(terms), {
    version: agreement.version + 1,
    updatedAt: work.now,
  });
  const { affected } = await manager.getRepository(Agreement).update(
    { centreId, id },
    {
      ...columnsOf(terms),
      version: agreement.version,
      updatedAt: agreement.updatedAt,
    },
  );
  if (affected !== 1) throw new Error("the terms were not written");
  await manager
    .getRepository(ServiceInScope)
    .delete({ centreId, agreementId: id });
  await manager
    .getRepository(AgreementTask)
    .delete({ centreId, agreementId: id });
  await insertParts(work, agreement, terms);
  await writeContacts(work, agreement, terms);
}

async function writeContacts(
  work: Work,
  { centreId, id: agreementId }: Agreement,
  { contacts }: Terms,
): Promise<void> {
  const parties = work.manager.getRepository(AgreementParty);
  for (const { partnerId, contactPersonId: was } of await parties.findBy({
    centreId,
    agreementId,
  })) {
    const contactPersonId = contactOf(contacts, partnerId);
    if (contactPersonId === was) continue;
    const { affected } = await parties.update(
      { centreId, agreementId, partnerId },
      { contactPersonId },
    );
    if (affected !== 1) throw new Error("the contact person was not written");
  }
}

/** Null: the party names nobody for this agreement. */
export function contactOf(
  contacts: Terms["contacts"],
  partnerId: string,
): string | null {
  const named = contacts.find((one) => one.partnerId === partnerId);
  return named?.contactPersonId ?? null;
}

export async function insertParts(
  work: Work,
  { centreId, id: agreementId }: Agreement,
  { services, tasks }: Terms,
): Promise<void> {
  await work.manager
    .getRepository(ServiceInScope)
    .insert(services.map((one) => ({ centreId, agreementId, ...one })));
  await work.manager.getRepository(AgreementTask).insert(
    tasks.map((one, n) => ({
      centreId,
      agreementId,
      id: randomUUID(),
      position: n + 1,
      ...one,
    })),
  );
}

/** The money of one version. */
export async function writeMoney(
  work: Work,
  { centreId, id: agreementId }: Agreement,
  revision: number,
  money: Money,
): Promise<void> {
  await work.manager
    .getRepository(AgreementFinance)
    .upsert({ centreId, agreementId, revision, ...money }, [
      "centreId",
      "agreementId",
      "revision",
    ]);
}

export async function moneyInForce(
  work: Work,
  { centreId, id: agreementId, revision }: Agreement,
): Promise<Money | null> {
  return work.manager
    .getRepository(AgreementFinance)
    .findOneBy({ centreId, agreementId, revision });
}

export async function termsInForce(
  work: Work,
  agreement: Agreement,
): Promise<Terms> {
  const { centreId, id: agreementId } = agreement;
  const services = await work.manager
    .getRepository(ServiceInScope)
    .find({ where: { centreId, agreementId }, order: { serviceId: "ASC" } });
  const tasks = await work.manager
    .getRepository(AgreementTask)
    .find({ where: { centreId, agreementId }, order: { position: "ASC" } });
  const parties = await work.manager
    .getRepository(AgreementParty)
    .find({ where: { centreId, agreementId }, order: { partnerId: "ASC" } });
  return termsOf(agreement, {
    services: services.map(({ serviceId, placesKept }) => ({
      serviceId,
      placesKept,
    })),
    tasks: tasks.map(({ task, partnerId, part }) => ({
      task,
      partnerId,
      part,
    })),
    contacts: parties.flatMap(({ partnerId, contactPersonId }) =>
      contactPersonId === null ? [] : [{ partnerId, contactPersonId }],
    ),
  });
}
