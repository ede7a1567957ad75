// "Umowy": what waits for a move, what is in force, what ended; for a partner its own, and the public ones of the whole network.
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { ListFilters } from "../app/forms/ListFilters.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { useAddressWords } from "../app/use-address-words.js";
import { ButtonLink } from "../design/Button.js";
import { ChoiceField, SelectField, TextField } from "../design/Field.js";
import { OpenShortfalls } from "../fulfilment/index.js";
import type { AgreementKind } from "../graphql/generated/graphql.js";
import { AgreementGroupList } from "./AgreementGroupList.js";
import { AgreementPartnersQuery } from "./agreements.documents.js";
import { kinds } from "./choices.js";

/** In the address. */
const PUBLIC = "jawne";

const groups = ["NEEDS_MOVE", "IN_FORCE", "ENDED"] as const;

export function AgreementsPage() {
  const { t } = useTranslation("agreements");
  const viewer = useViewer();
  const [text, setText] = useState("");
  const [kind, setKind] = useState<AgreementKind | null>(null);
  const found = useDeferredValue(text);
  const { wordOf, want } = useAddressWords<"partner" | typeof PUBLIC>();
  const partnerId = wordOf("partner");
  const isOrganiser = holdsAny(viewer, ["OUS"]);
  const seesAccounts = holdsAny(viewer, ["OUS", "DIRECTOR", "PARTNER_ADMIN"]);
  const seesAll = holdsAny(viewer, ["OUS", "DIRECTOR", "IOD"]);
  const isPublic = wordOf(PUBLIC) !== null;
  const own = seesAll || isPublic ? partnerId : viewer.partner.id;
  const filter = {
    text: found || null,
    kinds: kind ? [kind] : null,
    partnerId: own,
    isPublic: isPublic || null,
  };
  return (
    <Page
      title={t("title")}
      intro={t(isPublic ? "introPublic" : seesAll ? "intro" : "introOwn")}
      actions={
        isOrganiser && (
          <ButtonLink kind="primary" icon="plus" to="/umowy/nowa">
            {t("draft")}
          </ButtonLink>
        )
      }
    >
      {seesAccounts && <OpenShortfalls />}
      <ListFilters label={t("filter.title")}>
        <TextField
          label={t("filter.text")}
          type="search"
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
        />
        <ChoiceField
          label={t("filter.kind")}
          none={t("filter.all")}
          choices={kinds}
          wordsOf={(one) => t(`agreementKind.${one}`)}
          chosen={kind}
          onChoose={(one) => setKind(one || null)}
        />
        <ChoiceField
          label={t("filter.which")}
          none={t(seesAll ? "filter.all" : "filter.own")}
          choices={[PUBLIC]}
          wordsOf={() => t("filter.public")}
          chosen={isPublic ? PUBLIC : null}
          onChoose={(one) => want(PUBLIC, one)}
        />
        {seesAll && (
          <PartnerChoice
            chosen={partnerId}
            onChoose={(id) => want("partner", id)}
          />
        )}
      </ListFilters>
      {(isPublic ? [null] : groups).map((group) => (
        <AgreementGroupList
          key={`${group ?? ""} ${JSON.stringify(filter)}`}
          group={group}
          filter={filter}
        />
      ))}
    </Page>
  );
}

interface ChoiceProps {
  chosen: string | null;
  onChoose(partnerId: string): void;
}

function PartnerChoice({ chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation("agreements");
  const { centre } = useViewer();
  const { data } = usePageQuery(AgreementPartnersQuery, {
    centreId: centre.id,
  });
  const partners = (data.centre?.partners.nodes ?? []).filter(
    ({ isHub }) => !isHub,
  );
  return (
    <SelectField
      label={t("filter.partner")}
      value={chosen ?? ""}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{t("filter.all")}</option>
      {partners.map(({ id, shortName }) => (
        <option key={id} value={id}>
          {shortName}
        </option>
      ))}
    </SelectField>
  );
}
