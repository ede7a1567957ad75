// "Podstawa przekazania danych": the text that is shown and can be signed, then what was agreed, recorded with its form and period.
import { skipToken, useQuery, useSuspenseQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { ChoiceField, SelectField } from "../design/Field.js";
import { Note } from "../design/Note.js";
import type { DisclosureLevel } from "../graphql/generated/graphql.js";
import { useStanding } from "../graphql/use-standing.js";
import {
  BasisChoiceQuery,
  BasisOfCase,
  TellablePartners,
} from "./bases.documents.js";
import styles from "./Bases.module.css";
import { BasisForm } from "./BasisForm.js";

export function BasisPage() {
  const { id = "" } = useParams();
  const { t } = useTranslation(["bases", "cases"]);
  const navigate = useNavigate();
  const [asked] = useSearchParams();
  const [partnerId, setPartner] = useState(asked.get("partner"));
  const [serviceId, setService] = useState(asked.get("usluga"));
  const { data } = usePageQuery(BasisOfCase, { id }, { from: "network" });
  const partners = useTellablePartners();
  const { data: answer } = useQuery(
    BasisChoiceQuery,
    partnerId
      ? {
          variables: { caseId: id, partnerId, serviceId },
          fetchPolicy: "network-only",
        }
      : skipToken,
  );
  const found = useStanding(answer, `${partnerId ?? ""} ${serviceId ?? ""}`);
  if (data.node?.__typename !== "Case" || data.node.closedOn !== null)
    return <NotFoundPage />;
  const choice =
    found?.node?.__typename === "Case" ? found.node.basisChoice : null;
  const partner =
    found?.partner?.__typename === "Partner" ? found.partner : null;
  const service = partner?.services.find((one) => one.id === serviceId) ?? null;
  return (
    <Page
      title={<span data-print="no">{t("page.title")}</span>}
      tabTitle={t("page.title")}
      above={
        <Link to={`/sprawy/${id}`} data-print="no">
          {data.node.pseudonym}
        </Link>
      }
      intro={<span data-print="no">{t("page.intro")}</span>}
    >
      <div className={styles.form}>
        {data.node.isRestricted && (
          <div data-print="no">
            <Note tone="warn" icon="lock" title={t("cases:restricted.title")}>
              {t("cases:restricted.text")}
            </Note>
          </div>
        )}
        <div className={styles.pair} data-print="no">
          <ChoiceField
            label={t("page.partner")}
            choices={partners.map((one) => one.id)}
            wordsOf={(one) =>
              partners.find((other) => other.id === one)?.name ?? ""
            }
            none={t("page.choosePartner")}
            chosen={partnerId}
            onChoose={(one) => {
              setPartner(one || null);
              setService(null);
            }}
          />
          {partner && (
            <SelectField
              label={t("page.service")}
              value={serviceId ?? ""}
              onChange={({ target }) => setService(target.value || null)}
            >
              <option value="">{t("card.allServices")}</option>
              {partner.services.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </SelectField>
          )}
        </div>
        {partner && found && !choice && (
          <Note tone="warn" icon="warning">
            {t("page.nothing")}
          </Note>
        )}
        {choice?.limitText && (
          <div data-print="no">
            <Note
              tone={choice.highestLevel === "L0_TOKEN" ? "warn" : "plain"}
              icon="lock"
            >
              {choice.limitText}
            </Note>
          </div>
        )}
        {partner && choice && isMore(choice.highestLevel) && (
          <BasisForm
            // another partner is another intent
            key={`${partner.id} ${serviceId ?? ""}`}
            caseId={id}
            partner={partner}
            service={service}
            choice={choice}
            onRecorded={() =>
              void (asked.has("wroc")
                ? navigate(-1)
                : navigate(`/sprawy/${id}`, { replace: true }))
            }
          />
        )}
      </div>
    </Page>
  );
}

const isMore = (level: DisclosureLevel) => level !== "L0_TOKEN";

/** By name; a coordinator comes here from a service as well, where the list is longer. */
function useTellablePartners() {
  const { centre } = useViewer();
  const { data } = useSuspenseQuery(TellablePartners, {
    variables: { centreId: centre.id },
  });
  return (data.centre?.partners.nodes ?? []).toSorted((a, b) =>
    a.name.localeCompare(b.name, "pl"),
  );
}
