// Finds an order, a sheet or a shortfall for a verb: seen by the actor, or as absent.
import { Agreement, AgreementParty } from "../agreements/index.js";
import type { Work } from "../events/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { allows } from "../platform/permission/allows.js";
import { AgreementOrder } from "./agreement-order.js";
import type { AccountsRow } from "./fulfilment.policy.js";
import { fulfilmentPolicy } from "./fulfilment.policy.js";
import { SettlementSheet } from "./settlement-sheet.js";
import { Shortfall } from "./shortfall.js";

function seen<Row extends AccountsRow>(
  { actor }: Work,
  row: Row | null,
): Row | null {
  return row && allows(fulfilmentPolicy.read, actor, row) ? row : null;
}

export async function findOrder(
  work: Work,
  globalId: string,
): Promise<AgreementOrder | null> {
  const id = fromGlobalId("AgreementOrder", globalId);
  const { centreId } = work;
  return seen(
    work,
    await work.manager
      .getRepository(AgreementOrder)
      .findOneBy({ centreId, id }),
  );
}

export async function findSheet(
  work: Work,
  globalId: string,
): Promise<SettlementSheet | null> {
  const id = fromGlobalId("SettlementSheet", globalId);
  const { centreId } = work;
  return seen(
    work,
    await work.manager
      .getRepository(SettlementSheet)
      .findOneBy({ centreId, id }),
  );
}

export async function findShortfall(
  work: Work,
  globalId: string,
): Promise<Shortfall | null> {
  const id = fromGlobalId("Shortfall", globalId);
  const { centreId } = work;
  return seen(
    work,
    await work.manager.getRepository(Shortfall).findOneBy({ centreId, id }),
  );
}

/** Orders, reports and sheets of one organisation under an agreement are written one after the other: none for a time that is being ordered otherwise. */
export function holdAccounts(
  work: Work,
  { agreementId, partnerId }: Pick<AgreementOrder, "agreementId" | "partnerId">,
): Promise<void> {
  return work.alone(`accounts ${work.centreId} ${agreementId} ${partnerId}`);
}

/** The order as it is once whoever was writing its accounts is done. */
export async function holdOrder(
  work: Work,
  seen: AgreementOrder,
): Promise<AgreementOrder> {
  const { centreId, id } = seen;
  await holdAccounts(work, seen);
  return work.manager
    .getRepository(AgreementOrder)
    .findOneByOrFail({ centreId, id });
}

export function agreementOf(
  work: Work,
  { agreementId }: AgreementOrder,
): Promise<Agreement> {
  const { centreId } = work;
  return work.manager
    .getRepository(Agreement)
    .findOneByOrFail({ centreId, id: agreementId });
}

export async function partyOf(
  work: Work,
  { agreementId, partnerId }: Pick<AgreementOrder, "agreementId" | "partnerId">,
): Promise<AgreementParty | null> {
  const { centreId } = work;
  return work.manager
    .getRepository(AgreementParty)
    .findOneBy({ centreId, agreementId, partnerId });
}
