// Finds an order, a sheet or a shortfall for a verb: seen by the actor, or as absent.
import { Agreement } from "../agreements/index.js";
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

export function agreementOf(
  work: Work,
  { agreementId }: AgreementOrder,
): Promise<Agreement> {
  const { centreId } = work;
  return work.manager
    .getRepository(Agreement)
    .findOneByOrFail({ centreId, id: agreementId });
}
