// "Rozliczenie": what was ordered under an agreement, what came of it, what is short, and the sheet that both sides confirm.
import { startTransition, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { SettlementQuery } from "./fulfilment.documents.js";
import { OrderDialog } from "./OrderDialog.js";
import { OrderSection } from "./OrderSection.js";

export function SettlementPage() {
  const { t } = useTranslation("fulfilment");
  const { id = "" } = useParams();
  const { data, refetch } = usePageQuery(
    SettlementQuery,
    { agreementId: id },
    { from: "network", of: ["ACCOUNTS", "AGREEMENT"] },
  );
  /** Of whom is ordered; null: nobody is asked. */
  const [orderedOf, setOrderedOf] = useState<string | null>(null);
  // the page stays while the form reads what it needs
  const openOrder = (partyId: string | null) =>
    startTransition(() => setOrderedOf(partyId));
  if (data.node?.__typename !== "Agreement") return <NotFoundPage />;
  const agreement = data.node;
  const { orders, parties, viewerCanPlaceOrder } = agreement;
  const partners = parties.filter(({ isHub }) => !isHub);
  const scope = (agreement.terms?.services ?? []).map(
    ({ service }) => service?.id,
  );
  const unordered = partners.filter((party) =>
    orders.every(({ partner }) => partner?.id !== party.id),
  );
  return (
    <Page
      title={t("title", { number: agreement.number })}
      intro={agreement.title}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <p data-print="no">
        <Link to={`/umowy/${id}`}>
          {t("toAgreement", { number: agreement.number })}
        </Link>
      </p>
      {orders.map((order) => (
        <OrderSection
          key={order.id}
          order={order}
          agreement={agreement}
          onOrder={
            viewerCanPlaceOrder
              ? () => openOrder(order.partner?.id ?? null)
              : null
          }
        />
      ))}
      {orders.length === 0 && (
        <Empty title={t("empty.title")}>
          {t(viewerCanPlaceOrder ? "empty.text" : "empty.wait")}
        </Empty>
      )}
      {viewerCanPlaceOrder &&
        unordered.map((party) => (
          <p key={party.id} data-print="no">
            <Button
              kind={orders.length === 0 ? "primary" : "plain"}
              icon="plus"
              onClick={() => openOrder(party.id)}
            >
              {t("order.open", { organisation: party.name })}
            </Button>
          </p>
        ))}
      {orderedOf && (
        <OrderDialog
          agreementId={agreement.id}
          partnerId={orderedOf}
          scope={scope}
          order={orders.find(({ partner }) => partner?.id === orderedOf)}
          onClose={() => setOrderedOf(null)}
          onOrdered={() => {
            setOrderedOf(null);
            void refetch();
          }}
        />
      )}
    </Page>
  );
}
