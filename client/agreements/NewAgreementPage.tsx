// "Nowa umowa": the organiser chooses the parties and writes the terms; a draft binds nobody.
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { SelectField, TextField } from "../design/Field.js";
import { FilteredChoices } from "../design/FilteredChoices.js";
import { textIn } from "../design/form-text.js";
import { calendarDay } from "../design/period.js";
import type { AgreementTermsInput } from "../graphql/generated/graphql.js";
import { AgreementForm } from "./AgreementForm.js";
import type { Agreement } from "./AgreementPage.js";
import {
  AgreementPartnersQuery,
  AgreementQuery,
  DraftAgreement,
} from "./agreements.documents.js";
import { chosenIn, kinds } from "./choices.js";
import { useMove } from "./use-move.js";
import { useTermsDraft } from "./use-terms-draft.js";

const DAY = 86_400_000;

/** "?po=" names the agreement that this one follows. */
export function NewAgreementPage() {
  const [params] = useSearchParams();
  const before = params.get("po");
  return before ? <AfterAnother id={before} /> : <NewAgreement />;
}

/** With the words of the one that is over, from the day after it. */
function AfterAnother({ id }: { id: string }) {
  const { data } = usePageQuery(AgreementQuery, { id });
  if (data.node?.__typename !== "Agreement") return <NotFoundPage />;
  const agreement = data.node;
  const last = agreement.endedOn ?? agreement.validTo;
  return (
    <NewAgreement
      before={{
        ...agreement,
        validFrom: last && calendarDay(new Date(Date.parse(last) + DAY)),
        validTo: null,
      }}
    />
  );
}

function NewAgreement({ before }: { before?: Agreement }) {
  const { t } = useTranslation("agreements");
  const navigate = useNavigate();
  const { centre } = useViewer();
  const { data } = usePageQuery(AgreementPartnersQuery, {
    centreId: centre.id,
  });
  const [params] = useSearchParams();
  const draft = useTermsDraft(`new ${params.toString()}`, {
    agreement: before,
    partnerIds:
      before?.parties.flatMap(({ id, isHub }) => (isHub ? [] : [id])) ??
      params.getAll("partner"),
  });
  const { run, isPending, wrong, failure, errorAt } = useMove(
    DraftAgreement,
    (id) => {
      draft.forget();
      void navigate(`/umowy/${id ?? ""}`);
    },
  );
  const partners = data.centre?.partners.nodes ?? [];
  const hub = partners.find(({ isHub }) => isHub);
  const { partnerIds } = draft;
  const parties = [
    ...(hub ? [hub] : []),
    ...partners.filter(({ id }) => partnerIds.has(id)),
  ];

  function submit(terms: AgreementTermsInput, form: FormData) {
    void run({
      input: {
        // what was put right is another wish
        requestKey: `${draft.requestKey}${wrong ? ` ${crypto.randomUUID()}` : ""}`,
        kind: chosenIn(form, "kind", kinds) ?? "COOPERATION",
        number: textIn(form, "number").trim() || null,
        partnerIds: [...partnerIds],
        terms,
      },
    });
  }

  return (
    <Page
      title={t("new.title")}
      intro={
        before ? t("new.after", { number: before.number }) : t("new.intro")
      }
    >
      <AgreementForm
        draft={draft}
        isFirst={!before}
        parties={parties}
        submit={t("new.submit")}
        isPending={isPending}
        wrong={wrong}
        failure={failure}
        onSubmit={submit}
      >
        <SelectField {...draft.field("kind")} label={t("field.kind")}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`agreementKind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          {...draft.field("number")}
          label={t("field.number")}
          hint={t("numberHint")}
          maxLength={40}
          error={errorAt("number")}
        />
        <FilteredChoices
          label={t("field.parties")}
          error={errorAt("partnerIds")}
          isRequired
          choices={partners
            .filter(({ isHub }) => !isHub)
            .map(({ id, shortName, name }) => ({
              id,
              name: shortName,
              alsoKnownAs: name,
            }))}
          isChosen={(id) => partnerIds.has(id)}
          onChoose={(id, isChosen) => {
            const next = new Set(partnerIds);
            if (isChosen) next.add(id);
            else next.delete(id);
            draft.change({ partnerIds: next });
          }}
        />
      </AgreementForm>
    </Page>
  );
}
