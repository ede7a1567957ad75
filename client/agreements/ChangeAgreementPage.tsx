// The terms written anew: at once while they are talked about, by an amendment that all sign once they are signed.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import { calendarDay } from "../design/period.js";
import type { AgreementTermsInput } from "../graphql/generated/graphql.js";
import { AgreementForm } from "./AgreementForm.js";
import type { Agreement } from "./AgreementPage.js";
import {
  AgreementQuery,
  AmendAgreement,
  ChangeAgreement,
} from "./agreements.documents.js";
import { presentIn } from "./present-parties.js";
import { useMove } from "./use-move.js";
import { useTermsDraft } from "./use-terms-draft.js";

export function ChangeAgreementPage() {
  const { id = "" } = useParams();
  const { data } = usePageQuery(AgreementQuery, { id });
  if (data.node?.__typename !== "Agreement" || !data.node.terms)
    return <NotFoundPage />;
  return <ChangeForm agreement={data.node} />;
}

function ChangeForm({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreements");
  const navigate = useNavigate();
  const { id } = agreement;
  // the form was filled from this one, whatever comes in meanwhile
  const [ifVersion] = useState(agreement.version);
  const draft = useTermsDraft(`${id} ${ifVersion}`, { agreement });
  const client = useApolloClient();
  // what was written is shown, not what stood there before
  const leave = () => {
    draft.forget();
    void client
      .query({
        query: AgreementQuery,
        variables: { id },
        fetchPolicy: "network-only",
        errorPolicy: "all",
      })
      .finally(() => void navigate(`/umowy/${id}`));
  };
  const change = useMove(ChangeAgreement, leave);
  const amend = useMove(AmendAgreement, leave);
  const { number, viewerCan } = agreement;
  const amends = viewerCan.includes("AMEND");
  const move = amends ? amend : change;
  const parties = presentIn(
    agreement.terms?.parties ?? [],
    calendarDay(new Date()),
  ).flatMap(({ partner }) => partner ?? []);
  const [asked, setAsked] = useState<AgreementTermsInput | null>(null);
  const signed = amends
    ? []
    : (agreement.terms?.parties ?? []).filter(
        ({ signedOn }) => signedOn !== null,
      );
  const whom = signed.map(({ partner }) => partner?.shortName).join(", ");
  if (!amends && !viewerCan.includes("CHANGE")) return <NotFoundPage />;
  return (
    <Page
      title={t(amends ? "amend.title" : "change.title", { number })}
      intro={t(amends ? "amend.intro" : "change.intro")}
    >
      {whom && (
        <Note tone="warn" icon="warning">
          {t("change.annuls", { whom })}
        </Note>
      )}
      <AgreementForm
        draft={draft}
        parties={parties}
        submit={t(amends ? "amend.submit" : "change.submit")}
        isPending={move.isPending}
        wrong={move.wrong}
        failure={move.failure}
        onSubmit={(terms, form) => {
          const input = { agreementId: id, ifVersion, terms };
          if (!amends && signed.length > 0) setAsked(terms);
          else if (!amends) void change.run({ input });
          else
            void amend.run({
              input: { ...input, effectiveFrom: textIn(form, "effectiveFrom") },
            });
        }}
      >
        {amends && (
          <TextField
            {...draft.field("effectiveFrom")}
            label={t("amend.effectiveFrom")}
            type="date"
            required
            error={amend.errorAt("effectiveFrom")}
          />
        )}
      </AgreementForm>
      {asked && (
        <ConfirmDialog
          question={t("change.annulTitle")}
          verb={t("change.annul")}
          busy={change.isPending}
          onConfirm={() => {
            setAsked(null);
            void change.run({
              input: {
                agreementId: id,
                ifVersion,
                terms: asked,
                annulsSignatures: signed.length,
              },
            });
          }}
          onClose={() => setAsked(null)}
        >
          {t("change.annuls", { whom })}
        </ConfirmDialog>
      )}
    </Page>
  );
}
