// The register is corrected: all of it by the hub, how an organisation describes itself also by its own administrator.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { accessibilities } from "../design/eases.js";
import { chosenIn, textIn } from "../design/form-text.js";
import { Note } from "../design/Note.js";
import type {
  ChangePartnerInput,
  PartnerOnPageFragment,
} from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import {
  partnerKinds,
  providerKinds,
  reintegrationAims,
  sectors,
} from "./choices.js";
import { DescriptionFields } from "./DescriptionFields.js";
import styles from "./Form.module.css";
import { FormDialog } from "./FormDialog.js";
import { IdentityFields } from "./IdentityFields.js";
import { ChangePartner } from "./partners.documents.js";
import { useOutcome } from "./use-outcome.js";

interface Props {
  partner: PartnerOnPageFragment;
  /** Else it is the organisation's own, which says how it describes itself. */
  isHubs: boolean;
  onClose(): void;
  onDone(): void;
}

const typed = (form: FormData, field: string) =>
  textIn(form, field).trim() || null;

function descriptionIn(form: FormData) {
  return {
    address: typed(form, "address"),
    website: typed(form, "website"),
    phone: typed(form, "phone"),
    areasServed: textIn(form, "areasServed")
      .split(/[\s,;]+/)
      .filter(Boolean),
    statutoryAims: typed(form, "statutoryAims"),
    accessibility: accessibilities.filter((one) => form.get(one) === "on"),
  };
}

function identityIn(form: FormData): Partial<ChangePartnerInput> {
  const isCis = form.get("kind") === "CIS";
  const ofCis = (field: string) => (isCis ? typed(form, field) : null);
  const places = Number(textIn(form, "cisAgreedPlaces"));
  return {
    name: textIn(form, "name").trim(),
    shortName: textIn(form, "shortName").trim(),
    kind: chosenIn(form, "kind", partnerKinds) ?? null,
    sector: chosenIn(form, "sector", sectors) ?? null,
    statutoryProviderKind: chosenIn(form, "provider", providerKinds) ?? null,
    legalForm: typed(form, "legalForm"),
    nip: typed(form, "nip"),
    regon: typed(form, "regon"),
    krs: typed(form, "krs"),
    registerEntry: typed(form, "registerEntry"),
    terc: typed(form, "terc"),
    reintegrationAim: chosenIn(form, "aim", reintegrationAims) ?? null,
    cisDecision: ofCis("cisDecision"),
    cisVoivode: ofCis("cisVoivode"),
    cisValidUntil: ofCis("cisValidUntil"),
    cisAgreedPlaces: isCis && places > 0 ? places : null,
    isAnother: form.get("isAnother") === "on",
  };
}

export function EditPartnerDialog(props: Props) {
  const { partner, isHubs, onClose, onDone } = props;
  const { t } = useTranslation("partners");
  const [change, isPending] = useVerb(ChangePartner);
  const [alike, setAlike] = useState<readonly { id: string; name: string }[]>(
    [],
  );
  const outcome = useOutcome(onDone);
  return (
    <FormDialog
      title={t("data.editTitle", { name: partner.shortName })}
      verb={t("data.submit")}
      busy={isPending}
      outcome={outcome}
      onSubmit={async (form) => {
        const { data, failure } = await change({
          input: {
            partnerId: partner.id,
            ifVersion: partner.version ?? 0,
            ...descriptionIn(form),
            ...(isHubs && identityIn(form)),
          },
        });
        const answer = data?.changePartner;
        setAlike(
          answer?.__typename === "PartnerLooksKnown" ? answer.partners : [],
        );
        outcome.take(answer, failure);
      }}
      onClose={onClose}
    >
      {alike.length > 0 && (
        <Note tone="warn" icon="warning">
          <ul>
            {alike.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/partnerzy/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
          <label className={styles.choice}>
            <input type="checkbox" name="isAnother" />
            {t("data.another")}
          </label>
        </Note>
      )}
      {isHubs && <IdentityFields partner={partner} errorAt={outcome.errorAt} />}
      <DescriptionFields partner={partner} errorAt={outcome.errorAt} />
    </FormDialog>
  );
}
