// An order with its report, a sheet that was objected to and a shortfall that was answered, written in the system's name.
import { randomUUID } from "node:crypto";

import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Offered } from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";

export function aSettlement(
  centre: TestCentre,
  partner: TestPartner,
  service: Offered,
): Promise<{ orderId: string; sheetId: string; shortfallId: string }> {
  const [order, sheet, shortfall] = [randomUUID(), randomUUID(), randomUUID()];
  return centre.asSystem(async (work) => {
    const line = {
      serviceId: service.id,
      serviceName: "Zamówiona usługa",
      unit: "PLACES",
      quantity: 10,
      unitPriceGrosze: 1000,
    };
    await work.rows(
      `insert into agreement_order (centre_id, id, agreement_id, partner_id, per, lines, version, created_at, updated_at)
       select centre_id, $2, agreement_id, partner_id, 'MONTH', $4, 1, $5, $5
       from agreement_party where centre_id = $1 and partner_id = $3 limit 1`,
      [centre.id, order, partner.id, JSON.stringify([line]), work.now],
    );
    await work.rows(
      `insert into delivery_report (centre_id, id, order_id, partner_id, from_on, to_on, lines, version, reported_at)
       values ($1, $2, $3, $4, '2026-05-01', '2026-05-31', '[]', 1, $5)`,
      [centre.id, randomUUID(), order, partner.id, work.now],
    );
    await work.rows(
      `insert into settlement_sheet (centre_id, id, order_id, partner_id, from_on, to_on, revision, status, figures, drafted_at,
         objected_by, objection, objected_at)
       values ($1, $2, $3, $4, '2026-05-01', '2026-05-31', 1, 'OBJECTED', '{"lines":[],"answers":[]}', $5, 'PARTNER', 'Uwagi.', $5)`,
      [centre.id, sheet, order, partner.id, work.now],
    );
    await work.rows(
      `insert into shortfall (centre_id, id, order_id, partner_id, from_on, to_on, kind, reason, owner, due_on, state, answer,
         answered_at, version, raised_at)
       values ($1, $2, $3, $4, '2026-05-01', '2026-05-31', 'TALK', 'Za mało.', 'PARTNER', '2026-12-01', 'ANSWERED', 'Wiemy.', $5, 2, $5)`,
      [centre.id, shortfall, order, partner.id, work.now],
    );
    return {
      orderId: toGlobalId("AgreementOrder", order),
      sheetId: toGlobalId("SettlementSheet", sheet),
      shortfallId: toGlobalId("Shortfall", shortfall),
    };
  });
}
